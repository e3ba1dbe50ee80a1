// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/oraclereport.h"
#include "app/plan/plan.h"

#include <vector>

namespace ceteris::run {

// What an arm's way to keep sessions cannot promise, whoever builds it. The oracle counts it all the same, but does not
// withhold a verdict for it: whoever chose the arm knows, and wants to see how often.
std::vector<load::Invariant> notPromised(const plan::Arm& arm);

} // namespace ceteris::run
