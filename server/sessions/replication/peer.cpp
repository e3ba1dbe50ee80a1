// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/replication/peer.h"

#include "server/sessions/replication/link.h"
#include "server/sessions/replication/log.h"

#include <QNetworkProxy>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ceteris::sessions {
namespace {

constexpr auto firstRetry = 20ms;
constexpr auto lastRetry = 1000ms;
constexpr auto tick = 50ms; // how much later than its patience a request is given up

} // namespace

Peer::Peer(int member, Address address, Identity identity, QObject* parent)
    : QObject(parent)
    , m_member(member)
    , m_address(std::move(address))
    , m_identity(std::move(identity))
    , m_nextRetry(firstRetry)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Peer::dial);
    connect(&m_deadlines, &QTimer::timeout, this, &Peer::checkDeadlines);
}

Peer::~Peer() = default;

void Peer::retire()
{
    lose(Silence::Gone, u"it is a member no longer"_s);
    m_retry.stop();
    deleteLater();
}

void Peer::dial()
{
    if (m_link)
        return;
    m_retry.stop();
    auto* socket = new QTcpSocket;
    socket->setProxy(QNetworkProxy::NoProxy);
    socket->connectToHost(m_address.host, m_address.port);
    m_link = new Link(socket, Handshake::Role::Dialer, m_identity, this);
    m_link->opened = [this] {
        if (m_link->other() != m_member)
            return lose(Silence::Gone, u"another member answers at its address"_s);
        m_isUp = m_wasTried = true;
        m_nextRetry = firstRetry;
        m_told.clear();
        changed(true);
    };
    m_link->received = [this](const QByteArray& payload) { take(payload); };
    m_link->closed = [this](const QString& why) { lose(Silence::Gone, why); };
}

void Peer::ask(Request request, std::chrono::milliseconds patience, Answered answered)
{
    if (!m_isUp)
        return answered(tl::unexpected(Silence::Gone));
    const auto number = ++m_lastNumber;
    m_waiting.insert(number, { Clock::now() + patience, std::move(answered) });
    m_link->send(encode({ number, std::move(request) }));
    if (!m_deadlines.isActive())
        m_deadlines.start(tick);
}

void Peer::take(const QByteArray& payload)
{
    auto answer = decodeAnswer(payload);
    if (!answer)
        return lose(Silence::Gone, u"its answer cannot be read"_s);
    const auto waiting = m_waiting.take(answer->number);
    if (waiting.answered)
        waiting.answered(std::move(answer->body));
}

void Peer::checkDeadlines()
{
    const auto now = Clock::now();
    for (const auto& waiting : std::as_const(m_waiting)) {
        if (waiting.deadline <= now)
            return lose(Silence::Late, u"it does not answer in time"_s);
    }
    if (m_waiting.isEmpty())
        m_deadlines.stop();
}

void Peer::lose(Silence how, const QString& why)
{
    if (m_link)
        m_link->close();
    m_link.clear();
    m_deadlines.stop();
    m_retry.start(m_nextRetry);
    m_nextRetry = std::min(2 * m_nextRetry, std::chrono::milliseconds(lastRetry));
    m_wasTried = true;
    if (std::exchange(m_told, why) != why)
        qCInfo(replicationLog).noquote() << "instance" << m_member << "is not connected:" << why;
    if (std::exchange(m_isUp, false))
        changed(false);
    for (const auto& waiting : std::exchange(m_waiting, {})) // last: what is told may ask again
        waiting.answered(tl::unexpected(how));
}

} // namespace ceteris::sessions
