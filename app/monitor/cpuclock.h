// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace ceteris::monitor {

// CPU time in seconds that all threads of a process have used, from the scheduler's own clock (nanoseconds, not ticks).
// nullopt when there is no such process.
std::optional<double> processCpuS(qint64 pid);

double ownCpuS(); // this process
double ownThreadCpuS(); // this thread

} // namespace ceteris::monitor
