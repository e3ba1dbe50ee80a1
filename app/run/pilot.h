// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/plan.h"
#include "app/results/resultsfolder.h"

#include <QString>

#include <optional>
#include <vector>

namespace ceteris::run {

// The warm-up of a plan is one fixed number for all arms and trials, found once in a pilot: every arm twice at the
// level of the decision, watched from the first request on.
plan::Plan pilotPlan(const plan::Plan& plan, double lengthS);

// What the pilot saw of one figure in one trial.
struct PilotFinding
{
    int trial = 0;
    QString arm;
    QString figure; // "p50 of refresh", "CPU per request"
    std::optional<double> settledS; // from here on it stays put; absent: too few requests a second to tell
    bool converged = true; // false: it was still settling in the middle of the pilot

    bool operator==(const PilotFinding&) const = default;
};

// One for each trial and figure, from timeseries.csv.
std::vector<PilotFinding> findingsOf(const plan::Plan& pilot, const std::vector<results::TrialRow>& trials,
    const std::vector<results::SeriesRow>& series);

// 1.5 times the longest settling, in steps of 5 s, at least 10 s; nullopt when one of them did not settle or none could
// be judged.
std::optional<double> warmupFrom(const std::vector<PilotFinding>& findings);

} // namespace ceteris::run
