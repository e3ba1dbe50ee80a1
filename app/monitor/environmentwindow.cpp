// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/environmentwindow.h"

#include "app/monitor/foreigncpu.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::monitor {
namespace {

// The gauge at each look, put together; unavailable if any is.
template <class T, class Read, class Combine>
Probed<T> over(Looks looks, Read read, Combine combine)
{
    Probed<T> all = read(looks.front());
    for (const auto& look : looks.subspan(1)) {
        if (!all)
            return all;
        const auto& next = read(look);
        if (!next)
            return unavailable(next.error());
        all = combine(*all, *next);
    }
    return all;
}

template <class Read>
Probed<bool> changed(Looks looks, Read read)
{
    const auto& first = read(looks.front());
    if (!first)
        return unavailable(first.error());
    bool any = false;
    for (const auto& look : looks) {
        const auto& value = read(look);
        if (!value)
            return unavailable(value.error());
        any = any || *value != *first;
    }
    return any;
}

Probed<double> frequency(Looks looks)
{
    BusyMean mean;
    for (const auto& look : looks.subspan(1)) {
        if (!look.frequencyMHz)
            return unavailable(look.frequencyMHz.error());
        mean.sum += look.frequencyMHz->sum;
        mean.weight += look.frequencyMHz->weight;
    }
    if (mean.weight <= 0)
        return unavailable(u"no CPU was busy"_s);
    return mean.sum / mean.weight;
}

void addThreads(EnvironmentWindow& window, Looks looks)
{
    std::map<qint64, ThreadShare> waits;
    std::optional<QString> noWaits;
    double switches = 0;
    for (const auto& look : looks.subspan(1)) {
        if (!look.threads) {
            window.longestWait = unavailable(look.threads.error());
            window.switchesPerS = unavailable(look.threads.error());
            return;
        }
        noWaits = look.threads->noWaits ? look.threads->noWaits : noWaits;
        for (const auto& thread : look.threads->threads) {
            auto& wait = waits[thread.tid];
            wait = { thread.tid, thread.name, wait.share + thread.waitedS / window.seconds };
            switches += thread.switches;
        }
    }
    window.switchesPerS = switches / window.seconds;
    const auto longest = std::max_element(
        waits.begin(), waits.end(), [](const auto& a, const auto& b) { return a.second.share < b.second.share; });
    if (noWaits)
        window.longestWait = unavailable(*noWaits);
    else if (longest == waits.end())
        window.longestWait = unavailable(u"no thread of the generator"_s);
    else
        window.longestWait = longest->second;
}

void addGauges(EnvironmentWindow& window, Looks looks)
{
    using Look = const EnvironmentLook&;
    const auto least = [](double a, double b) { return std::min(a, b); };
    const auto most = [](double a, double b) { return std::max(a, b); };
    window.memoryAvailable = over<double>(
        looks, [](Look it) { return it.gauges.memoryAvailable; }, least);
    window.portsWaiting = over<double>(
        looks, [](Look it) { return it.gauges.portsWaiting; }, most);
    window.governorChanged = changed(looks, [](Look it) { return it.gauges.governor; });
    window.powerChanged = changed(looks, [](Look it) { return it.gauges.power; });
    window.clockSourceChanged = changed(looks, [](Look it) { return it.gauges.clockSource; });
    const auto battery
        = [](Look it) { return it.gauges.power.map([](auto is) { return is == PowerSource::Battery; }); };
    window.onBattery = over<bool>(looks, battery, [](bool a, bool b) { return a || b; });
    window.loadAverage = looks.front().gauges.loadAverage;
    window.temperatureC = looks.back().gauges.temperatureC;
    window.frequencyMHz = frequency(looks);
}

void addOwnDoings(EnvironmentWindow& window, Looks looks)
{
    const auto& before = looks.front().processes;
    const auto& after = looks.back().processes;
    if (!before || !after) {
        window.ownShareOfWrites = unavailable(before ? after.error() : before.error());
        return;
    }
    window.armDied = after->rootsAlive < before->rootsAlive;
    const auto own = growth(before->ownWrittenBytes, after->ownWrittenBytes);
    const auto& all = window.counted[Counter::DiskWrittenBytes];
    if (own && all)
        window.ownShareOfWrites = *all > 0 ? *own / *all : 0;
    else
        window.ownShareOfWrites = unavailable(own ? all.error() : own.error());
}

// Steps back and forth add up: each of them moved the timestamps.
void addClocks(EnvironmentWindow& window, Looks looks)
{
    const auto moved = [](double before, double after) { return std::abs(after - before); };
    window.suspendedS = 0;
    window.clockStepS = 0;
    for (std::size_t i = 1; i < looks.size(); ++i) {
        const auto& before = looks[i - 1].clocks;
        const auto& after = looks[i].clocks;
        *window.suspendedS += std::max(0.0, (after.boot - after.steady) - (before.boot - before.steady));
        // A sleep moves the time of day against the steady clock as well, but not against the one that sleeps along.
        *window.clockStepS += moved(before.real - before.boot, after.real - after.boot);
    }
}

Looks between(const std::vector<EnvironmentLook>& looks, double beginS, double endS)
{
    const auto at = [](double tS) { return [tS](const EnvironmentLook& look) { return look.tS < tS; }; };
    auto first = std::partition_point(looks.begin(), looks.end(), at(beginS));
    auto last = std::partition_point(looks.begin(), looks.end(), at(endS));
    if (first != looks.begin() && (first == looks.end() || first->tS > beginS))
        --first;
    if (last != looks.end())
        ++last;
    return { first, last };
}

} // namespace

EnvironmentWindow environmentBetween(
    const std::vector<EnvironmentLook>& all, double beginS, double endS, int cpus, CpuAccounting accounting)
{
    const auto looks = between(all, beginS, endS);
    EnvironmentWindow window;
    window.looks = static_cast<int>(looks.size());
    window.cpus = cpus;
    window.accounting = accounting;
    if (looks.size() < 2)
        return window;
    window.seconds = looks.back().tS - looks.front().tS;
    addForeignCpu(window, looks);
    window.counted = looks.back().counters.growthSince(looks.front().counters);
    addOwnDoings(window, looks);
    addThreads(window, looks);
    addGauges(window, looks);
    addClocks(window, looks);
    return window;
}

} // namespace ceteris::monitor
