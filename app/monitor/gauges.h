// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/monitor/filetree.h"

namespace ceteris::monitor {

enum class PowerSource { Mains, Battery };

// What the machine shows as it is now, not as a count.
struct Gauges
{
    Probed<double> memoryAvailable = notRead(); // share of the memory
    Probed<double> swapUsedBytes = notRead();
    Probed<double> portsWaiting = notRead(); // sockets in TIME_WAIT, as a share of the ports that clients may use
    Probed<double> ports = notRead(); // how many these are
    Probed<double> loadAverage = notRead(); // of the last minute
    Probed<double> temperatureC = notRead(); // the warmest zone
    Probed<QString> governor = notRead(); // of the first CPU
    Probed<bool> turbo = notRead();
    Probed<PowerSource> power = notRead();
    Probed<QString> clockSource = notRead();
};

Gauges readGauges(const FileTree& files, const std::vector<int>& cpus);

Probed<double> frequencyMHz(const FileTree& files, int cpu);

} // namespace ceteris::monitor
