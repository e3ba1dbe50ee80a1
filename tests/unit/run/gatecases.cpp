// SPDX-License-Identifier: GPL-3.0-or-later
#include "gatecases.h"

using namespace Qt::StringLiterals;

namespace ceteris::testing {
namespace {

using monitor::Counter;
using monitor::Range;
using monitor::unavailable;
using Window = monitor::EnvironmentWindow;

template <auto member>
void hide(Window& window)
{
    window.*member = unavailable(u"no such file"_s);
}

template <Counter counter>
void hideCounter(Window& window)
{
    window.counted[counter] = unavailable(u"no such file"_s);
}

template <auto member>
void set(Window& window, double value)
{
    window.*member = value;
}

template <auto member>
void setFlag(Window& window, double value)
{
    window.*member = value > 0;
}

template <auto member> // a share of two CPUs
void setShare(Window& window, double value)
{
    window.*member = Range { 2 * value, 2 * value };
}

template <Counter counter>
void setCounter(Window& window, double value)
{
    window.counted[counter] = value;
}

template <Counter counter> // a share of 60 s
void setTime(Window& window, double value)
{
    window.counted[counter] = 60 * value;
}

void setUnexplained(Window& window, double value)
{
    window.unexplainedCores = Range { value, value };
}

void setMemoryUsed(Window& window, double value)
{
    window.memoryAvailable = 1 - value;
}

void setWait(Window& window, double value)
{
    window.longestWait = monitor::ThreadShare { 7, u"io 3"_s, value };
}

void setLoad(Window& window, double value)
{
    window.loadAverage = usual().expectedLoad + value;
}

void setSlower(Window& window, double value)
{
    window.canaryUs = *usual().canaryUs * (1 + value);
}

void setLower(Window& window, double value)
{
    window.frequencyMHz = *usual().frequencyMHz * (1 - value);
}

void setTimesAsMany(Window& window, double value)
{
    window.switchesPerS = *usual().switchesPerS * value;
}

void setRetransmits(Window& window, double value)
{
    window.counted[Counter::SentSegments] = 1e6;
    window.counted[Counter::RetransmittedSegments] = 1e6 * value;
}

constexpr std::nullopt_t never = std::nullopt;

} // namespace

const std::vector<GateCase>& gateCases()
{
    static const std::vector<GateCase> cases {
        { "foreign_cpu", setShare<&Window::foreignCores>, hide<&Window::foreignCores>, 0.049, 0.051, 0.121, "browser" },
        { "foreign_cpu_5s", setShare<&Window::foreignCores5s>, hide<&Window::foreignCores5s>, 0.249, never, 0.251,
            "browser" },
        { "unexplained_cpu", setUnexplained, hide<&Window::unexplainedCores>, 0.049, 0.051, 0.251, "make" },
        { "steal", set<&Window::stolen>, hide<&Window::stolen>, 0.0049, 0.0051, 0.0201, "host" },
        { "steal_1s", set<&Window::stolen1s>, hide<&Window::stolen1s>, 0.099, never, 0.101, "host" },
        { "throttle", setCounter<Counter::ThermalThrottles>, hideCounter<Counter::ThermalThrottles>, 0, 1, never,
            "hot" },
        { "throttle_time", setTime<Counter::ThermalThrottledS>, hideCounter<Counter::ThermalThrottledS>, 0.0009, never,
            0.0011, "hot" },
        { "frequency", setLower, hide<&Window::frequencyMHz>, 0.029, 0.031, 0.081, "slower" },
        { "governor", setFlag<&Window::governorChanged>, hide<&Window::governorChanged>, 0, never, 1, "governor" },
        { "battery", setFlag<&Window::onBattery>, hide<&Window::onBattery>, 0, 1, never, "battery" },
        { "power_change", setFlag<&Window::powerChanged>, hide<&Window::powerChanged>, 0, never, 1, "power" },
        { "canary", setSlower, hide<&Window::canaryUs>, 0.029, 0.031, 0.081, "browser" },
        { "alloc_stalls", setCounter<Counter::AllocStalls>, hideCounter<Counter::AllocStalls>, 0, 1, never, "stalls" },
        { "memory_used", setMemoryUsed, hide<&Window::memoryAvailable>, 0.899, 0.901, never, "memory" },
        { "swapping", setCounter<Counter::SwapOut>, hideCounter<Counter::SwapOut>, 0, never, 1, "swap" },
        { "swapping", setCounter<Counter::SwapIn>, hideCounter<Counter::SwapIn>, 0, never, 1, "swap" },
        { "oom_kills", setCounter<Counter::OomKills>, hideCounter<Counter::OomKills>, 0, never, 1, "killed" },
        { "memory_pressure", setTime<Counter::MemoryPressureS>, hideCounter<Counter::MemoryPressureS>, 0.0009, 0.0011,
            0.011, "browser" },
        { "io_pressure", setTime<Counter::IoPressureS>, hideCounter<Counter::IoPressureS>, 0.009, 0.011, 0.101,
            "browser" },
        { "generator_pressure", setTime<Counter::GeneratorPressureS>, hideCounter<Counter::GeneratorPressureS>, 0.009,
            0.011, 0.051, "browser" },
        { "generator_quota", setCounter<Counter::QuotaThrottles>, hideCounter<Counter::QuotaThrottles>, 0, never, 1,
            "quota" },
        { "run_queue_wait", setWait, hide<&Window::longestWait>, 0.009, 0.011, 0.051, "io 3" },
        { "context_switches", setTimesAsMany, hide<&Window::switchesPerS>, 2.9, 3.1, never, "browser" },
        { "retransmits", setRetransmits, hideCounter<Counter::RetransmittedSegments>, 0.0009, 0.0011, never, "TCP" },
        { "listen_overflows", setCounter<Counter::ListenOverflows>, hideCounter<Counter::ListenOverflows>, 1e6, never,
            never },
        { "tcp_timeouts", setCounter<Counter::TcpTimeouts>, hideCounter<Counter::TcpTimeouts>, 1e6, never, never },
        { "ports_waiting", set<&Window::portsWaiting>, hide<&Window::portsWaiting>, 0.79, never, 0.81, "TIME_WAIT" },
        { "clock_step", set<&Window::clockStepS>, hide<&Window::clockStepS>, 0.049, 0.051, never, "time of day" },
        { "suspend", set<&Window::suspendedS>, hide<&Window::suspendedS>, 0.049, never, 0.051, "slept" },
        { "clock_source", setFlag<&Window::clockSourceChanged>, hide<&Window::clockSourceChanged>, 0, never, 1,
            "clock source" },
        { "load_average", setLoad, hide<&Window::loadAverage>, 0.9, 1.1, never, "browser" },
    };
    return cases;
}

monitor::EnvironmentWindow quietWindow()
{
    Window window;
    window.seconds = 60;
    window.looks = 61;
    window.cpus = 2;
    window.accounting = monitor::CpuAccounting::WithInterrupts;
    window.foreignCores = window.foreignCores5s = window.unexplainedCores = Range {};
    window.foreign = std::vector<monitor::ProcessCores> { { 77, u"browser"_s, 0.02 }, { 78, u"indexer"_s, 0.015 } };
    window.parentOfTheShortLived = u"make"_s;
    window.stolen = window.stolen1s = 0.0;
    for (std::size_t i = 0; i < monitor::counterCount; ++i)
        window.counted[Counter(i)] = 0.0;
    window.ownShareOfWrites = 0.0;
    window.frequencyMHz = *usual().frequencyMHz;
    window.governorChanged = window.onBattery = window.powerChanged = window.clockSourceChanged = false;
    window.memoryAvailable = 0.5;
    window.portsWaiting = 0.0;
    window.loadAverage = usual().expectedLoad;
    window.temperatureC = 50.0;
    window.longestWait = monitor::ThreadShare { 7, u"io 3"_s, 0 };
    window.switchesPerS = *usual().switchesPerS;
    window.suspendedS = window.clockStepS = 0.0;
    window.canaryUs = *usual().canaryUs;
    return window;
}

run::GuardBaseline usual()
{
    return { 1000, 3000, 50, 2 };
}

} // namespace ceteris::testing
