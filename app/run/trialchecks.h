// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/calibration.h"
#include "app/plan/plan.h"
#include "app/plan/schedule.h"
#include "app/results/checkrow.h"
#include "app/run/guard.h"
#include "app/run/observation.h"

#include <optional>
#include <vector>

namespace ceteris::run {

// What a trial is held against: what is usual in this experiment, and what this machine shows where there is nothing.
struct Yardstick
{
    GuardBaseline usual;
    std::optional<load::Floor> floor; // of the trial's level
};

// Everything that is asked of a trial beside its figures: the machine, the generator, the warm-up, the oracle. One row
// each, with its place.
std::vector<results::CheckRow> checksOf(
    const plan::Plan& plan, const plan::Trial& trial, const Observation& seen, const Yardstick& yardstick);

// Why the block has to be run again, as sentences; empty when it has not: the machine or the generator broke a limit,
// and the plan says that such blocks are void. Neither knows what was measured.
QString disturbance(const plan::Plan& plan, const std::vector<results::CheckRow>& checks);

} // namespace ceteris::run
