// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/monitor/filetree.h"
#include "app/monitor/proctext.h"

#include <unordered_map>
#include <unordered_set>

namespace ceteris::monitor {

// What one foreign process did between two looks.
struct ProcessWork
{
    qint64 pid = 0;
    QString name;
    double cpuS = 0;
    double childrenS = 0; // of children that it has waited for: they may have come and gone unseen
};

struct ProcessLook
{
    double ownS = 0; // CPU of our processes since they are watched, with children that have ended
    Probed<double> ownWrittenBytes = notRead(); // to disks, by those of ours that live, and their ended children
    int rootsAlive = 0; // of the given processes
    std::vector<ProcessWork> foreign; // since the last look, only those that did something
};

// Tells our processes from all others. Ours: the given ones and all that descend from them, for good; and the kernel's
// ksoftirqd threads, which carry the packets that the experiment sends to itself.
class ProcessTable
{
public:
    ProcessTable(std::vector<qint64> ours, double ticksPerS);

    // The first look is the zero of all figures. Unavailable when the processes of others are hidden.
    Probed<ProcessLook> look(const FileTree& files);

private:
    struct Known
    {
        double started = 0;
        double ticks = 0;
        double childTicks = 0;
        bool isOurs = false;
    };
    using Seen = std::unordered_map<qint64, ProcessTimes>;

    static Seen readAll(const FileTree& files);
    bool isOurs(qint64 pid, const Seen& seen) const;
    double ownSince(double ticks);

    const std::unordered_set<qint64> m_roots;
    const double m_ticksPerS;
    std::unordered_map<qint64, Known> m_known;
    double m_ownBefore = 0; // ticks of all of ours at the last look
    double m_ownTicks = 0; // grown since the first look
    bool m_hasLooked = false;
};

} // namespace ceteris::monitor
