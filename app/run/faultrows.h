// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/schedule.h"
#include "app/results/faultrow.h"
#include "app/run/observation.h"

#include <vector>

namespace ceteris::run {

// A row for each thing the plan did in a trial, in their order.
std::vector<results::FaultRow> faultRows(const plan::Plan& plan, const plan::Trial& trial, const Observation& seen);

} // namespace ceteris::run
