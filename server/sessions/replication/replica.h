// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/replication/ledger.h"
#include "server/sessions/replication/ring.h"

#include <chrono>

namespace ceteris::sessions {

// An inner time must end before an outer one: who is asked may have to ask himself.
struct ReplicationTiming
{
    std::chrono::milliseconds acknowledge { 1000 }; // a holder has kept a change, or said what it knows
    std::chrono::milliseconds operation { 2500 }; // the primary has done an operation, with all of that
};

// What this instance does for its own clients and for the other members. Each session has a primary, by View, through
// which all of its changes go, so that they have one order; it passes them on to the other holders. An instance that is
// not the primary asks it. Lives on the thread of its ring.
class Replica
{
public:
    using Done = std::function<void(Outcome)>;
    using Counted = std::function<void(Status, qint64)>;
    enum class Acknowledge { Sync, Async };

    Replica(Ring& ring, Ledger& ledger, Acknowledge acknowledge, ReplicationTiming timing = {});

    // Create, Save, Take or Find, wherever the session is. Unavailable: it was not confirmed by everybody who has to
    // (sync), or the primary is silent; tried again when a member's end was the reason. Async confirms nothing but what
    // the asker itself keeps, so that he reads what he wrote.
    void perform(const Request& operation, const Done& done);
    void count(const Counted& counted) const; // of all members together
    qint64 countOwn() const; // whose primary this is: the sum over all instances is all there are
    void clear(const Done& done);

    void serve(int member, Request request, const Ring::Reply& reply);

    // What others said is newer: kept, and passed on.
    void learn(const Verdict& verdict);

private:
    void attempt(const Request& operation, int more, const Done& done);
    void execute(const Request& operation, int asker, const Done& done);
    void apply(const Request& operation, int asker, const Done& done);
    void spread(const std::optional<Change>& change, int asker, Outcome outcome, const Done& done);
    void tell(int member, const Change& change, const std::function<void(Status)>& told);
    void fetch(const QByteArray& id, const std::function<void(bool sure)>& done);
    // done(false) when somebody who is there did not say.
    void askOthers(const Request& request, const std::function<void(const Answer&)>& each,
        const std::function<void(bool sure)>& done) const;

    Ring& m_ring;
    Ledger& m_ledger;
    const Acknowledge m_acknowledge;
    const ReplicationTiming m_timing;
};

} // namespace ceteris::sessions
