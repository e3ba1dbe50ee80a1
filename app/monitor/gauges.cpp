// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/gauges.h"

#include "app/monitor/proctext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::monitor {
namespace {

QByteArray cpuFolder(int cpu)
{
    return "/sys/devices/system/cpu/cpu" + QByteArray::number(cpu);
}

Probed<double> wordAt(const FileTree& files, const QByteArray& path, std::size_t place)
{
    const auto text = files.read(path);
    if (!text)
        return unavailable(text.error());
    const auto parts = words(firstLine(*text));
    bool ok = false;
    const auto value = place < parts.size() ? parts[place].toDouble(&ok) : 0;
    if (!ok)
        return unavailable(u"no number in "_s + QString::fromUtf8(path));
    return value;
}

Probed<QString> textOf(const FileTree& files, const QByteArray& path)
{
    return files.read(path).map([](const QByteArray& text) { return QString::fromUtf8(text).simplified(); });
}

// The number after a key within a line: "TCP: inuse 1 orphan 0 tw 7".
std::optional<double> afterWord(QByteArrayView word, QByteArrayView line)
{
    const auto parts = words(line);
    const auto found = std::find(parts.begin(), parts.end(), word);
    if (found == parts.end() || found + 1 == parts.end())
        return std::nullopt;
    bool ok = false;
    const auto value = (found + 1)->toDouble(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

void addMemory(Gauges& gauges, const FileTree& files)
{
    const auto text = files.read("/proc/meminfo");
    const auto value = [&](QByteArrayView key) { return text ? numberAfter(key, *text) : std::nullopt; };
    const auto total = value("MemTotal");
    const auto available = value("MemAvailable");
    const auto why = text ? u"no MemAvailable in /proc/meminfo"_s : text.error();
    gauges.memoryAvailable = total && available && *total > 0 ? Probed<double>(*available / *total) : unavailable(why);
    const auto swap = value("SwapTotal");
    const auto free = value("SwapFree");
    gauges.swapUsedBytes = swap && free ? Probed<double>((*swap - *free) * 1024)
                                        : unavailable(text ? u"no SwapTotal in /proc/meminfo"_s : text.error());
}

void addPorts(Gauges& gauges, const FileTree& files)
{
    const QByteArray range = "/proc/sys/net/ipv4/ip_local_port_range";
    const auto first = wordAt(files, range, 0);
    const auto last = wordAt(files, range, 1);
    gauges.ports = first && last && *last > *first ? Probed<double>(*last - *first + 1)
                                                   : unavailable(first ? u"no range"_s : first.error());
    const auto text = files.read("/proc/net/sockstat");
    const auto line = text ? text->mid(std::max<qsizetype>(0, text->indexOf("TCP:"))) : QByteArray();
    const auto waiting = afterWord("tw", firstLine(line));
    if (!gauges.ports)
        gauges.portsWaiting = unavailable(gauges.ports.error());
    else if (!waiting)
        gauges.portsWaiting = unavailable(text ? u"no TCP line in /proc/net/sockstat"_s : text.error());
    else
        gauges.portsWaiting = *waiting / *gauges.ports;
}

// Batteries of mice and headsets (scope Device) say nothing of the machine.
Probed<PowerSource> powerSource(const FileTree& files)
{
    const QByteArray folder = "/sys/class/power_supply";
    std::optional<PowerSource> found;
    for (const auto& name : files.entries(folder)) {
        const auto value = [&](const QByteArray& file) {
            return files.read(folder + '/' + name + '/' + file).value_or(QByteArray()).trimmed();
        };
        if (value("scope") == "Device")
            continue;
        if (value("online") == "1" && value("type") != "Battery")
            return PowerSource::Mains;
        if (value("online") == "0" || value("status") == "Discharging")
            found = PowerSource::Battery;
        else if (!value("status").isEmpty() && !found)
            found = PowerSource::Mains; // a battery that is charged or full
    }
    if (found)
        return *found;
    return unavailable(u"no supply in /sys/class/power_supply"_s);
}

Probed<bool> turbo(const FileTree& files)
{
    if (const auto off = textOf(files, "/sys/devices/system/cpu/intel_pstate/no_turbo"))
        return *off == u"0";
    return textOf(files, "/sys/devices/system/cpu/cpufreq/boost").map([](const QString& on) { return on == u"1"; });
}

Probed<double> temperature(const FileTree& files)
{
    const QByteArray folder = "/sys/class/thermal";
    Probed<double> warmest = unavailable(u"no /sys/class/thermal/thermal_zone*"_s);
    for (const auto& name : files.entries(folder)) {
        if (!name.startsWith("thermal_zone"))
            continue;
        if (const auto milli = wordAt(files, folder + '/' + name + "/temp", 0))
            warmest = std::max(warmest.value_or(*milli / 1000), *milli / 1000);
    }
    return warmest;
}

} // namespace

Gauges readGauges(const FileTree& files, const std::vector<int>& cpus)
{
    const QByteArray governor = cpuFolder(cpus.empty() ? 0 : cpus.front()) + "/cpufreq/scaling_governor";
    Gauges gauges;
    addMemory(gauges, files);
    addPorts(gauges, files);
    gauges.loadAverage = wordAt(files, "/proc/loadavg", 0);
    gauges.temperatureC = temperature(files);
    gauges.governor = textOf(files, governor);
    gauges.turbo = turbo(files);
    gauges.power = powerSource(files);
    gauges.clockSource = textOf(files, "/sys/devices/system/clocksource/clocksource0/current_clocksource");
    return gauges;
}

Probed<double> frequencyMHz(const FileTree& files, int cpu)
{
    return wordAt(files, cpuFolder(cpu) + "/cpufreq/scaling_cur_freq", 0).map([](double kHz) { return kHz / 1000; });
}

} // namespace ceteris::monitor
