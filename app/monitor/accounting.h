// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/monitor/environmentwindow.h"

#include <chrono>

namespace ceteris::monitor {

// What a while of work with many packets has cost, in CPU seconds.
struct AccountingTrial
{
    CpuTimes machine;
    double ownS = 0;
    double listedS = 0; // of all other processes that could be seen
    double seconds = 0;
};

// The form whose rest is that of the list, to 0.05 core. Unknown when both or none is: too few packets, or too much
// else going on.
CpuAccounting decideAccounting(const AccountingTrial& trial);

// Sends packets to itself for so long and decides.
CpuAccounting detectAccounting(std::chrono::milliseconds duration);

} // namespace ceteris::monitor
