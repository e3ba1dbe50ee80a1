// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metrics/servermetrics.h"

#include "server/metrics/exposition.h"
#include "server/metrics/totals.h"

#include <mutex>

namespace ceteris::metrics {

struct ThreadMetrics::Tables
{
    mutable std::mutex mutex; // protects totals
    Totals totals;
};

ThreadMetrics::ThreadMetrics()
    : m_tables(std::make_unique<Tables>())
{
}

ThreadMetrics::~ThreadMetrics() = default;

void ThreadMetrics::record(contract::Route route, int status, const StageClock& clock)
{
    const std::lock_guard lock(m_tables->mutex);
    auto& table = m_tables->totals.routes[static_cast<std::size_t>(route)];
    ++table.requests[static_cast<std::size_t>(std::clamp(status, lowestStatus, highestStatus) - lowestStatus)];
    table.duration.record(clock.total());
    for (std::size_t stage = 0; stage < stageCount; ++stage) {
        const auto spent = clock.spent(static_cast<contract::Stage>(stage));
        if (spent.count() > 0) // a stage the request did not pass is no stage of 0 s
            table.stages[stage].record(spent);
    }
}

void ThreadMetrics::addConnections(int difference)
{
    const std::lock_guard lock(m_tables->mutex);
    m_tables->totals.connections += difference;
}

struct ServerMetrics::Threads
{
    mutable std::mutex mutex; // protects all
    std::vector<std::shared_ptr<ThreadMetrics>> all; // kept for good: counters never go down
};

ServerMetrics::ServerMetrics()
    : m_threads(std::make_unique<Threads>())
{
}

ServerMetrics::~ServerMetrics() = default;

std::shared_ptr<ThreadMetrics> ServerMetrics::addThread()
{
    const std::lock_guard lock(m_threads->mutex);
    return m_threads->all.emplace_back(std::make_shared<ThreadMetrics>());
}

QByteArray ServerMetrics::openMetrics(const std::vector<Gauge>& gauges) const
{
    const auto totals = std::make_unique<Totals>();
    {
        const std::lock_guard lock(m_threads->mutex);
        for (const auto& thread : m_threads->all) {
            const std::lock_guard threadLock(thread->m_tables->mutex);
            totals->add(thread->m_tables->totals);
        }
    }
    return exposition(*totals, gauges);
}

} // namespace ceteris::metrics
