// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/loadresult.h"

#include <algorithm>

namespace ceteris::load {
void Counts::add(const Counts& other)
{
    planned += other.planned;
    unsent += other.unsent;
    sent += other.sent;
    ok += other.ok;
    failed += other.failed;
    timeouts += other.timeouts;
    censored += other.censored;
    repeated += other.repeated;
    for (std::size_t i = 0; i < failureCount; ++i)
        failures[i] += other.failures[i];
}

void OperationRecord::add(const OperationRecord& other)
{
    counts.add(other.counts);
    completed += other.completed;
    newConnections += other.newConnections;
    bytesReceived += other.bytesReceived;
    response.add(other.response);
    service.add(other.service);
    lag.add(other.lag);
}

void OperationRecord::clear()
{
    counts = {};
    completed = 0;
    newConnections = 0;
    bytesReceived = 0;
    response.clear();
    service.clear();
    lag.clear();
}

void Episode::add(const Episode& other)
{
    ok += other.ok;
    refused += other.refused;
    unreachable += other.unreachable;
    timeouts += other.timeouts;
    otherFailures += other.otherFailures;
    sessionsLost += other.sessionsLost;
    sessionsReturned += other.sessionsReturned;
    sessionsResurrected += other.sessionsResurrected;
    staleAnswers += other.staleAnswers;
    if (other.firstGoodS)
        firstGoodS = std::min(firstGoodS.value_or(*other.firstGoodS), *other.firstGoodS);
    if (other.lastBadS)
        lastBadS = std::max(lastBadS.value_or(*other.lastBadS), *other.lastBadS);
}

void PhaseRecord::add(const PhaseRecord& other)
{
    windowS = std::max(windowS, other.windowS); // threads run side by side
    for (std::size_t i = 0; i < operations.size(); ++i)
        operations[i].add(other.operations[i]);
}

OperationRecord LoadResult::measured() const
{
    OperationRecord sum;
    for (const auto& operation : phases[static_cast<std::size_t>(Phase::Measure)].operations)
        sum.add(operation);
    return sum;
}

} // namespace ceteris::load
