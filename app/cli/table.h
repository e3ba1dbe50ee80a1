// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/plan.h"
#include "app/results/comparison.h"
#include "app/results/faultrow.h"
#include "app/results/loaddependence.h"
#include "app/results/objections.h"
#include "app/results/oraclesummary.h"
#include "app/results/trialrow.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ceteris::cli {

// Columns as wide as their widest cell; the first `leftColumns` are left-aligned, the others right-aligned.
QString aligned(const std::vector<QStringList>& rows, int leftColumns);

// One line for each arm × level × operation: requests and errors as sums, everything else as the median of the trials
// that were run as planned. Percentiles are those of single trials, never averaged.
QString summary(const plan::Plan& plan, const std::vector<results::TrialRow>& trials);

// What speaks against the experiment as a whole: the grounds to give no verdict, then the limits. Empty when nothing
// does.
QString objectionLines(const std::vector<results::Objection>& objections);

// What the plan did to each arm and what its users saw of it, a line for each event over all trials.
QString faultLines(const std::vector<results::FaultRow>& rows);

// What the session oracle saw of each arm, a line each.
QString oracleLines(const std::vector<results::OracleSummary>& summaries);

// The registered comparison first, then whether it depends on the load, then what the others suggest, a sentence each;
// those that were not measured, or get no verdict for the same reason as the registered one, are left out.
QString verdicts(const std::vector<results::Comparison>& comparisons,
    const std::vector<results::LoadDependence>& loadDependence = {});

} // namespace ceteris::cli
