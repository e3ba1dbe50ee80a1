// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/monitor/monitor.h"
#include "app/monitor/procfs.h"

namespace ceteris::monitor {

// CPU and memory of the parts of the experiment and of the rest of the machine, from /proc and the scheduler's clocks.
class MachineProbe
{
public:
    MachineProbe(std::vector<qint64> appPids, std::vector<qint64> storePids);

    // Adds what can be read. CPU is over the time since the last look, so the first one has none.
    void look(Sample& sample);

private:
    using Clock = std::chrono::steady_clock;
    using PerProcess = std::vector<std::optional<double>>;

    struct Moment
    {
        Clock::time_point time;
        double generatorS = 0;
        double monitorS = 0;
        PerProcess appS;
        PerProcess storeS;
        std::optional<CpuTicks> machine;
    };

    Moment now() const;
    void addCpu(Sample& sample, const Moment& before, const Moment& after) const;
    void addMemory(Sample& sample) const;

    const std::vector<qint64> m_appPids;
    const std::vector<qint64> m_storePids;
    const double m_ticksPerS;
    const double m_pageBytes;
    std::optional<Moment> m_before;
};

} // namespace ceteris::monitor
