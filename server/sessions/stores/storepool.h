// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/stores/blockingstore.h"

#include <chrono>
#include <functional>
#include <memory>

namespace ceteris::sessions {

struct PoolOptions
{
    int threads = 10; // each with a connection of its own
    int queueLimit = 10'000; // calls that may wait for a thread; more are refused
    std::chrono::milliseconds deadline { 1000 }; // for the answer to each call, its time in the queue included
};

// The threads of one process that block on a store for all of its listeners.
class StorePool
{
public:
    using Clock = std::chrono::steady_clock;
    using MakeStore = std::function<std::unique_ptr<BlockingStore>()>; // on the thread that uses it
    using Work = std::function<void(BlockingStore&)>;

    StorePool(const PoolOptions& options, MakeStore makeStore);
    // Drops what waits and ends what runs; a thread that its store does not let go within 1 s is left to itself.
    ~StorePool();
    Q_DISABLE_COPY_MOVE(StorePool)

    // Runs work on the next free thread, in order; never when that comes after the deadline. False: the queue is full.
    bool submit(Clock::time_point deadline, Work work);

    bool sweepIsDue(qint64 now); // true once a minute, to one of those who ask

    std::chrono::milliseconds deadline() const;

private:
    struct Shared;
    std::unique_ptr<Shared> m_shared; // given up when one of its threads is stuck
};

} // namespace ceteris::sessions
