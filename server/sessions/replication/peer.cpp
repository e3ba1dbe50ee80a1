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
constexpr auto tick = 50ms;
constexpr int longest = 4; // times its patience, a request waits for a member that answers others

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
    connect(&m_ticks, &QTimer::timeout, this, &Peer::checkPatience);
}

Peer::~Peer() = default;

void Peer::retire()
{
    lose(Silence::Gone, u"it is a member no longer"_s);
    m_retry.stop();
    deleteLater();
}

void Peer::dialNow()
{
    if (m_isUp)
        return;
    if (m_link)
        m_link->close();
    m_link.clear();
    dial();
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
    m_waiting.insert(number, { m_now, static_cast<int>(patience / tick), std::move(answered) });
    m_link->send(encode({ number, std::move(request) }));
    if (!m_ticks.isActive())
        m_ticks.start(tick);
}

void Peer::take(const QByteArray& payload)
{
    auto answer = decodeAnswer(payload);
    if (!answer)
        return lose(Silence::Gone, u"its answer cannot be read"_s);
    m_heardAt = m_now;
    const auto waiting = m_waiting.take(answer->number);
    if (waiting.answered)
        waiting.answered(std::move(answer->body));
}

void Peer::checkPatience()
{
    ++m_now;
    for (const auto& [askedAt, patience, answered] : std::as_const(m_waiting)) {
        if (m_now - std::max(askedAt, m_heardAt) > patience || m_now - askedAt > longest * patience)
            return lose(Silence::Late, u"it does not answer in time"_s);
    }
    if (m_waiting.isEmpty())
        m_ticks.stop();
}

void Peer::lose(Silence how, const QString& why)
{
    const bool wasRefused = m_link && m_link->wasRefused();
    if (m_link)
        m_link->close();
    m_link.clear();
    m_ticks.stop();
    m_retry.start(m_nextRetry);
    m_nextRetry = std::min(2 * m_nextRetry, std::chrono::milliseconds(lastRetry));
    m_wasTried = true;
    const auto sentence = u"instance %1 is not connected: %2"_s.arg(m_member).arg(why);
    if (std::exchange(m_told, why) == why)
        qCDebug(replicationLog).noquote() << sentence;
    else if (wasRefused)
        qCWarning(replicationLog).noquote() << sentence;
    else
        qCInfo(replicationLog).noquote() << sentence;
    if (std::exchange(m_isUp, false))
        changed(false);
    for (const auto& waiting : std::exchange(m_waiting, {})) // last: what is told may ask again
        waiting.answered(tl::unexpected(how));
}

} // namespace ceteris::sessions
