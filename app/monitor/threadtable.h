// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/monitor/filetree.h"

#include <map>
#include <optional>

namespace ceteris::monitor {

// What one thread of the generator went through between two looks.
struct ThreadWork
{
    qint64 tid = 0;
    QString name;
    double waitedS = 0; // could have run, but had no CPU
    double switches = 0; // taken off its CPU
};

struct ThreadLook
{
    std::optional<QString> noWaits; // why waitedS cannot be read
    std::vector<ThreadWork> threads;
};

// The threads of one process, each on its own: the files of the process itself tell of its first thread only.
class ThreadTable
{
public:
    // Without the thread that looks, when it belongs to the process.
    explicit ThreadTable(qint64 pid);

    Probed<ThreadLook> look(const FileTree& files); // the first one is the zero of all figures

private:
    struct Known
    {
        double waitedNs = 0;
        double switches = 0;
    };

    const qint64 m_pid;
    std::map<qint64, Known> m_known;
    bool m_hasLooked = false;
};

} // namespace ceteris::monitor
