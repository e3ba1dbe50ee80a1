// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/plan.h"
#include "app/results/checkrow.h"
#include "app/results/trialrow.h"

#include <vector>

namespace ceteris::results {

// Whether the design has ended with these rows, by the plan's stopping rule over the valid blocks (complete, not void):
// fixed: as many as planned; precision: at least 6, and every interval of the primary metric is as narrow as planned or
// no more blocks are allowed; sequential: a look (6, 10 or 15 blocks) that finds every arm better, worse or equivalent
// at its level, or the last one. An arm that broke a promise gets no verdict, so nothing waits for it.
bool designEnded(const plan::Plan& plan, const std::vector<TrialRow>& trials, const std::vector<CheckRow>& checks);

// What is missing to the end, in words; empty when the design has ended.
QString missingToTheEnd(
    const plan::Plan& plan, const std::vector<TrialRow>& trials, const std::vector<CheckRow>& checks);

// The level of the test for one contrast of the primary metric after so many valid blocks: 5 % or that of the latest
// look, shared by the family (Bonferroni).
double primaryAlpha(const plan::Plan& plan, int validBlocks);

} // namespace ceteris::results
