// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/replication/peer.h"
#include "server/sessions/replication/view.h"

#include <QTcpServer>

#include <map>
#include <memory>

namespace ceteris::sessions {

class Link;

// The members of the group and the links to them. Who is there is who can be reached and reaches us: a member that is
// cut off in one direction knows it, too. Lives on one thread.
class Ring : public QObject
{
public:
    using Reply = std::function<void(Answer)>; // any time later, once; does nothing when the asker has gone

    Ring(Identity identity, Copies copies);
    ~Ring() override;

    std::function<void(const View& before)> changed = {};
    std::function<void(int member, Request request, Reply reply)> asked = {};

    bool listen(quint16 port); // on loopback; false: errorString()
    QString errorString() const { return m_server.errorString(); }
    quint16 port() const { return m_server.serverPort(); }

    // Where the members are, this one among them or not. May be called again, with others.
    void setMembers(const std::map<int, Address>& members);

    const View& view() const { return m_view; }
    bool isSettled() const; // everybody who can be reached is there
    bool isIdle() const; // no answer is waited for
    MemberSet others() const { return static_cast<MemberSet>(m_view.members & ~only(m_view.self)); }
    void ask(int member, Request request, std::chrono::milliseconds patience, Answered answered);
    void leave(); // tells the others to count on us no longer

private:
    void accept();
    void dismiss(Link* link);
    bool isAskedBy(int member) const;
    void serve(Link* link, const QByteArray& payload);
    void look(); // who is there now

    const Identity m_identity;
    QTcpServer m_server;
    std::map<int, Peer*> m_peers;
    std::map<Link*, int> m_askers; // links that others made, with who they are; -1 until they have said
    MemberSet m_left = 0; // reachable, but leaving
    View m_view;
};

} // namespace ceteris::sessions
