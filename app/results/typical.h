// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/comparison.h"

#include <vector>

namespace ceteris::results {

// Says of every contrast what the typical trial of either arm shows: the geometric mean over the blocks that count, as
// the ratios mean it, in the metric's own unit.
void addTypical(std::vector<Comparison>& comparisons, const plan::Plan& plan, const std::vector<TrialRow>& trials);

} // namespace ceteris::results
