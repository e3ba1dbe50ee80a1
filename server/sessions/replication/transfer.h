// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/replication/replica.h"

#include <array>
#include <deque>

namespace ceteris::sessions {

// Moves sessions when members come and go: to each new holder an offer of versions, a batch at a time, then whole
// sessions where those are wanted. What an instance has handed on and need not keep it drops.
class Transfer
{
public:
    Transfer(Ring& ring, Ledger& ledger, Replica& replica);

    void begin(const View& before); // the ring's view is another now
    bool isDone() const;

private:
    struct Queue
    {
        std::deque<QByteArray> ids;
        bool isBusy = false; // a batch is under way
    };
    using Batch = QList<QByteArray>;

    MemberSet receiversOf(const QByteArray& id, const View& before) const;
    void offerNext(int member);
    void sendWanted(int member, QList<QByteArray> wanted, const Batch& batch);
    void finish(int member, const Batch& batch);
    void giveUp(int member);

    Ring& m_ring;
    Ledger& m_ledger;
    Replica& m_replica;
    std::array<Queue, mostMembers> m_queues;
};

} // namespace ceteris::sessions
