// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/liveseries.h"
#include "app/models/livestate.h"

#include <QString>

#include <vector>

namespace ceteris::models {

enum class Condition { Unknown, Ok, Warning, Bad };

// One thing that tells whether the load generator and the machine can be believed.
struct HealthChip
{
    QString name; // "Generator CPU"
    QString value; // "—": not measurable here
    Condition condition = Condition::Unknown; // Unknown: there is no limit to hold it against yet
    QString text; // where the value is from and what its limit is
};

// Six of them: what ticks tell at once, and what only the checks of the last trial know.
std::vector<HealthChip> healthChips(const LiveState& state, const LiveSeries& series);

} // namespace ceteris::models
