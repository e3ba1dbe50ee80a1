// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/replication/group.h"

#include "server/sessions/replication/wire.h"

#include <QNetworkProxy>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ceteris::sessions {

Q_LOGGING_CATEGORY(replicationLog, "ceteris.replication", QtWarningMsg)

namespace {

constexpr auto period = 50ms; // of the ticks
constexpr int lastRetry = 1s / period;
// An inner time must end before an outer one: who is asked may have to ask himself.
constexpr int acknowledging = 1s / period; // a member has kept changes, or said what it knows
constexpr int operating = 2500ms / period; // the primary has done an operation, with all of that
constexpr int longest = 4; // times its patience, a request waits for a member that answers others

} // namespace

Group::Group(Identity identity, Copies copies)
    : m_identity(std::move(identity))
    , m_view { m_identity.self, copies, only(m_identity.self) }
{
    m_server.setProxy(QNetworkProxy::NoProxy);
    connect(&m_server, &QTcpServer::newConnection, this, &Group::accept);
    connect(&m_ticks, &QTimer::timeout, this, &Group::tick);
    m_ticks.start(period);
}

QString Group::listen(quint16 port)
{
    return m_server.listen(QHostAddress::LocalHost, port) ? QString() : m_server.errorString();
}

void Group::setMembers(const QMap<int, quint16>& ports)
{
    for (int member = 0; member < mostMembers; ++member) {
        auto& peer = m_peers[member];
        const auto port = ports.value(member);
        if (member == m_view.self || peer.port == port)
            continue;
        if (std::exchange(peer.port, port) != 0)
            lose(member, u"it is there no longer"_s);
        dial(member);
    }
}

bool Group::isSettled() const
{
    return std::ranges::all_of(m_peers, [](const auto& place) { return !place.second.to || place.second.isThere(); });
}

bool Group::isIdle() const
{
    return std::ranges::all_of(m_peers, [](const auto& place) { return place.second.waiting.isEmpty(); });
}

void Group::dial(int member)
{
    auto& peer = m_peers[member];
    if (peer.port == 0)
        return;
    if (peer.to) // an attempt that may wait for somebody who is not there
        peer.to->close();
    auto* socket = new QTcpSocket;
    socket->setProxy(QNetworkProxy::NoProxy);
    auto* link = new Link(socket, m_identity, this);
    peer.to = link;
    link->received = [this, member](const QByteArray& payload) { take(member, payload); };
    link->closed = [this, member](const QString& why) { lose(member, why); };
    link->opened = [this, member, link] {
        if (link->other() != member)
            return lose(member, u"another member answers on its port"_s);
        m_peers[member].retryAfter = 1;
        m_peers[member].told.clear();
        m_left &= ~only(member);
        look();
    };
    socket->connectToHost(QHostAddress::LocalHost, peer.port);
}

void Group::accept()
{
    while (auto* socket = m_server.nextPendingConnection()) {
        auto* link = new Link(socket, m_identity, this);
        link->received = [this, link](const QByteArray& payload) { serve(link, payload); };
        link->closed = [this, link](const QString& why) {
            if (link->wasRefused())
                qCWarning(replicationLog).noquote() << "turned somebody away:" << why;
            look();
        };
        link->opened = [this, link] {
            auto& peer = m_peers[link->other()];
            if (peer.from)
                peer.from->close();
            peer.from = link;
            look();
            if (!peer.isUp())
                dial(link->other());
        };
    }
}

void Group::ask(int member, Request request, Answered answered)
{
    auto& peer = m_peers[member];
    if (!peer.isUp())
        return answered({ .isSilence = true });
    request.number = ++m_lastNumber;
    const int patience = request.ask <= Ask::Find ? operating : acknowledging;
    peer.waiting.insert(request.number, { m_now, patience, std::move(answered) });
    peer.to->send(encode(request));
}

void Group::leave()
{
    m_left |= only(m_view.self);
    for (const auto member : others())
        ask(member, { .ask = Ask::Leave }, [](const auto&) {});
    look();
}

void Group::take(int member, const QByteArray& payload)
{
    auto& peer = m_peers[member];
    auto answer = decode<Answer>(payload);
    if (!answer)
        return lose(member, u"its answer cannot be read"_s);
    peer.heardAt = m_now;
    if (const auto answered = peer.waiting.take(answer->number).answered)
        answered(std::move(*answer));
}

void Group::serve(Link* link, const QByteArray& payload)
{
    auto request = decode<Request>(payload);
    if (!request) {
        link->close();
        return look();
    }
    request->asker = link->other();
    const Answered reply = [guard = QPointer(link), number = request->number](Answer answer) {
        answer.number = number;
        if (guard)
            guard->send(encode(answer));
    };
    if (request->ask != Ask::Leave)
        return asked(*request, reply);
    m_left |= only(request->asker);
    look();
    reply({});
}

void Group::lose(int member, const QString& why, Status silence)
{
    auto& peer = m_peers[member];
    const bool wasRefused = peer.to && peer.to->wasRefused();
    if (peer.to)
        peer.to->close();
    peer.to.clear();
    peer.retryAt = m_now + peer.retryAfter;
    peer.retryAfter = std::min(2 * peer.retryAfter, lastRetry);
    const auto sentence = u"instance %1 is not connected: %2"_s.arg(member).arg(why);
    if (std::exchange(peer.told, why) != why && wasRefused)
        qCWarning(replicationLog).noquote() << sentence;
    else
        qCInfo(replicationLog).noquote() << sentence;
    look();
    for (const auto& waiting : std::exchange(peer.waiting, {})) // last: what is told may ask again
        waiting.answered({ .status = silence, .isSilence = true });
}

void Group::tick()
{
    ++m_now;
    for (const auto& [member, peer] : m_peers) {
        const auto isLate = [this, heardAt = peer.heardAt](const Waiting& waiting) {
            return m_now - std::max(waiting.askedAt, heardAt) > waiting.patience
                || m_now - waiting.askedAt > longest * waiting.patience;
        };
        if (std::ranges::any_of(peer.waiting, isLate))
            lose(member, u"it does not answer in time"_s, Status::Unavailable);
        else if (!peer.to && m_now >= peer.retryAt)
            dial(member);
    }
}

void Group::look()
{
    auto now = only(m_view.self);
    for (const auto& [member, peer] : m_peers)
        if (peer.isThere())
            now |= only(member);
    now &= ~m_left;
    if (now == m_view.members)
        return;
    const auto before = m_view;
    m_view.members = now;
    qCInfo(replicationLog) << "members are now" << Qt::bin << now;
    changed(before);
}

} // namespace ceteris::sessions
