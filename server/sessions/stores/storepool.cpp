// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/storepool.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

using namespace std::chrono_literals;

namespace ceteris::sessions {
namespace {

constexpr qint64 sweepPeriodMs = 60'000;
constexpr auto patience = 1s;

} // namespace

struct StorePool::Shared
{
    struct Job
    {
        Clock::time_point deadline;
        Work work;
    };

    Shared(const PoolOptions& theOptions, MakeStore make)
        : options(theOptions)
        , makeStore(std::move(make))
    {
    }

    void serve()
    {
        const auto store = makeStore();
        std::unique_lock lock(mutex);
        while (true) {
            changed.wait(lock, [this] { return stopping || !waiting.empty(); });
            if (stopping)
                break;
            const auto job = std::move(waiting.front());
            waiting.pop_front();
            lock.unlock();
            if (Clock::now() < job.deadline)
                job.work(*store);
            lock.lock();
        }
    }

    void leave()
    {
        const std::lock_guard lock(mutex);
        --threads;
        changed.notify_all();
    }

    const PoolOptions options;
    const MakeStore makeStore;
    std::atomic<qint64> nextSweepMs = 0;
    std::mutex mutex; // guards what follows
    std::condition_variable changed;
    std::deque<Job> waiting;
    int threads = 0;
    bool stopping = false;
};

StorePool::StorePool(const PoolOptions& options, MakeStore makeStore)
    : m_shared(std::make_shared<Shared>(options, std::move(makeStore)))
{
    m_shared->threads = options.threads;
    for (int i = 0; i < options.threads; ++i) {
        std::thread([shared = m_shared] {
            shared->serve();
            shared->leave();
        }).detach();
    }
}

StorePool::~StorePool()
{
    std::unique_lock lock(m_shared->mutex);
    m_shared->stopping = true;
    m_shared->waiting.clear();
    m_shared->changed.notify_all();
    m_shared->changed.wait_for(lock, patience, [this] { return m_shared->threads == 0; });
}

bool StorePool::submit(Clock::time_point deadline, Work work)
{
    {
        const std::lock_guard lock(m_shared->mutex);
        if (m_shared->waiting.size() >= static_cast<std::size_t>(m_shared->options.queueLimit))
            return false;
        m_shared->waiting.push_back({ deadline, std::move(work) });
    }
    m_shared->changed.notify_one();
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
