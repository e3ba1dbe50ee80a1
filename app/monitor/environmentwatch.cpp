// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/environmentwatch.h"

#include <ctime>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ceteris::monitor {
namespace {

double secondsOf(clockid_t clock)
{
    timespec time {};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

EnvironmentOptions completed(EnvironmentOptions options)
{
    if (options.generatorPid == 0)
        options.generatorPid = getpid();
    return options;
}

std::vector<qint64> oursOf(const EnvironmentOptions& options)
{
    std::vector<qint64> ours { options.generatorPid };
    ours.insert(ours.end(), options.armPids.begin(), options.armPids.end());
    ours.insert(ours.end(), options.observerPids.begin(), options.observerPids.end());
    return ours;
}

CpuTimes inSeconds(const CpuTimes& ticks, double ticksPerS)
{
    return { ticks.task / ticksPerS, ticks.interrupt / ticksPerS, ticks.steal / ticksPerS };
}

std::optional<CpuTimes> timesOf(int cpu, const QByteArray& stat)
{
    const QByteArray name = "cpu" + QByteArray::number(cpu);
    return cpuTimes(name, stat);
}

} // namespace

// Read again when something came in between: the differences of the clocks are what counts.
Clocks Clocks::now()
{
    constexpr double atOnceS = 50e-6;
    Clocks clocks;
    for (int attempt = 0; attempt < 5; ++attempt) {
        clocks = { secondsOf(CLOCK_MONOTONIC), secondsOf(CLOCK_BOOTTIME), secondsOf(CLOCK_REALTIME) };
        if (secondsOf(CLOCK_MONOTONIC) - clocks.steady < atOnceS)
            break;
    }
    return clocks;
}

EnvironmentWatch::EnvironmentWatch(EnvironmentOptions options)
    : m_options(completed(std::move(options)))
    , m_files(m_options.root)
    , m_ticksPerS(static_cast<double>(sysconf(_SC_CLK_TCK)))
    , m_group(cpuGroupOf(m_files, m_options.generatorPid, m_options.armPids))
    , m_cpus(m_options.cpus)
    , m_processes(oursOf(m_options), m_ticksPerS)
    , m_threads(m_options.generatorPid)
{
    if (m_cpus.empty())
        m_cpus = cpusIn(m_files.read("/proc/stat").value_or(QByteArray()));
}

void EnvironmentWatch::look(double tS, const Clocks& clocks)
{
    EnvironmentLook look;
    look.tS = tS;
    look.clocks = clocks;
    addCpu(look); // beside the processes: the two are compared
    look.processes = m_processes.look(m_files);
    look.threads = m_threads.look(m_files);
    look.counters = readCounters(m_files, m_group, m_cpus);
    look.gauges = readGauges(m_files, m_cpus);
    m_looks.push_back(std::move(look));
}

void EnvironmentWatch::addCpu(EnvironmentLook& look)
{
    const auto stat = m_files.read("/proc/stat");
    if (!stat) {
        look.machine = look.partition = unavailable(stat.error());
        look.frequencyMHz = unavailable(stat.error());
        return;
    }
    look.machine = look.partition = unavailable(u"no CPU times in /proc/stat"_s);
    if (const auto all = cpuTimes("cpu", *stat))
        look.machine = inSeconds(*all, m_ticksPerS);
    CpuTimes sum;
    bool isWhole = !m_cpus.empty();
    for (const auto cpu : m_cpus) {
        const auto one = timesOf(cpu, *stat);
        isWhole = isWhole && one;
        sum += one.value_or(CpuTimes {});
    }
    if (isWhole)
        look.partition = inSeconds(sum, m_ticksPerS);
    addFrequency(look, *stat);
}

void EnvironmentWatch::addFrequency(EnvironmentLook& look, const QByteArray& stat)
{
    look.frequencyMHz = BusyMean {};
    for (const auto cpu : m_cpus) {
        const auto times = timesOf(cpu, stat).value_or(CpuTimes {});
        const auto before = m_busyTicks.find(cpu);
        const auto total = times.task + times.interrupt;
        const auto busy = before == m_busyTicks.end() ? 0 : total - before->second;
        m_busyTicks[cpu] = total;
        const auto frequency = monitor::frequencyMHz(m_files, cpu);
        if (!frequency) {
            look.frequencyMHz = unavailable(frequency.error());
            return;
        }
        look.frequencyMHz->sum += busy * *frequency;
        look.frequencyMHz->weight += busy;
    }
}

EnvironmentWindow EnvironmentWatch::window(double beginS, double endS) const
{
    return environmentBetween(m_looks, beginS, endS, static_cast<int>(m_cpus.size()), m_options.accounting);
}

} // namespace ceteris::monitor
