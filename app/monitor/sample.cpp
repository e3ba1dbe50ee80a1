// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/sample.h"

#include <algorithm>

namespace ceteris::monitor {

const double* Sample::find(QStringView metric) const
{
    const auto found = std::find_if(
        readings.begin(), readings.end(), [metric](const Reading& reading) { return reading.metric == metric; });
    return found == readings.end() ? nullptr : &found->value;
}

} // namespace ceteris::monitor
