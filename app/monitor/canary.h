// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/monitor/probed.h"

#include <vector>

namespace ceteris::monitor {

// A fixed piece of work, integer arithmetic and a chase of pointers through 1 MiB, in many small pieces of about 1 ms.
struct Canary
{
    double medianUs = 0; // of one piece
    double spread = 0; // the middle half of the pieces, as a share of the median
};

// Takes about 200 ms on the given CPUs (empty: wherever), one after the other; the calling thread is where it was
// afterwards. The figure is that of the slowest CPU. Unavailable when a CPU may not be used.
Probed<Canary> runCanary(const std::vector<int>& cpus);

} // namespace ceteris::monitor
