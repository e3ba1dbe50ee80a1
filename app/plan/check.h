// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/findings.h"
#include "app/plan/plan.h"

namespace ceteris::plan {

// What no key can tell alone: names that are there twice, more users than accounts, CPU sets that overlap.
void check(const Plan& plan, Findings& findings);

// The times, places and arms of what is to happen.
void checkEvents(const Plan& plan, Findings& findings);

} // namespace ceteris::plan
