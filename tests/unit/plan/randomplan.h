// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/plan.h"
#include "app/plan/random.h"

namespace ceteris::plan {

// A plan that read() must accept, with every field somewhere in its range. Equal seeds give equal plans.
Plan randomPlan(std::uint64_t seed);

} // namespace ceteris::plan
