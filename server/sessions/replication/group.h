// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/replication/link.h"
#include "server/sessions/replication/messages.h"
#include "server/sessions/replication/view.h"

#include <QHash>
#include <QLoggingCategory>
#include <QMap>
#include <QPointer>
#include <QTcpServer>
#include <QTimer>

#include <map>

namespace ceteris::sessions {

// Members that come, go or are turned away; session ids hashed.
Q_DECLARE_LOGGING_CATEGORY(replicationLog)

using Answered = std::function<void(Answer)>; // once

// The members of the group and the links to them: on one we ask a member, on another, which it has made, it asks us.
// Who is there is who can be reached and reaches us: a member that is cut off in one direction knows it, too. A member
// that is silent for too long while we wait is cut off: it is back when it answers to a new connection. One that is
// busy answering others may take four times as long. Lives on one thread.
class Group : public QObject
{
public:
    Group(Identity identity, Copies copies);

    std::function<void(const View& before)> changed = {}; // before those who wait for an answer of the gone hear of it
    std::function<void(const Request& request, const Answered& answered)> asked = {}; // answers any time later

    QString listen(quint16 port); // on loopback; what is wrong, or nothing

    // On which port of loopback each member is reached, this one among them or not. May be called again, with others.
    void setMembers(const QMap<int, quint16>& ports);

    const View& view() const { return m_view; }
    QList<int> others() const { return membersOf(m_view.members & ~only(m_view.self)); }
    bool isSettled() const; // everybody who can be reached is there, as far as has been tried
    bool isIdle() const; // no answer is waited for
    // Requests arrive in the order in which they are sent. answered is called before this returns if the member is not
    // there; never when the group ends first.
    void ask(int member, Request request, Answered answered);
    void leave(); // tells the others to count on us no longer

private:
    struct Waiting
    {
        int askedAt = 0; // ticks
        int patience = 0; // ticks
        Answered answered;
    };
    struct Peer
    {
        bool isUp() const { return to && to->isOpen(); }
        bool isThere() const { return isUp() && from && from->isOpen(); }

        quint16 port = 0; // 0: it is no member, or we have not heard that it is
        QPointer<Link> to; // on which we ask
        QPointer<Link> from; // on which it asks
        QHash<quint64, Waiting> waiting; // by the number of the request
        int heardAt = 0; // ticks
        int retryAt = 0; // ticks
        int retryAfter = 1; // ticks
        QString told; // the last trouble in the log, which is not to be filled with the same
    };

    void dial(int member);
    void accept();
    void take(int member, const QByteArray& payload);
    void serve(Link* link, const QByteArray& payload);
    void lose(int member, const QString& why, Status silence = Status::Ok);
    void tick();
    void look(); // who is there now

    const Identity m_identity;
    QTcpServer m_server;
    std::map<int, Peer> m_peers;
    MemberSet m_left = 0; // reachable, but leaving
    View m_view;
    quint64 m_lastNumber = 0;
    QTimer m_ticks;
    int m_now = 0; // in ticks of ours, so that time in which this process could not run does not count against others
};

} // namespace ceteris::sessions
