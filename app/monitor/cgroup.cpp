// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/cgroup.h"

#include "app/monitor/proctext.h"

#include <QByteArrayList>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace ceteris::monitor {
namespace {

// A line of /proc/PID/cgroup is "id:controllers:path"; without controllers it is the one of version 2.
struct Membership
{
    QByteArrayList controllers;
    QByteArray path;
};

std::vector<Membership> memberships(const FileTree& files, qint64 pid)
{
    std::vector<Membership> found;
    const auto text = files.read("/proc/" + QByteArray::number(pid) + "/cgroup").value_or(QByteArray());
    for (const auto& line : text.split('\n')) {
        const auto first = line.indexOf(':');
        const auto second = line.indexOf(':', first + 1);
        if (first < 0 || second < 0)
            continue;
        const auto controllers = line.mid(first + 1, second - first - 1);
        found.push_back({ controllers.isEmpty() ? QByteArrayList() : controllers.split(','), line.mid(second + 1) });
    }
    return found;
}

// Mounted at their usual places; version 2 beside version 1 is in "unified".
QByteArrayList mounts(const Membership& membership)
{
    if (membership.controllers.isEmpty())
        return { "/sys/fs/cgroup", "/sys/fs/cgroup/unified" };
    return { "/sys/fs/cgroup/cpu", "/sys/fs/cgroup/" + membership.controllers.join(',') };
}

// The folders from the group up to the mount that have a cpu.stat.
std::vector<QByteArray> upwards(const FileTree& files, const QByteArray& mount, QByteArray path)
{
    std::vector<QByteArray> found;
    for (;;) {
        if (path == "/")
            path.clear();
        if (const QByteArray folder = mount + path; files.has(folder + "/cpu.stat"))
            found.push_back(folder);
        if (path.isEmpty())
            return found;
        path.truncate(std::max<qsizetype>(0, path.lastIndexOf('/')));
    }
}

std::optional<QByteArray> unifiedPath(const FileTree& files, qint64 pid)
{
    for (const auto& membership : memberships(files, pid)) {
        if (membership.controllers.isEmpty())
            return membership.path;
    }
    return std::nullopt;
}

// Only the root has no cgroup.events; its pressure is that of the whole machine.
Probed<QByteArray> pressureOf(const FileTree& files, const Membership& membership)
{
    for (const auto& mount : mounts(membership)) {
        const QByteArray folder = mount + (membership.path == "/" ? QByteArray() : membership.path);
        if (files.has(folder + "/cpu.pressure") && files.has(folder + "/cgroup.events"))
            return QByteArray(folder + "/cpu.pressure");
    }
    return unavailable(u"the generator is in no control group with a cpu.pressure"_s);
}

} // namespace

CpuGroup cpuGroupOf(const FileTree& files, qint64 pid, const std::vector<qint64>& others)
{
    CpuGroup group { {}, unavailable(u"no control group of version 2"_s) };
    for (const auto& membership : memberships(files, pid)) {
        if (!membership.controllers.isEmpty() && !membership.controllers.contains("cpu"))
            continue;
        for (const auto& mount : mounts(membership)) {
            for (const auto& folder : upwards(files, mount, membership.path))
                group.folders.push_back(folder);
        }
        if (membership.controllers.isEmpty())
            group.pressure = pressureOf(files, membership);
    }
    const auto path = unifiedPath(files, pid);
    const bool isShared = path
        && std::any_of(others.begin(), others.end(), [&](qint64 other) { return unifiedPath(files, other) == path; });
    if (group.pressure && isShared)
        group.pressure = unavailable(u"the generator shares its control group with the arm"_s);
    return group;
}

Probed<Throttling> throttling(const FileTree& files, const CpuGroup& group)
{
    if (group.folders.empty())
        return unavailable(u"no cpu.stat of the generator's control group"_s);
    Probed<Throttling> most
        = unavailable(u"no nr_throttled in "_s + QString::fromUtf8(group.folders.front()) + u"/cpu.stat"_s);
    for (const auto& folder : group.folders) {
        const auto text = files.read(folder + "/cpu.stat");
        const auto times = text ? numberAfter("nr_throttled", *text) : std::nullopt;
        if (!times)
            continue; // the root of version 2 has no quota
        const auto us = numberAfter("throttled_usec", *text); // version 1 counts ns
        const auto seconds = us ? *us * 1e-6 : numberAfter("throttled_time", *text).value_or(0) * 1e-9;
        if (!most || *times > most->times)
            most = Throttling { *times, seconds };
    }
    return most;
}

} // namespace ceteris::monitor
