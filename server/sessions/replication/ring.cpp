// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/replication/ring.h"

#include "server/sessions/replication/link.h"
#include "server/sessions/replication/log.h"

#include <QNetworkProxy>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace ceteris::sessions {

Q_LOGGING_CATEGORY(replicationLog, "ceteris.replication", QtWarningMsg)

Ring::Ring(Identity identity, Copies copies)
    : m_identity(std::move(identity))
    , m_server(this) // it moves to the thread with us
    , m_view { m_identity.self, copies, only(m_identity.self) }
{
    m_server.setProxy(QNetworkProxy::NoProxy);
    connect(&m_server, &QTcpServer::newConnection, this, &Ring::accept);
}

Ring::~Ring()
{
    for (const auto& [member, peer] : m_peers)
        delete peer;
}

bool Ring::listen(quint16 port)
{
    return m_server.listen(QHostAddress::LocalHost, port);
}

void Ring::setMembers(const std::map<int, Address>& members)
{
    const auto before = m_peers;
    for (const auto& [member, peer] : before) {
        if (const auto place = members.find(member); place != members.end() && place->second == peer->address())
            continue;
        m_peers.erase(member);
        peer->retire();
    }
    for (const auto& [member, address] : members) {
        if (member == m_view.self || m_peers.contains(member))
            continue;
        auto* peer = new Peer(member, address, m_identity, this);
        m_peers.emplace(member, peer);
        peer->changed = [this, member = member](bool up) {
            if (up)
                m_left &= static_cast<MemberSet>(~only(member));
            look();
        };
        peer->dial();
    }
    look();
}

bool Ring::isSettled() const
{
    return std::ranges::all_of(m_peers, [this](const auto& place) {
        const auto& [member, peer] = place;
        return peer->isUp() ? isAskedBy(member) : peer->wasTried();
    });
}

bool Ring::isIdle() const
{
    return std::ranges::all_of(m_peers, [](const auto& place) { return place.second->isIdle(); });
}

void Ring::ask(int member, Request request, std::chrono::milliseconds patience, Answered answered)
{
    const auto place = m_peers.find(member);
    if (place == m_peers.end())
        return answered(tl::unexpected(Silence::Gone));
    place->second->ask(std::move(request), patience, std::move(answered));
}

void Ring::leave()
{
    m_left |= only(m_view.self);
    for (const auto& [member, peer] : m_peers)
        peer->ask(Leave {}, 1s, [](const auto&) {});
    look();
}

void Ring::accept()
{
    while (auto* socket = m_server.nextPendingConnection()) {
        auto* link = new Link(socket, Handshake::Role::Acceptor, m_identity, this);
        m_askers.emplace(link, -1);
        link->opened = [this, link] {
            m_askers[link] = link->other();
            look();
            if (const auto place = m_peers.find(link->other()); place != m_peers.end())
                place->second->dialNow();
        };
        link->received = [this, link](const QByteArray& payload) { serve(link, payload); };
        link->closed = [this, link](const QString& why) {
            if (link->wasRefused())
                qCWarning(replicationLog).noquote() << "turned somebody away:" << why;
            dismiss(link);
        };
    }
}

void Ring::dismiss(Link* link)
{
    m_askers.erase(link);
    link->close();
    look();
}

bool Ring::isAskedBy(int member) const
{
    return std::ranges::any_of(m_askers, [member](const auto& asker) { return asker.second == member; });
}

void Ring::serve(Link* link, const QByteArray& payload)
{
    auto request = decodeRequest(payload);
    if (!request)
        return dismiss(link);
    const auto member = link->other();
    const Reply reply = [guard = QPointer(link), number = request->number](Answer answer) {
        if (guard)
            guard->send(encode({ number, std::move(answer) }));
    };
    if (std::holds_alternative<Leave>(request->body)) {
        m_left |= only(member);
        look();
        return reply(Outcome {});
    }
    asked(member, std::move(request->body), reply);
}

void Ring::look()
{
    auto now = only(m_view.self);
    for (const auto& [member, peer] : m_peers) {
        if (peer->isUp() && isAskedBy(member))
            now |= only(member);
    }
    now &= static_cast<MemberSet>(~m_left);
    if (now == m_view.members)
        return;
    const auto before = std::exchange(m_view, { m_view.self, m_view.copies, now });
    qCInfo(replicationLog) << "members are now" << Qt::bin << now;
    changed(before);
}

} // namespace ceteris::sessions
