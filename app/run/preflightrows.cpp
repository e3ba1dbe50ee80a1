// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/preflight.h"

#include "app/run/guard.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::run {
namespace {

using monitor::CpuAccounting;
using monitor::PowerSource;
using monitor::Probed;

// What is asked, and what to say when the answer is not the hoped-for one.
struct Question
{
    const char* name;
    const char* limit;
    const char* why;
    const char* mend;
};

template <class T, class Judge, class Show>
PreflightRow asked(const Question& question, const Probed<T>& value, Judge judge, Show show)
{
    PreflightRow row { QString::fromUtf8(question.name), {}, QString::fromUtf8(question.limit), Readiness::Unavailable,
        QString::fromUtf8(question.why), QString::fromUtf8(question.mend) };
    if (!value) {
        row.value = u"unavailable: "_s + value.error();
        return row;
    }
    row.readiness = judge(*value);
    row.value = show(*value);
    return row;
}

Readiness warnIf(bool bad)
{
    return bad ? Readiness::Warn : Readiness::Ok;
}

QString percent(double share)
{
    return QString(QString::number(share * 100, 'f', 1) + u" %"_s);
}

QString whole(double value)
{
    return QString::number(value, 'f', 0);
}

QString mebibytes(double bytes)
{
    const auto mib = bytes / (1024 * 1024);
    return mib < 10'000 ? QString(QString::number(mib, 'f', 0) + u" MiB"_s)
                        : QString(QString::number(mib / 1024, 'f', 0) + u" GiB"_s);
}

// Room for a need: enough for twice of it is well, too little for once of it stops the start.
auto roomFor(double need)
{
    return [need](double room) {
        return room < need ? Readiness::Fail : room < 2 * need ? Readiness::Warn : Readiness::Ok;
    };
}

PreflightRow others(const monitor::EnvironmentWindow& window)
{
    static constexpr Question question { "Other programs", "5 %", "They take CPU and caches from the experiment.",
        "Close what is not needed, updates and browsers first." };
    const auto cpus = std::max(1, window.cpus);
    const auto judge = [&](const monitor::Range& cores) { return warnIf(cores.high > 0.05 * cpus); };
    return asked(question, window.foreignCores, judge, [&](const monitor::Range& cores) {
        const auto who = culprit(window);
        const QString shown = percent(cores.high / cpus) + u" of the CPUs"_s;
        return who.isEmpty() ? shown : QString(shown + u", most of all "_s + who);
    });
}

PreflightRow accounting(CpuAccounting form)
{
    static constexpr Question question { "CPU accounting", "known",
        "Whether a process's CPU time contains interrupts decides what is left for others; unknown, both ends are "
        "given.",
        "Start again when the machine is quieter." };
    const auto judge = [](CpuAccounting it) { return warnIf(it == CpuAccounting::Unknown); };
    return asked(question, Probed<CpuAccounting>(form), judge, [](CpuAccounting it) {
        return it == CpuAccounting::Unknown       ? u"unknown"_s
            : it == CpuAccounting::WithInterrupts ? u"with interrupts"_s
                                                  : u"without interrupts"_s;
    });
}

PreflightRow cpuSets(const CpuSets& sets)
{
    static constexpr Question question { "CPU sets", "apart",
        "Generator and target that share a CPU measure each other.",
        "Use a machine with 4 CPUs or more, or name the sets in [cpus]." };
    const auto overlaps = [&](const std::vector<int>& other) {
        return std::any_of(sets.generator.begin(), sets.generator.end(),
            [&](int cpu) { return std::find(other.begin(), other.end(), cpu) != other.end(); });
    };
    const auto state = sets.generator.empty()           ? u"not pinned"_s
        : overlaps(sets.server) || overlaps(sets.store) ? u"generator and target share a CPU"_s
                                                        : u"apart"_s;
    return asked(
        question, Probed<QString>(state), [](const QString& it) { return warnIf(it != u"apart"); },
        [](const QString& it) { return it; });
}

QString asIs(const QString& text)
{
    return text;
}

void addSpeed(std::vector<PreflightRow>& rows, const PreflightFacts& facts)
{
    static constexpr Question canary { "Fixed piece of work", "3 %",
        "The same work takes a different time: the CPUs are not equally fast all the time.",
        "Wait until the machine is cool and quiet; set the governor to performance." };
    static constexpr Question governor { "CPU governor", "performance",
        "Other governors change the frequency with the load, so arms run at different speeds.",
        "sudo cpupower frequency-set -g performance" };
    static constexpr Question turbo { "Turbo", "off", "Turbo follows the temperature: later trials run slower.",
        "echo 1 | sudo tee /sys/devices/system/cpu/intel_pstate/no_turbo (or 0 to cpufreq/boost)" };
    static constexpr Question power { "Power supply", "mains", "On battery the machine saves power by being slow.",
        "Plug it in." };
    const auto drifts = [](double drift) { return warnIf(std::abs(drift) > 0.03); };
    const auto slows = [](const QString& it) { return warnIf(it != u"performance"); };
    const auto isOn = [](bool on) { return warnIf(on); };
    const auto isBattery = [](PowerSource it) { return warnIf(it == PowerSource::Battery); };
    const auto onOff = [](bool on) { return on ? u"on"_s : u"off"_s; };
    const auto source = [](PowerSource it) { return it == PowerSource::Battery ? u"battery"_s : u"mains"_s; };
    rows.push_back(asked(canary, facts.canaryDrift, drifts, percent));
    rows.push_back(asked(governor, facts.gauges.governor, slows, asIs));
    rows.push_back(asked(turbo, facts.gauges.turbo, isOn, onOff));
    rows.push_back(asked(power, facts.gauges.power, isBattery, source));
}

void addTime(std::vector<PreflightRow>& rows, const PreflightFacts& facts)
{
    static constexpr Question steal { "Stolen CPU time", "0.5 %", "The host gives this machine's CPUs to others.",
        "Use a machine of your own, or a quieter hour." };
    static constexpr Question quota { "CPU quota", "not reached",
        "The control group stops the generator when its CPU quota is used up.",
        "Raise cpu.max of the control group, or start outside of it." };
    static constexpr Question clock { "Clock", "0.05 s", "A clock that is set, or a sleep, breaks the order of events.",
        "Wait until the time service has settled." };
    const auto& window = facts.window;
    const auto moved = window.clockStepS.and_then([&](double stepS) -> Probed<double> {
        return window.suspendedS.map([stepS](double sleptS) { return std::max(stepS, sleptS); });
    });
    const auto isStolen = [](double share) { return warnIf(share > 0.005); };
    const auto isReached = [](double times) { return warnIf(times > 0); };
    const auto isMoved = [](double s) { return warnIf(s > 0.05); };
    const auto reached = [](double times) { return times > 0 ? u"reached"_s : u"not reached"_s; };
    const auto seconds = [](double s) { return QString(QString::number(s, 'f', 3) + u" s"_s); };
    rows.push_back(asked(steal, window.stolen, isStolen, percent));
    rows.push_back(asked(quota, window.counted[monitor::Counter::QuotaThrottles], isReached, reached));
    rows.push_back(asked(clock, moved, isMoved, seconds));
}

void addMemory(std::vector<PreflightRow>& rows, const PreflightFacts& facts)
{
    static constexpr Question memory { "Free memory", "10 %", "Short of memory, the kernel drops caches and swaps.",
        "Close what is not needed." };
    static constexpr Question swap { "Swap in use", "none", "What comes back from swap makes requests wait for a disk.",
        "sudo swapoff -a, then sudo swapon -a" };
    const auto isShort = [](double share) { return warnIf(share < 0.1); };
    const auto isUsed = [](double bytes) { return warnIf(bytes > 0); };
    const auto used = [](double bytes) { return bytes > 0 ? mebibytes(bytes) : u"none"_s; };
    rows.push_back(asked(memory, facts.gauges.memoryAvailable, isShort, percent));
    rows.push_back(asked(swap, facts.gauges.swapUsedBytes, isUsed, used));
}

void addRoom(std::vector<PreflightRow>& rows, const PreflightFacts& facts, const PreflightNeeds& needs)
{
    static constexpr Question waiting { "Sockets in TIME_WAIT", "20 %",
        "They keep client ports: new connections fail when none is left.", "Wait a minute." };
    static constexpr Question ports { "Client ports", "", "Every connection of the generator needs one.",
        "sudo sysctl net.ipv4.ip_local_port_range=\"1024 65535\"" };
    static constexpr Question files { "Open files", "", "Every connection is an open file, here and in the target.",
        "Raise the hard limit (ulimit -Hn) as root or in /etc/security/limits.conf." };
    static constexpr Question disk { "Free disk", "", "A full disk ends the recording in the middle.",
        "Choose another folder with --output, or make room." };
    const auto connections = static_cast<double>(needs.connections);
    const auto add = [&](const Question& question, const Probed<double>& room, double need, auto show) {
        rows.push_back(asked(question, room, roomFor(need), show));
        rows.back().limit = QString(u"at least "_s + show(2 * need));
    };
    const auto areMany = [](double share) { return warnIf(share > 0.2); };
    rows.push_back(asked(waiting, facts.gauges.portsWaiting, areMany, percent));
    add(ports, facts.gauges.ports, connections, whole);
    add(files, facts.descriptors, connections, whole);
    add(disk, facts.freeBytes, needs.bytes, mebibytes);
}

} // namespace

std::vector<PreflightRow> judgePreflight(const PreflightFacts& facts, const PreflightNeeds& needs)
{
    std::vector<PreflightRow> rows { others(facts.window), cpuSets(needs.cpus), accounting(facts.window.accounting) };
    addSpeed(rows, facts);
    addTime(rows, facts);
    addMemory(rows, facts);
    addRoom(rows, facts, needs);
    return rows;
}

} // namespace ceteris::run
