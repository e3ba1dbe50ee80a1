// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/monitor/environmentlook.h"
#include "app/monitor/environmentwindow.h"

#include <map>

namespace ceteris::monitor {

struct EnvironmentOptions
{
    QString root; // has proc and sys in it; empty: the machine
    qint64 generatorPid = 0; // 0: this process
    std::vector<qint64> armPids; // app and store
    std::vector<qint64> observerPids; // a window that watches
    std::vector<int> cpus; // that the experiment runs on; empty: all
    CpuAccounting accounting = CpuAccounting::Unknown;
};

// Looks at the machine and tells, of any window in between, what else went on there. One thread at a time.
class EnvironmentWatch
{
public:
    explicit EnvironmentWatch(EnvironmentOptions options);

    void look(double tS, const Clocks& clocks = Clocks::now()); // once a second

    // Between the last look before the window and the first one after it, as far as there are such: nothing that
    // happens at its edges is missed.
    EnvironmentWindow window(double beginS, double endS) const;

private:
    void addCpu(EnvironmentLook& look);
    void addFrequency(EnvironmentLook& look, const QByteArray& stat);

    const EnvironmentOptions m_options;
    const FileTree m_files;
    const double m_ticksPerS;
    const CpuGroup m_group;
    std::vector<int> m_cpus;
    ProcessTable m_processes;
    ThreadTable m_threads;
    std::map<int, double> m_busyTicks; // of each CPU at the last look
    std::vector<EnvironmentLook> m_looks;
};

} // namespace ceteris::monitor
