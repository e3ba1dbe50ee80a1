// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/cpuclock.h"

#include "app/monitor/monitor.h"
#include "app/monitor/processtree.h"

#include <ctime>
#include <sys/types.h>

namespace ceteris::monitor {
namespace {

std::optional<double> read(clockid_t clock)
{
    timespec time {};
    if (clock_gettime(clock, &time) != 0)
        return std::nullopt;
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

double sumOf(const std::vector<qint64>& pids)
{
    double sum = 0;
    for (const auto pid : pids)
        sum += treeCpuS(pid).value_or(0);
    return sum;
}

} // namespace

std::optional<double> processCpuS(qint64 pid)
{
    clockid_t clock = 0;
    if (pid <= 0 || clock_getcpuclockid(static_cast<pid_t>(pid), &clock) != 0)
        return std::nullopt;
    return read(clock);
}

double ownCpuS()
{
    return read(CLOCK_PROCESS_CPUTIME_ID).value_or(0);
}

double ownThreadCpuS()
{
    return read(CLOCK_THREAD_CPUTIME_ID).value_or(0);
}

CpuUse cpuUse(const Watch& watch)
{
    const auto appS = sumOf(watch.appPids) + sumOf(watch.balancerPids) + sumOf(watch.usersPids);
    return { ownCpuS(), watch.gone.appS + appS, watch.gone.storeS + sumOf(watch.storePids) };
}

} // namespace ceteris::monitor
