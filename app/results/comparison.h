// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/plan/plan.h"
#include "app/results/checkrow.h"
#include "app/results/errorrates.h"
#include "app/results/trialrow.h"
#include "app/stats/verdict.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace ceteris::results {

// What a contrast shows between the control and its twin, where nothing differs.
struct NoiseFloor
{
    double ratio = 1;
    std::optional<stats::Interval> interval;

    bool operator==(const NoiseFloor&) const = default;
};

// The same contrast with the blocks that were void put back: voiding must not make the verdict.
struct WithVoided
{
    stats::Paired paired;
    stats::Decision decision;

    bool operator==(const WithVoided&) const = default;
};

// One arm against the control (the plan's first arm) in one metric of one operation at one level: a row of
// comparison.csv.
struct Comparison
{
    QString level;
    QString operation;
    QString metric; // "response_p99", "cpu_per_request", … "error_rate"
    QString arm;
    QString control;
    bool primary = false; // the one the plan registered; all others only suggest
    bool isTwin = false; // the control against itself: the noise floor, never a verdict
    int planned = 0; // blocks of the plan; the most that it allows when a rule stops it
    int voided = 0; // blocks that were void and run again
    stats::Paired paired; // over the valid blocks in which both arms were run as planned
    std::optional<double> armTypical; // geometric mean of its trials in the blocks that count; absent: not measured
    std::optional<double> controlTypical;
    std::optional<ErrorRates> errors; // of error_rate, whose `paired` has only the number of blocks
    std::optional<double> holmP; // of the primary family: its sign-flip p, adjusted for all arms (Holm)
    double confidence = 0.95; // of the intervals
    double band = 0.05;
    stats::Decision decision;
    std::optional<WithVoided> withVoided; // absent when no block was void
    std::optional<NoiseFloor> noiseFloor; // absent without a twin
    QString reason; // why there is no verdict; empty when there is one
    int blocksToResolve = 0; // for the band, at this spread; 0 when it cannot be said
    QStringList notes; // sentences that belong to the verdict
    QString sentence; // for people, the notes included

    bool operator==(const Comparison&) const = default;
};

// Every contrast of an experiment, in the order level, operation, metric, arm. A pure function of the plan and the
// rows: the same files give the same bytes.
std::vector<Comparison> compare(
    const plan::Plan& plan, const std::vector<TrialRow>& trials, const std::vector<CheckRow>& checks);

// Compares what is in a results folder and writes comparison.csv and verdict.json into it.
Result<std::vector<Comparison>> analyse(const QString& folder);

QByteArray comparisonCsv(const std::vector<Comparison>& comparisons);

// The comparisons, what they stand on (scope, windows, objections, blocks that were void and why, number of marks),
// what the session oracle saw, and whether the registered gap depends on the load.
QJsonObject verdictJson(const plan::Plan& plan, const std::vector<TrialRow>& trials,
    const std::vector<CheckRow>& checks, const std::vector<Comparison>& comparisons);

} // namespace ceteris::results
