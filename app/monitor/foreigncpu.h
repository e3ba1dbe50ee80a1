// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/monitor/environmentwindow.h"

#include <span>

namespace ceteris::monitor {

using Looks = std::span<const EnvironmentLook>; // at least two

// The foreign CPU, the stolen one and the names of who used it.
void addForeignCpu(EnvironmentWindow& window, Looks looks);

// CPU of the machine less that of our processes, in seconds, as it is when theirs contains the interrupts and when not.
Range residualS(const CpuTimes& machine, double ownS, CpuAccounting accounting);

} // namespace ceteris::monitor
