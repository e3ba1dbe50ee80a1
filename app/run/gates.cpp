// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/gates.h"

#include <QStringList>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace ceteris::run {
namespace {

using monitor::Counter;
using monitor::EnvironmentWindow;
using monitor::Probed;
using monitor::Range;
using monitor::unavailable;
using Baseline = GuardBaseline;
using Window = EnvironmentWindow;

constexpr double none = std::numeric_limits<double>::infinity();

Probed<Range> exactly(const Probed<double>& value)
{
    return value.map([](double it) { return Range { it, it }; });
}

Probed<Range> exactly(const Probed<bool>& value)
{
    return value.map([](bool it) { return Range { it ? 1.0 : 0.0, it ? 1.0 : 0.0 }; });
}

Probed<Range> perCpu(const Probed<Range>& cores, int cpus)
{
    return cores.map([cpus](const Range& it) {
        return Range { it.low / std::max(1, cpus), it.high / std::max(1, cpus) };
    });
}

template <Counter counter>
Sight events(const Window& window, const Baseline&)
{
    return { exactly(window.counted[counter]), {} };
}

// Of the window's length.
template <Counter counter>
Sight timeShare(const Window& window, const Baseline&)
{
    return { exactly(window.counted[counter].map([&](double s) { return s / window.seconds; })), culprit(window) };
}

QString names(const Window& window)
{
    QStringList list;
    for (const auto& process : window.foreign.value_or(std::vector<monitor::ProcessCores>())) {
        if (process.cores >= 0.01)
            list += u"%1 %2"_s.arg(process.name, QString::number(process.cores, 'f', 2));
    }
    return list.isEmpty() ? QString() : QString(list.join(u", ") + u" cores"_s);
}

Sight foreignCpu(const Window& window, const Baseline&)
{
    return { perCpu(window.foreignCores, window.cpus), names(window) };
}

Sight foreignCpu5s(const Window& window, const Baseline&)
{
    return { perCpu(window.foreignCores5s, window.cpus), names(window) };
}

Sight unexplained(const Window& window, const Baseline&)
{
    const auto forks = window.counted[Counter::Forks];
    QString who = forks ? u"%1 new processes a second"_s.arg(*forks / window.seconds, 0, 'f', 0) : forks.error();
    if (!window.parentOfTheShortLived.isEmpty())
        who += u", most of their work for "_s + window.parentOfTheShortLived;
    return { window.unexplainedCores, who };
}

Sight stolen(const Window& window, const Baseline&)
{
    return { exactly(window.stolen), {} };
}

Sight stolen1s(const Window& window, const Baseline&)
{
    return { exactly(window.stolen1s), {} };
}

// How much the value is above the usual, as a share of it.
Probed<double> excess(const Probed<double>& value, const std::optional<double>& usual)
{
    if (!value)
        return value;
    if (!usual || *usual <= 0)
        return unavailable(u"no earlier trial to compare with"_s);
    return *value / *usual - 1;
}

Sight slowCanary(const Window& window, const Baseline& baseline)
{
    return { exactly(excess(window.canaryUs, baseline.canaryUs)), culprit(window) };
}

Sight lowFrequency(const Window& window, const Baseline& baseline)
{
    return { exactly(excess(window.frequencyMHz, baseline.frequencyMHz).map([](double more) { return -more; })), {} };
}

Sight manySwitches(const Window& window, const Baseline& baseline)
{
    return { exactly(excess(window.switchesPerS, baseline.switchesPerS).map([](double more) { return more + 1; })),
        culprit(window) };
}

Sight governor(const Window& window, const Baseline&)
{
    return { exactly(window.governorChanged), {} };
}

Sight battery(const Window& window, const Baseline&)
{
    return { exactly(window.onBattery), {} };
}

Sight powerChange(const Window& window, const Baseline&)
{
    return { exactly(window.powerChanged), {} };
}

Sight memoryUsed(const Window& window, const Baseline&)
{
    return { exactly(window.memoryAvailable.map([](double share) { return 1 - share; })), {} };
}

Sight swapping(const Window& window, const Baseline&)
{
    const auto& in = window.counted[Counter::SwapIn];
    const auto& out = window.counted[Counter::SwapOut];
    return { in && out ? exactly(Probed<double>(*in + *out)) : unavailable(in ? out.error() : in.error()), {} };
}

// A process of the arm that died for want of memory is its own doing, and the trial's outcome.
Sight oomKills(const Window& window, const Baseline&)
{
    if (window.armDied)
        return { unavailable(u"a process of the arm died: an outcome"_s), {} };
    return { exactly(window.counted[Counter::OomKills]), {} };
}

// A store that writes to disk lets others wait: its own doing as well.
Sight ioPressure(const Window& window, const Baseline& baseline)
{
    constexpr double mostly = 0.5;
    if (window.ownShareOfWrites && *window.ownShareOfWrites > mostly)
        return { unavailable(u"most of what was written to disk was the experiment's own"_s), {} };
    return timeShare<Counter::IoPressureS>(window, baseline);
}

Sight generatorWait(const Window& window, const Baseline&)
{
    const auto name = window.longestWait ? window.longestWait->name : QString();
    return { exactly(window.longestWait.map([](const monitor::ThreadShare& it) { return it.share; })), name };
}

Sight retransmits(const Window& window, const Baseline&)
{
    const auto& again = window.counted[Counter::RetransmittedSegments];
    const auto& sent = window.counted[Counter::SentSegments];
    if (!again || !sent)
        return { unavailable(again ? sent.error() : again.error()), {} };
    return { exactly(Probed<double>(*again / std::max(1.0, *sent))), {} };
}

Sight portsWaiting(const Window& window, const Baseline&)
{
    return { exactly(window.portsWaiting), {} };
}

Sight clockStep(const Window& window, const Baseline&)
{
    return { exactly(window.clockStepS), {} };
}

Sight suspended(const Window& window, const Baseline&)
{
    return { exactly(window.suspendedS), {} };
}

Sight clockSource(const Window& window, const Baseline&)
{
    return { exactly(window.clockSourceChanged), {} };
}

Sight load(const Window& window, const Baseline& baseline)
{
    return { exactly(window.loadAverage.map([&](double it) { return it - baseline.expectedLoad; })), culprit(window) };
}

// Starting values, fixed before the start and the same for every arm. A figure trips when it is more than its limit.
constexpr Gate table[] {
    { "foreign_cpu", "share", 0.05, 0.12, foreignCpu,
        "Other programs used %1 of the experiment's CPUs (%2): requests waited for them." },
    { "foreign_cpu_5s", "share", none, 0.25, foreignCpu5s,
        "Other programs used %1 of the experiment's CPUs for 5 s (%2): that is enough to move a p99." },
    { "unexplained_cpu", "cores", 0.05, 0.25, unexplained,
        "Processes that came and went used %1 (%2): they took CPU and caches from the experiment." },
    { "steal", "share", 0.005, 0.02, stolen,
        "The host gave %1 of this machine's CPU time to others: everything here stood still meanwhile." },
    { "steal_1s", "share", none, 0.10, stolen1s,
        "The host took %1 of the CPU time within one second: a gap that the tail latencies show." },
    { "throttle", "1", 0, none, events<Counter::ThermalThrottles>,
        "The processor slowed itself down because it was hot (events: %1): its speed is not that of other trials." },
    { "throttle_time", "share", none, 0.001, timeShare<Counter::ThermalThrottledS>,
        "The processor ran throttled for %1 of the time because it was hot: its speed is not that of other trials." },
    { "frequency", "share", 0.03, 0.08, lowFrequency, "The busy CPUs ran %1 slower than in the other trials." },
    { "governor", "1", none, 0, governor, "The frequency governor was changed while it ran: trials are not alike." },
    { "battery", "1", 0, none, battery, "The machine ran on battery, where it saves power by being slow." },
    { "power_change", "1", none, 0, powerChange, "The power supply was plugged or unplugged: the CPU changes speed." },
    { "canary", "share", 0.03, 0.08, slowCanary,
        "A fixed piece of work took %1 longer than in the other trials (%2): the CPUs were not as fast as usual." },
    { "alloc_stalls", "1", 0, none, events<Counter::AllocStalls>,
        "Memory was so short that programs had to wait for it (stalls: %1)." },
    { "memory_used", "share", 0.90, none, memoryUsed, "%1 of the memory is in use: caches are being dropped." },
    { "swapping", "1", none, 0, swapping,
        "Memory went to or came from swap (pages: %1): whoever needed it waited for a disk." },
    { "oom_kills", "1", none, 0, oomKills,
        "The kernel killed processes for want of memory (%1), which frees caches and moves every figure." },
    { "memory_pressure", "share", 0.001, 0.01, timeShare<Counter::MemoryPressureS>,
        "Something waited for memory during %1 of the time (busiest: %2)." },
    { "io_pressure", "share", 0.01, 0.10, ioPressure,
        "Something waited for a disk during %1 of the time (busiest: %2)." },
    { "generator_pressure", "share", 0.01, 0.05, timeShare<Counter::GeneratorPressureS>,
        "The load generator waited for a CPU during %1 of the time (busiest: %2): it measured its own queue." },
    { "generator_quota", "1", none, 0, events<Counter::QuotaThrottles>,
        "The CPU quota of its control group stopped the load generator (stops: %1): it measured its own stops." },
    { "run_queue_wait", "share", 0.01, 0.05, generatorWait,
        "The generator's thread %2 waited for a CPU during %1 of the time: that is in every latency." },
    { "context_switches", "1", 3, none, manySwitches,
        "The generator was taken off its CPU %1 times as often as in the other trials (busiest: %2)." },
    { "retransmits", "share", 0.001, none, retransmits, "%1 of the TCP segments had to be sent again." },
    // The queue of the server under test: an outcome of the arm, written down only.
    { "listen_overflows", "1", none, none, events<Counter::ListenOverflows>, "" },
    { "tcp_timeouts", "1", none, none, events<Counter::TcpTimeouts>, "" },
    { "ports_waiting", "share", none, 0.80, portsWaiting,
        "%1 of the client ports are in TIME_WAIT: new connections will fail for want of a port." },
    { "clock_step", "s", 0.05, none, clockStep, "The time of day was set by %1: timestamps do not fit together." },
    { "suspend", "s", none, 0.05, suspended, "The machine slept for %1: nothing ran, and sessions grew old." },
    { "clock_source", "1", none, 0, clockSource,
        "The kernel changed its clock source: times before and after differ." },
    { "load_average", "1", 1, none, load,
        "The load average at the start was %1 above what the experiment brings (busiest: %2)." },
};

} // namespace

std::span<const Gate> gates()
{
    return table;
}

} // namespace ceteris::run
