// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/replication/group.h"
#include "server/sessions/replication/ledger.h"

namespace ceteris::sessions {

// What this instance does for its own clients and for the other members. Each session has a primary, by View, through
// which all of its changes go, so that they have one order; it passes them on to the other holders. An instance that is
// not the primary asks it. Lives on the thread of its group.
class Replica
{
public:
    // Async does not wait for the other holders.
    Replica(Group& group, Ledger& ledger, bool isAsync);

    // An operation, wherever the session is. Unavailable: it was not confirmed by everybody who has to (sync), or the
    // primary is silent; tried again when a member's end was the reason. Async confirms nothing but what the asker
    // itself keeps, so that he reads what he wrote.
    void perform(const Request& operation, const Answered& done);
    // What all members answer, ours included: counts are added. Unavailable: somebody who is there did not say.
    void gather(const Request& request, const Answered& done);
    void serve(const Request& request, const Answered& done); // what this instance answers

    // Moves sessions when members have come or gone: to each new holder an offer of versions, a batch at a time, then
    // whole sessions where those are wanted. What has been handed on and need not be kept is dropped.
    void move(const View& before);

private:
    void attempt(const Request& operation, int times, const Answered& done);
    void execute(const Request& operation, const Answered& done);
    void recall(const Request& operation, const Answered& done);
    void spread(const std::optional<Change>& change, int asker, Answer answer, const Answered& done);
    void tell(int member, const Changes& changes, const QList<QByteArray>& wanted, const Answered& told);
    void learn(const Changes& known);
    MemberSet receiversOf(const QByteArray& id, const View& before) const;
    void offerFrom(qsizetype place, const QList<QByteArray>& ids, int member);

    Group& m_group;
    Ledger& m_ledger;
    const bool m_isAsync;
};

} // namespace ceteris::sessions
