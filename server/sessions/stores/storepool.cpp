// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/storepool.h"

#include <QThreadPool>
#include <QThreadStorage>

#include <atomic>

namespace ceteris::sessions {
namespace {

constexpr qint64 sweepPeriodMs = 60'000;
constexpr int patienceMs = 1000;

} // namespace

struct StorePool::Shared
{
    PoolOptions options;
    MakeStore makeStore;
    std::atomic<int> waiting = 0;
    std::atomic<qint64> nextSweepMs = 0;
    QThreadStorage<std::shared_ptr<BlockingStore>> stores {}; // after the threads: each ends its own
    QThreadPool threads {};

    BlockingStore& storeOfThisThread()
    {
        if (!stores.hasLocalData())
            stores.setLocalData(makeStore());
        return *stores.localData();
    }
};

StorePool::StorePool(const PoolOptions& options, MakeStore makeStore)
    : m_shared(new Shared { options, std::move(makeStore) })
{
    m_shared->threads.setMaxThreadCount(options.threads);
    m_shared->threads.setExpiryTimeout(-1); // each keeps its connection
}

StorePool::~StorePool()
{
    m_shared->threads.clear();
    if (!m_shared->threads.waitForDone(patienceMs))
        static_cast<void>(m_shared.release());
}

bool StorePool::submit(Clock::time_point deadline, Work work)
{
    if (++m_shared->waiting > m_shared->options.queueLimit) {
        --m_shared->waiting;
        return false;
    }
    m_shared->threads.start([shared = m_shared.get(), deadline, work = std::move(work)] {
        --shared->waiting;
        if (Clock::now() < deadline)
            work(shared->storeOfThisThread());
    });
    return true;
}

bool StorePool::sweepIsDue(qint64 now)
{
    auto due = m_shared->nextSweepMs.load();
    return now >= due && m_shared->nextSweepMs.compare_exchange_strong(due, now + sweepPeriodMs) && due != 0;
}

std::chrono::milliseconds StorePool::deadline() const
{
    return m_shared->options.deadline;
}

} // namespace ceteris::sessions
