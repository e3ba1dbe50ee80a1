// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/contract/names.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <numeric>

namespace ceteris::metrics {

inline constexpr std::size_t routeCount = contract::routeNames.size();
inline constexpr std::size_t stageCount = contract::stageNames.size();
inline constexpr int lowestStatus = 100;
inline constexpr int highestStatus = 599;

struct Bound
{
    std::int64_t nanoseconds;
    std::string_view seconds;
};
inline constexpr std::array<Bound, 19> bounds { {
    { 10'000, "1e-05" },
    { 20'000, "2e-05" },
    { 50'000, "5e-05" },
    { 100'000, "0.0001" },
    { 200'000, "0.0002" },
    { 500'000, "0.0005" },
    { 1'000'000, "0.001" },
    { 2'000'000, "0.002" },
    { 5'000'000, "0.005" },
    { 10'000'000, "0.01" },
    { 20'000'000, "0.02" },
    { 50'000'000, "0.05" },
    { 100'000'000, "0.1" },
    { 200'000'000, "0.2" },
    { 500'000'000, "0.5" },
    { 1'000'000'000, "1.0" },
    { 2'000'000'000, "2.0" },
    { 5'000'000'000, "5.0" },
    { 10'000'000'000, "10.0" },
} };

// Counts per bound, not cumulative; the last is for what is above all bounds.
struct Distribution
{
    std::array<std::uint64_t, bounds.size() + 1> counts {};
    std::int64_t sumNs = 0;

    void record(std::chrono::nanoseconds duration)
    {
        const auto bound = std::lower_bound(bounds.begin(), bounds.end(), duration.count(),
            [](const Bound& candidate, std::int64_t value) { return candidate.nanoseconds < value; });
        ++counts[static_cast<std::size_t>(bound - bounds.begin())];
        sumNs += duration.count();
    }

    std::uint64_t count() const { return std::accumulate(counts.begin(), counts.end(), std::uint64_t { 0 }); }

    void add(const Distribution& other)
    {
        for (std::size_t i = 0; i < counts.size(); ++i)
            counts[i] += other.counts[i];
        sumNs += other.sumNs;
    }
};

struct RouteTable
{
    std::array<std::uint64_t, highestStatus - lowestStatus + 1> requests {}; // by status
    Distribution duration;
    std::array<Distribution, stageCount> stages;

    void add(const RouteTable& other)
    {
        for (std::size_t i = 0; i < requests.size(); ++i)
            requests[i] += other.requests[i];
        duration.add(other.duration);
        for (std::size_t i = 0; i < stageCount; ++i)
            stages[i].add(other.stages[i]);
    }
};

struct Totals
{
    std::array<RouteTable, routeCount> routes;
    std::int64_t connections = 0;

    void add(const Totals& other)
    {
        for (std::size_t i = 0; i < routeCount; ++i)
            routes[i].add(other.routes[i]);
        connections += other.connections;
    }
};

} // namespace ceteris::metrics
