// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/foreigncpu.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::monitor {
namespace {

constexpr double shortWindowS = 5;
constexpr double slackS = 0.5; // looks do not fall on whole seconds
constexpr std::size_t named = 5;

CpuTimes difference(const CpuTimes& before, const CpuTimes& after)
{
    return { after.task - before.task, after.interrupt - before.interrupt, after.steal - before.steal };
}

Range divided(const Range& range, double by)
{
    return { range.low / by, range.high / by };
}

Range largest(const Range& a, const Range& b)
{
    return { std::max(a.low, b.low), std::max(a.high, b.high) };
}

using Cpus = Probed<CpuTimes> EnvironmentLook::*;

Probed<Range> foreignS(const EnvironmentLook& before, const EnvironmentLook& after, Cpus cpus, CpuAccounting accounting)
{
    for (const auto* look : { &before, &after }) {
        if (!(look->*cpus))
            return unavailable((look->*cpus).error());
        if (!look->processes)
            return unavailable(look->processes.error());
    }
    const auto ownS = after.processes->ownS - before.processes->ownS;
    return residualS(difference(*(before.*cpus), *(after.*cpus)), ownS, accounting);
}

Probed<Range> worstOfShortWindows(Looks looks, CpuAccounting accounting)
{
    Probed<Range> worst = notRead();
    std::size_t end = 0;
    for (std::size_t begin = 0; begin < looks.size(); ++begin) {
        while (end < looks.size() && looks[end].tS - looks[begin].tS < shortWindowS - slackS)
            ++end;
        const bool isShort = end == looks.size();
        if (isShort && begin > 0)
            break;
        const auto& last = looks[isShort ? looks.size() - 1 : end];
        const auto used = foreignS(looks[begin], last, &EnvironmentLook::partition, accounting);
        if (!used)
            return used;
        const auto cores = divided(*used, last.tS - looks[begin].tS);
        worst = worst ? largest(*worst, cores) : cores;
    }
    return worst;
}

void addProcesses(EnvironmentWindow& window, Looks looks)
{
    std::map<std::pair<qint64, QString>, double> used;
    std::map<QString, double> waitedFor;
    double listedS = 0;
    for (const auto& look : looks.subspan(1)) {
        if (!look.processes) {
            window.foreign = unavailable(look.processes.error());
            window.unexplainedCores = unavailable(look.processes.error());
            return;
        }
        for (const auto& process : look.processes->foreign) {
            used[{ process.pid, process.name }] += process.cpuS;
            listedS += process.cpuS;
            if (process.pid != 1 && process.childrenS > 0) // init waits for everybody's orphans
                waitedFor[process.name] += process.childrenS;
        }
    }
    std::vector<ProcessCores> foreign;
    for (const auto& [process, seconds] : used)
        foreign.push_back({ process.first, process.second, seconds / window.seconds });
    std::sort(foreign.begin(), foreign.end(), [](const auto& a, const auto& b) { return a.cores > b.cores; });
    foreign.resize(std::min(foreign.size(), named));
    window.foreign = std::move(foreign);
    const auto parent = std::max_element(
        waitedFor.begin(), waitedFor.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (parent != waitedFor.end())
        window.parentOfTheShortLived = parent->first;
    window.unexplainedCores = foreignS(looks.front(), looks.back(), &EnvironmentLook::machine, window.accounting)
                                  .map([&](const Range& all) {
                                      const auto rest
                                          = [&](double s) { return std::max(0.0, (s - listedS) / window.seconds); };
                                      return Range { rest(all.low), rest(all.high) };
                                  });
}

// The kernel books a CPU as busy or idle when it ticks, and misses who sleeps in time with that; the times of processes
// are exact. They are of the whole machine, so they only help where the experiment has all of it.
void raiseToListed(EnvironmentWindow& window, const EnvironmentLook& look)
{
    constexpr double ticksS = 0.1; // the sum of the CPUs is not exactly the whole
    if (!window.foreign || !window.foreignCores || !look.machine || !look.partition
        || look.machine->task - look.partition->task > ticksS)
        return;
    double listed = 0;
    for (const auto& process : *window.foreign)
        listed += process.cores;
    window.foreignCores = largest(*window.foreignCores, { listed, listed });
}

Probed<double> stolen(const EnvironmentLook& before, const EnvironmentLook& after, int cpus)
{
    if (!before.partition)
        return unavailable(before.partition.error());
    if (!after.partition)
        return unavailable(after.partition.error());
    return (after.partition->steal - before.partition->steal) / (after.tS - before.tS) / std::max(1, cpus);
}

} // namespace

Range residualS(const CpuTimes& machine, double ownS, CpuAccounting accounting)
{
    const auto with = std::max(0.0, machine.task + machine.interrupt - ownS);
    const auto without = std::max(0.0, machine.task - ownS);
    switch (accounting) {
    case CpuAccounting::WithInterrupts:
        return { with, with };
    case CpuAccounting::WithoutInterrupts:
        return { without, without };
    case CpuAccounting::Unknown:
        break;
    }
    return { without, with };
}

void addForeignCpu(EnvironmentWindow& window, Looks looks)
{
    window.foreignCores = foreignS(looks.front(), looks.back(), &EnvironmentLook::partition, window.accounting)
                              .map([&](const Range& used) { return divided(used, window.seconds); });
    window.foreignCores5s = worstOfShortWindows(looks, window.accounting);
    addProcesses(window, looks);
    raiseToListed(window, looks.back());
    window.stolen = stolen(looks.front(), looks.back(), window.cpus);
    window.stolen1s = window.stolen;
    for (std::size_t i = 1; i < looks.size(); ++i) {
        const auto one = stolen(looks[i - 1], looks[i], window.cpus);
        if (one && window.stolen1s)
            window.stolen1s = std::max(*window.stolen1s, *one);
    }
}

} // namespace ceteris::monitor
