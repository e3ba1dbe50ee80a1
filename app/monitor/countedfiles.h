// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/monitor/cgroup.h"
#include "app/monitor/filetree.h"

#include <array>

namespace ceteris::monitor {

// What the kernel only counts up. Seconds where the name says so, else events.
enum class Counter {
    SwapIn,
    SwapOut,
    OomKills,
    AllocStalls,
    DiskWrittenBytes,
    ContextSwitches,
    Forks,
    MemoryPressureS,
    IoPressureS,
    ListenOverflows,
    ListenDrops,
    TcpTimeouts,
    RetransmittedSegments,
    SentSegments,
    GeneratorPressureS,
    QuotaThrottles,
    QuotaThrottledS,
    ThermalThrottles,
    ThermalThrottledS,
    Count,
};
inline constexpr auto counterCount = static_cast<std::size_t>(Counter::Count);

// One of each, or why not.
class Counters
{
public:
    Counters() { m_values.fill(notRead()); }

    Probed<double>& operator[](Counter counter) { return m_values[static_cast<std::size_t>(counter)]; }
    const Probed<double>& operator[](Counter counter) const { return m_values[static_cast<std::size_t>(counter)]; }

    Counters growthSince(const Counters& before) const;

private:
    std::array<Probed<double>, counterCount> m_values;
};

Counters readCounters(const FileTree& files, const CpuGroup& generator, const std::vector<int>& cpus);

} // namespace ceteris::monitor
