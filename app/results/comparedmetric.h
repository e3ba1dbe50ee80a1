// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/plan.h"
#include "app/results/trialrow.h"

#include <QString>

#include <optional>
#include <vector>

namespace ceteris::results {

// A figure of a trial that arms are compared by.
struct ComparedMetric
{
    QString name; // as in comparison.csv and in the plan's decision
    const char* phrase; // of words(), in English
    bool lowerIsBetter = true;
    bool isTime = false; // of successful requests only: says nothing when failures differ
    bool ofOperation = true; // false: of the arm as a whole, whatever its users do
    double plan::Bands::*band; // the smallest difference that matters

    // The value of a trial; absent when it was not measured or stands on too few requests.
    std::optional<double> (*value)(const TrialRow& row);

    // Whether it is an outcome for this operation under this plan (requests/s is not, when the plan sets the rate).
    bool (*applies)(const plan::Plan& plan, plan::Operation operation);

    bool needsFailures = false; // without any it is another metric's twin

    QString words() const; // as in a sentence: "p99 response time"
};

const std::vector<ComparedMetric>& comparedMetrics();

} // namespace ceteris::results
