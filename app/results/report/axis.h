// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace ceteris::results {

// One direction of a chart: what is shown, where the ticks are, and where a value lies between two edges.
struct Axis
{
    double low = 0;
    double high = 1;
    bool isLog = false;
    std::vector<double> ticks;

    double place(double value, double lowEdge, double highEdge) const;
};

// Both hold all values from low to high. Linear: ticks at 1, 2 or 5 times a power of ten, and the ends are ticks. Log:
// ticks at 1 and 3 of each power of ten, only at 1 when there are many.
Axis linearAxis(double low, double high, int aboutTicks = 5);
Axis logAxis(double low, double high);

} // namespace ceteris::results
