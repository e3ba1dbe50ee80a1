// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/monitor/environmentwindow.h"

#include <chrono>

namespace ceteris::monitor {

// What one thread that never sleeps, kept on one CPU, went through while it sent packets to itself. In seconds.
struct AccountingTrial
{
    double wallS = 0;
    double ranS = 0; // by its own clock
    double waitedS = 0; // for the CPU, because others had it
    double interruptS = 0; // of that CPU, by /proc/stat
    double stolenS = 0; // likewise
};

// What is missing from the wall time is the interrupts, or it is nothing: whatever else the machine does, others are in
// the time waited. Unknown when there were too few interrupts, or the answer is in between.
CpuAccounting decideAccounting(const AccountingTrial& trial);

// Sends packets to itself for so long and decides. Unknown where /proc/PID/task/TID/schedstat cannot be read.
CpuAccounting detectAccounting(std::chrono::milliseconds duration);

} // namespace ceteris::monitor
