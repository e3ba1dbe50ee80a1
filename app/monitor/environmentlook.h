// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/monitor/countedfiles.h"
#include "app/monitor/gauges.h"
#include "app/monitor/processtable.h"
#include "app/monitor/proctext.h"
#include "app/monitor/threadtable.h"

namespace ceteris::monitor {

// The system's clocks at one moment, in seconds.
struct Clocks
{
    double steady = 0;
    double boot = 0; // goes on while the machine sleeps
    double real = 0; // may be set

    static Clocks now();
};

// A mean over the CPUs, by how busy each has been; weight 0: none was.
struct BusyMean
{
    double sum = 0;
    double weight = 0;
};

// All that is read of the machine at one moment. Counts are since boot or since the first look, never differences,
// except the work of processes and threads, which is since the look before.
struct EnvironmentLook
{
    double tS = 0;
    Clocks clocks;
    Counters counters;
    Probed<CpuTimes> machine = notRead(); // in seconds
    Probed<CpuTimes> partition = notRead(); // of the experiment's CPUs, in seconds
    Probed<ProcessLook> processes = notRead();
    Probed<ThreadLook> threads = notRead();
    Probed<BusyMean> frequencyMHz = notRead();
    Gauges gauges;
};

} // namespace ceteris::monitor
