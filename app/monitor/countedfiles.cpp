// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/countedfiles.h"

#include "app/monitor/proctext.h"

using namespace Qt::StringLiterals;

namespace ceteris::monitor {
namespace {

using Find = std::optional<double> (*)(QByteArrayView key, QByteArrayView text);

std::optional<double> extension(QByteArrayView column, QByteArrayView text)
{
    return tableCell("TcpExt", column, text);
}

std::optional<double> tcp(QByteArrayView column, QByteArrayView text)
{
    return tableCell("Tcp", column, text);
}

std::optional<double> bytesOfKib(QByteArrayView key, QByteArrayView text)
{
    const auto kib = numberAfter(key, text);
    return kib ? std::optional(*kib * 1024) : std::nullopt;
}

std::optional<double> pressureS(QByteArrayView, QByteArrayView text)
{
    const auto us = pressureTotal(text);
    return us ? std::optional(*us * 1e-6) : std::nullopt;
}

struct Source
{
    Counter counter;
    const char* path; // those of one file follow each other: it is read once
    Find find;
    const char* key;
};

constexpr Source sources[] {
    { Counter::SwapIn, "/proc/vmstat", numberAfter, "pswpin" },
    { Counter::SwapOut, "/proc/vmstat", numberAfter, "pswpout" },
    { Counter::OomKills, "/proc/vmstat", numberAfter, "oom_kill" },
    { Counter::AllocStalls, "/proc/vmstat", sumOfAll, "allocstall" },
    { Counter::DiskWrittenBytes, "/proc/vmstat", bytesOfKib, "pgpgout" },
    { Counter::ContextSwitches, "/proc/stat", numberAfter, "ctxt" },
    { Counter::Forks, "/proc/stat", numberAfter, "processes" },
    { Counter::MemoryPressureS, "/proc/pressure/memory", pressureS, "some" },
    { Counter::IoPressureS, "/proc/pressure/io", pressureS, "some" },
    { Counter::ListenOverflows, "/proc/net/netstat", extension, "ListenOverflows" },
    { Counter::ListenDrops, "/proc/net/netstat", extension, "ListenDrops" },
    { Counter::TcpTimeouts, "/proc/net/netstat", extension, "TCPTimeouts" },
    { Counter::RetransmittedSegments, "/proc/net/snmp", tcp, "RetransSegs" },
    { Counter::SentSegments, "/proc/net/snmp", tcp, "OutSegs" },
};

Probed<double> valueIn(const Probed<QByteArray>& text, const QByteArray& path, Find find, QByteArrayView key)
{
    if (!text)
        return unavailable(text.error());
    if (const auto value = find(key, *text))
        return *value;
    return unavailable(u"no "_s + QString::fromUtf8(key.toByteArray()) + u" in "_s + QString::fromUtf8(path));
}

// Summed over the CPUs, so the time is in CPU seconds; those of a package all count the same event.
void addThermal(Counters& counters, const FileTree& files, const std::vector<int>& cpus)
{
    const QByteArray first = "/sys/devices/system/cpu/cpu" + QByteArray::number(cpus.empty() ? 0 : cpus.front());
    counters[Counter::ThermalThrottles] = unavailable(u"no "_s + QString::fromUtf8(first) + u"/thermal_throttle"_s);
    counters[Counter::ThermalThrottledS] = counters[Counter::ThermalThrottles];
    for (const auto cpu : cpus) {
        const QByteArray folder = "/sys/devices/system/cpu/cpu" + QByteArray::number(cpu) + "/thermal_throttle/";
        if (!files.has(folder))
            continue;
        const auto add = [&](Counter counter, const QByteArray& name, double unit) {
            const auto text = files.read(folder + name);
            bool ok = false;
            const auto value = text ? text->trimmed().toDouble(&ok) : 0;
            if (ok)
                counters[counter] = counters[counter].value_or(0) + value * unit;
        };
        for (const QByteArray part : { "core", "package" }) {
            add(Counter::ThermalThrottles, part + "_throttle_count", 1);
            add(Counter::ThermalThrottledS, part + "_throttle_total_time_ms", 1e-3);
        }
    }
}

void addGroup(Counters& counters, const FileTree& files, const CpuGroup& generator)
{
    counters[Counter::GeneratorPressureS] = generator.pressure
        ? valueIn(files.read(*generator.pressure), *generator.pressure, pressureS, "some")
        : unavailable(generator.pressure.error());
    const auto quota = throttling(files, generator);
    counters[Counter::QuotaThrottles] = quota.map([](const Throttling& it) { return it.times; });
    counters[Counter::QuotaThrottledS] = quota.map([](const Throttling& it) { return it.seconds; });
}

} // namespace

Counters Counters::growthSince(const Counters& before) const
{
    Counters difference;
    for (std::size_t i = 0; i < counterCount; ++i)
        difference.m_values[i] = growth(before.m_values[i], m_values[i]);
    return difference;
}

Counters readCounters(const FileTree& files, const CpuGroup& generator, const std::vector<int>& cpus)
{
    Counters counters;
    QByteArray path;
    Probed<QByteArray> text;
    for (const auto& source : sources) {
        if (path != source.path) {
            path = source.path;
            text = files.read(path);
        }
        counters[source.counter] = valueIn(text, path, source.find, source.key);
    }
    addGroup(counters, files, generator);
    addThermal(counters, files, cpus);
    return counters;
}

} // namespace ceteris::monitor
