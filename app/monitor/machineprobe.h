// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/monitor/monitor.h"
#include "app/monitor/procfs.h"

namespace ceteris::monitor {

// CPU and memory of the parts of the experiment and of the rest of the machine, from /proc and the scheduler's clocks.
class MachineProbe
{
public:
    explicit MachineProbe(const Watch& watch);

    void follow(const Watch& watch); // other processes: their CPU is told from the second look on

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
        PerProcess balancerS;
        PerProcess usersS;
        PerProcess storeS;
        std::optional<CpuTicks> machine;
    };

    Moment now() const;
    void addCpu(Sample& sample, const Moment& before, const Moment& after) const;
    void addMemory(Sample& sample) const;

    Watch m_watch;
    const double m_ticksPerS;
    const double m_pageBytes;
    std::optional<Moment> m_before;
};

} // namespace ceteris::monitor
