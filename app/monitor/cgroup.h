// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/monitor/filetree.h"

namespace ceteris::monitor {

// Where the CPU figures of a process's control group are: its own folder first, then those above it, whose quotas hold
// for it as well. Version 2 (one tree), version 1 (a tree for each controller) and both at once.
struct CpuGroup
{
    std::vector<QByteArray> folders; // with cpu.stat; empty: none
    Probed<QByteArray> pressure; // its cpu.pressure, when none but the process itself can have caused it
};

// The others are those that must not be in the same group, or its pressure tells nothing of this process alone.
CpuGroup cpuGroupOf(const FileTree& files, qint64 pid, const std::vector<qint64>& others);

struct Throttling
{
    double times = 0;
    double seconds = 0;
};
// The most of any of the group's folders.
Probed<Throttling> throttling(const FileTree& files, const CpuGroup& group);

} // namespace ceteris::monitor
