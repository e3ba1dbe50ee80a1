// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/memcachedclient.h"

#include <algorithm>
#include <utility>

namespace ceteris::sessions {
namespace {

constexpr QByteArrayView lineEnd = "\r\n";
constexpr QByteArrayView listingEnd = "END\r\n";

} // namespace

QByteArray MemcachedReply::flag(char name) const
{
    for (const auto& word : line.split(' '))
        if (word.startsWith(name))
            return word.sliced(1);
    return {};
}

MemcachedClient::MemcachedClient(contract::MemcachedAddress address, MemcachedTiming timing)
    : m_address(std::move(address))
    , m_timing(timing)
    , m_nextRetry(timing.firstRetry)
    , m_socket(new QTcpSocket)
{
    QObject::connect(m_socket, &QTcpSocket::connected, m_socket, [this] {
        m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_nextRetry = m_timing.firstRetry;
    });
    QObject::connect(m_socket, &QTcpSocket::readyRead, m_socket, [this] { receive(); });
    QObject::connect(m_socket, &QTcpSocket::errorOccurred, m_socket, [this] { lose(); });
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    m_retry.setSingleShot(true);
    QObject::connect(&m_deadline, &QTimer::timeout, &m_deadline, [this] { checkDeadline(); });
    QObject::connect(&m_retry, &QTimer::timeout, &m_retry, [this] { connectNow(); });
    connectNow();
}

MemcachedClient::~MemcachedClient()
{
    m_socket->disconnect();
    m_socket->abort();
    m_socket->deleteLater();
    for (auto& waiting : std::exchange(m_waiting, {}))
        waiting.replied(nullptr);
}

void MemcachedClient::send(const QByteArray& command, Replied replied, Answer answer)
{
    if (m_socket->state() == QAbstractSocket::UnconnectedState)
        return replied(nullptr);
    m_waiting.push_back({ Clock::now() + m_timing.deadline, std::move(replied), answer });
    if (!m_deadline.isActive())
        m_deadline.start(m_timing.deadline);
    m_socket->write(command);
}

void MemcachedClient::connectNow()
{
    m_received.clear();
    m_read = 0;
    m_socket->connectToHost(m_address.host, m_address.port);
}

// Who is told may ask again, or destroy us.
void MemcachedClient::receive()
{
    m_received += m_socket->readAll();
    const std::weak_ptr<char> life(m_life);
    while (!m_waiting.empty()) {
        const auto reply = m_waiting.front().answer == Answer::Listing ? nextListing() : nextReply();
        if (!reply)
            break;
        const auto replied = std::move(m_waiting.front().replied);
        m_waiting.pop_front();
        replied(&*reply);
        if (life.expired())
            return;
    }
    m_received.remove(0, std::exchange(m_read, 0));
}

std::optional<MemcachedReply> MemcachedClient::nextReply()
{
    const auto end = m_received.indexOf(lineEnd, m_read);
    if (end < 0)
        return std::nullopt;
    MemcachedReply reply { m_received.sliced(m_read, end - m_read), {} };
    auto next = end + lineEnd.size();
    if (reply.is("VA ")) {
        const auto size = reply.line.split(' ').value(1).toLongLong();
        if (m_received.size() < next + size + lineEnd.size())
            return std::nullopt;
        reply.data = m_received.sliced(next, size);
        next += size + lineEnd.size();
    }
    m_read = next;
    return reply;
}

std::optional<MemcachedReply> MemcachedClient::nextListing()
{
    const auto end = m_received.indexOf(listingEnd, m_read);
    if (end < 0)
        return std::nullopt;
    MemcachedReply reply { "END", m_received.sliced(m_read, end - m_read) };
    m_read = end + listingEnd.size();
    return reply;
}

// One timer for all: only the command that has waited longest can be late.
void MemcachedClient::checkDeadline()
{
    if (m_waiting.empty())
        return;
    const auto left = m_waiting.front().deadline - Clock::now();
    if (left > Clock::duration::zero())
        m_deadline.start(std::chrono::ceil<std::chrono::milliseconds>(left));
    else
        lose();
}

void MemcachedClient::lose()
{
    m_socket->abort();
    m_deadline.stop();
    m_retry.start(m_nextRetry);
    m_nextRetry = std::min(2 * m_nextRetry, m_timing.lastRetry);
    for (auto& waiting : std::exchange(m_waiting, {})) // last: what is told may ask again, or destroy us
        waiting.replied(nullptr);
}

} // namespace ceteris::sessions
