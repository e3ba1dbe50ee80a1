// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/workpool.h"

#include <QPointer>
#include <QThread>

#include <sys/resource.h>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace ceteris::auth {
namespace {

// Against a listener on the same core the pool gets about a tenth: refreshes stay fast, logins still move.
constexpr int addedNiceness = 10;

void lowerPriority()
{
    // On Linux 0 means the calling thread alone.
    setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + addedNiceness);
}

// Lives on the thread of the context, so that the context's death can be seen without a lock.
class Completion : public QObject
{
public:
    Completion(QObject* context, std::function<void()> done)
        : m_context(context)
        , m_done(std::move(done))
    {
    }

    void finish()
    {
        if (m_context)
            m_done();
    }

private:
    QPointer<QObject> m_context;
    std::function<void()> m_done;
};

struct Job
{
    std::function<void()> work;
    std::unique_ptr<Completion> completion;
};

void send(std::unique_ptr<Completion> completion)
{
    auto* sent = completion.release();
    const auto arrive = [sent] { std::unique_ptr<Completion>(sent)->finish(); };
    QMetaObject::invokeMethod(sent, arrive, Qt::QueuedConnection);
}

} // namespace

class WorkPool::Impl
{
public:
    Impl(int threads, int queueLimit)
        : m_queueLimit(static_cast<std::size_t>(queueLimit))
    {
        for (int i = 0; i < threads; ++i)
            m_threads.emplace_back([this](const std::stop_token& stop) { serve(stop); });
    }

    ~Impl()
    {
        for (auto& thread : m_threads)
            thread.request_stop(); // all at once: a join must not wait for another thread's next job
    }

    bool submit(Job job)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_waiting.size() >= m_queueLimit)
                return false;
            m_waiting.push_back(std::move(job));
        }
        m_wake.notify_one();
        return true;
    }

    int waiting() const
    {
        const std::lock_guard lock(m_mutex);
        return static_cast<int>(m_waiting.size());
    }

private:
    void serve(const std::stop_token& stop)
    {
        lowerPriority();
        std::unique_lock lock(m_mutex);
        while (m_wake.wait(lock, stop, [this] { return !m_waiting.empty(); }) && !stop.stop_requested()) {
            auto job = std::move(m_waiting.front());
            m_waiting.pop_front();
            lock.unlock();
            job.work();
            send(std::move(job.completion));
            lock.lock();
        }
    }

    mutable std::mutex m_mutex; // guards m_waiting
    std::condition_variable_any m_wake;
    std::deque<Job> m_waiting;
    std::size_t m_queueLimit;
    std::vector<std::jthread> m_threads; // last: it stops and joins first
};

WorkPool::WorkPool(int threads, int queueLimit)
    : m_impl(std::make_unique<Impl>(threads, queueLimit))
{
}

WorkPool::~WorkPool() = default;

bool WorkPool::submit(QObject* context, std::function<void()> work, std::function<void()> done)
{
    Q_ASSERT(context->thread() == QThread::currentThread());
    return m_impl->submit({ std::move(work), std::make_unique<Completion>(context, std::move(done)) });
}

int WorkPool::waiting() const
{
    return m_impl->waiting();
}

} // namespace ceteris::auth
