// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/checkrow.h"

#include <optional>
#include <vector>

namespace ceteris::run {

// Whether the measured window was steady: rows of kind "warmup" named drift, halves, warmup_leak and autocorrelation,
// in this order, Mark at worst. `p50PerSecond`: one value > 0 for each second of the window, absent below 20 samples.
// `band` is the practical one, as a share. Too few seconds for a check make it Unavailable. Place and arm of the trial
// are left to the caller.
std::vector<results::CheckRow> judgeSteadiness(const std::vector<std::optional<double>>& p50PerSecond, double band);

} // namespace ceteris::run
