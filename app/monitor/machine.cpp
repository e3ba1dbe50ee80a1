// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/machine.h"

#include "app/monitor/procfs.h"

#include <QSysInfo>

#include <sys/resource.h>
#include <thread>

using namespace Qt::StringLiterals;

namespace ceteris::monitor {
namespace {

struct SettingFile
{
    QLatin1StringView key;
    QLatin1StringView path;
};

constexpr SettingFile settingFiles[] {
    { "governor"_L1, "/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"_L1 },
    { "no_turbo"_L1, "/sys/devices/system/cpu/intel_pstate/no_turbo"_L1 },
    { "boost"_L1, "/sys/devices/system/cpu/cpufreq/boost"_L1 },
    { "smt"_L1, "/sys/devices/system/cpu/smt/control"_L1 },
    { "clock_source"_L1, "/sys/devices/system/clocksource/clocksource0/current_clocksource"_L1 },
    { "transparent_huge_pages"_L1, "/sys/kernel/mm/transparent_hugepage/enabled"_L1 },
    { "swappiness"_L1, "/proc/sys/vm/swappiness"_L1 },
    { "overcommit_memory"_L1, "/proc/sys/vm/overcommit_memory"_L1 },
    { "somaxconn"_L1, "/proc/sys/net/core/somaxconn"_L1 },
    { "local_ports"_L1, "/proc/sys/net/ipv4/ip_local_port_range"_L1 },
    { "load_average"_L1, "/proc/loadavg"_L1 },
};

// The value of the first line "key : value" of /proc/cpuinfo.
QString cpuInfo(const QByteArray& text, const QByteArray& key)
{
    for (const auto& line : text.split('\n')) {
        if (line.startsWith(key))
            return QString::fromUtf8(line.mid(line.indexOf(':') + 1)).simplified();
    }
    return {};
}

} // namespace

QJsonObject machineFacts()
{
    const auto cpuInfoText = readProcFile(u"/proc/cpuinfo"_s);
    QJsonObject facts { { u"system"_s, QSysInfo::prettyProductName() }, { u"kernel"_s, QSysInfo::kernelVersion() },
        { u"architecture"_s, QSysInfo::currentCpuArchitecture() },
        { u"cores"_s, static_cast<qint64>(std::thread::hardware_concurrency()) },
        { u"virtual_machine"_s, cpuInfo(cpuInfoText, "flags").split(u' ').contains(u"hypervisor"_s) } };
    if (const auto model = cpuInfo(cpuInfoText, "model name"); !model.isEmpty())
        facts.insert(u"cpu"_s, model);
    if (const auto bytes = bytesOf("MemTotal", readProcFile(u"/proc/meminfo"_s)))
        facts.insert(u"memory_bytes"_s, *bytes);
    if (rlimit limit {}; getrlimit(RLIMIT_NOFILE, &limit) == 0)
        facts.insert(u"open_files"_s, static_cast<qint64>(limit.rlim_cur));
    for (const auto& [key, path] : settingFiles) {
        if (const auto text = readProcFile(path); !text.isEmpty())
            facts.insert(key, QString::fromUtf8(text).simplified());
    }
    return facts;
}

} // namespace ceteris::monitor
