// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/plan.h"
#include "app/results/comparedmetric.h"
#include "app/results/trialrow.h"
#include "app/stats/paired.h"

#include <set>
#include <vector>

namespace ceteris::results {

// What became of the blocks that have been begun.
struct Fates
{
    std::set<int> valid; // every trial is there and none was disturbed
    std::set<int> voided; // something else disturbed a trial: void as a whole
    std::set<int> unfinished;
};
Fates fatesOf(const plan::Plan& plan, const std::vector<TrialRow>& trials);

// The two trials of a block that are compared.
struct Pair
{
    const TrialRow* mine = nullptr;
    const TrialRow* control = nullptr;
};

// Where a contrast looks: one operation at one level, in some of the blocks.
struct Place
{
    QString level;
    QString operation;
    std::set<int> blocks;
};

// The pairs of the blocks in which both arms were run well, in the order of blocks. A disturbed trial was run well.
std::vector<Pair> pairsOf(
    const std::vector<TrialRow>& trials, const Place& place, const QString& arm, const QString& control);

// ln(arm) − ln(control) of the pairs in which both were measured.
std::vector<double> logRatiosOf(const std::vector<Pair>& pairs, const ComparedMetric& metric);

// Failures of any kind and requests without an answer, of those sent.
std::uint64_t errorsOf(const TrialRow& row);

bool anyFailed(const std::vector<Pair>& pairs); // a request of any of the trials

// What a level asks for, in requests a second: its rate, or that of its users if answers took no time.
double plannedPerS(const plan::Plan& plan, const plan::Level& level);

// Arms that the family of the primary metric counts: neither the control nor its twin.
int familySize(const plan::Plan& plan);

} // namespace ceteris::results
