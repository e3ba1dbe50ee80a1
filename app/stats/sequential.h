// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/stats/paired.h"

#include <array>
#include <optional>

namespace ceteris::stats {

// One look of the group-sequential design: after so many blocks, at this nominal level.
struct Look
{
    int blocks = 0;
    double alpha = 0;
};

// Three looks in the manner of O'Brien and Fleming (Biometrics 35, 1979), calibrated for the paired t test: together
// they err in 5 % of experiments without a difference.
inline constexpr std::array<Look, 3> looks { { { 6, 0.0014 }, { 10, 0.0136 }, { 15, 0.0439 } } };

// The last look that `blocks` blocks have reached; absent before the first.
std::optional<Look> lookAt(int blocks);

// Half of the interval's width on the log scale, as a share: 0.05 means "to 5 %". Absent without an interval.
std::optional<double> halfWidth(const Paired& paired);

// The precision stop: at least 6 blocks, and a half-width of at most `target`. It does not look at the sign, so the
// interval keeps its coverage (93-96 %).
bool preciseEnough(const Paired& paired, double target);

} // namespace ceteris::stats
