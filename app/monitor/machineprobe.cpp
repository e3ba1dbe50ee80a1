// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/machineprobe.h"

#include "app/monitor/cpuclock.h"
#include "app/monitor/processtree.h"

#include <algorithm>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ceteris::monitor {
namespace {

using Values = std::vector<std::optional<double>>;

template <class Read>
Values readAll(const std::vector<qint64>& pids, Read read)
{
    Values values;
    for (const auto pid : pids)
        values.push_back(read(pid));
    return values;
}

// Absent when any part is: a sum with a hole would look like a drop.
std::optional<double> sumOf(const Values& values)
{
    double sum = 0;
    for (const auto& value : values) {
        if (!value)
            return std::nullopt;
        sum += *value;
    }
    return values.empty() ? std::nullopt : std::optional(sum);
}

Values difference(const Values& after, const Values& before, double divisor)
{
    Values values(after.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (after[i] && before[i])
            values[i] = (*after[i] - *before[i]) / divisor;
    }
    return values;
}

Values joined(Values all, const Values& more)
{
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

// "cpu_app", and "cpu_app.1", "cpu_app.2" … by the numbers of its instances when there are several.
std::optional<double> addRole(Sample& sample, const QString& metric, const QString& unit, const Values& values,
    const std::vector<int>& numbers = {}, const Values& alsoItsOwn = {})
{
    const auto sum = sumOf(joined(values, alsoItsOwn));
    if (sum)
        sample.readings.push_back({ metric, *sum, unit });
    for (std::size_t i = 0; values.size() > 1 && i < values.size(); ++i) {
        const auto number = i < numbers.size() ? numbers[i] : static_cast<int>(i) + 1;
        if (values[i])
            sample.readings.push_back({ metric + u'.' + QString::number(number), *values[i], unit });
    }
    return sum;
}

// A part of the app's role, shown apart too.
void addBalancer(Sample& sample, const QString& metric, const QString& unit, const Values& values)
{
    if (const auto sum = sumOf(values))
        sample.readings.push_back({ metric, *sum, unit });
}

} // namespace

MachineProbe::MachineProbe(const Watch& watch)
    : m_watch(watch)
    , m_ticksPerS(static_cast<double>(sysconf(_SC_CLK_TCK)))
    , m_pageBytes(static_cast<double>(sysconf(_SC_PAGESIZE)))
{
}

void MachineProbe::follow(const Watch& watch)
{
    m_watch = watch;
    m_before.reset();
}

MachineProbe::Moment MachineProbe::now() const
{
    return { Clock::now(), ownCpuS(), ownThreadCpuS(), readAll(m_watch.appPids, treeCpuS),
        readAll(m_watch.balancerPids, treeCpuS), readAll(m_watch.usersPids, treeCpuS),
        readAll(m_watch.storePids, treeCpuS), machineTicks(readProcFile(u"/proc/stat"_s)) };
}

void MachineProbe::look(Sample& sample)
{
    auto moment = now();
    if (m_before)
        addCpu(sample, *m_before, moment);
    m_before = std::move(moment);
    addMemory(sample);
}

void MachineProbe::addCpu(Sample& sample, const Moment& before, const Moment& after) const
{
    const auto seconds = std::chrono::duration<double>(after.time - before.time).count();
    if (seconds <= 0)
        return;
    const auto cores = u"cores"_s;
    const auto add = [&](const QString& metric, double value) { sample.readings.push_back({ metric, value, cores }); };
    const auto generator = (after.generatorS - before.generatorS) / seconds;
    add(u"cpu_generator"_s, generator);
    add(u"cpu_monitor"_s, (after.monitorS - before.monitorS) / seconds); // a part of the generator's
    const auto balancer = difference(after.balancerS, before.balancerS, seconds);
    const auto app = addRole(sample, u"cpu_app"_s, cores, difference(after.appS, before.appS, seconds),
        m_watch.instances, joined(balancer, difference(after.usersS, before.usersS, seconds)));
    addBalancer(sample, u"cpu_balancer"_s, cores, balancer);
    const auto store = addRole(sample, u"cpu_store"_s, cores, difference(after.storeS, before.storeS, seconds));
    if (!after.machine || !before.machine)
        return;
    const auto perS = [&](quint64 CpuTicks::*field) {
        return (static_cast<double>((*after.machine).*field) - static_cast<double>((*before.machine).*field))
            / m_ticksPerS / seconds;
    };
    const auto busy = perS(&CpuTicks::busy);
    add(u"cpu_machine"_s, busy);
    add(u"cpu_steal"_s, perS(&CpuTicks::steal));
    const bool oursIsKnown = (app || m_watch.appPids.empty()) && (store || m_watch.storePids.empty());
    if (oursIsKnown) // ticks are coarser than the clocks, so a quiet rest may come out below 0
        add(u"cpu_other"_s, std::max(0.0, busy - generator - app.value_or(0) - store.value_or(0)));
}

void MachineProbe::addMemory(Sample& sample) const
{
    const auto bytes = u"bytes"_s;
    if (const auto pages = residentPages(readProcFile(u"/proc/self/statm"_s))) // without its children: they are the arm
        sample.readings.push_back({ u"memory_generator"_s, static_cast<double>(*pages) * m_pageBytes, bytes });
    const auto balancer = readAll(m_watch.balancerPids, treeResidentBytes);
    addRole(sample, u"memory_app"_s, bytes, readAll(m_watch.appPids, treeResidentBytes), m_watch.instances,
        joined(balancer, readAll(m_watch.usersPids, treeResidentBytes)));
    addRole(sample, u"memory_app_anon"_s, bytes, readAll(m_watch.appPids, treeAnonymousBytes), m_watch.instances,
        joined(readAll(m_watch.balancerPids, treeAnonymousBytes), readAll(m_watch.usersPids, treeAnonymousBytes)));
    addBalancer(sample, u"memory_balancer"_s, bytes, balancer);
    addRole(sample, u"memory_store"_s, bytes, readAll(m_watch.storePids, treeResidentBytes));
}

} // namespace ceteris::monitor
