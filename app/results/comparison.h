// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/plan/plan.h"
#include "app/results/trialrow.h"
#include "app/stats/verdict.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace ceteris::results {

// One arm against the control (the plan's first arm) in one metric of one operation at one level: a row of
// comparison.csv.
struct Comparison
{
    QString level;
    QString operation;
    QString metric; // "response_p99", "cpu_per_request", …
    QString arm;
    QString control;
    bool primary = false; // the one the plan registered; all others only suggest
    int planned = 0; // blocks of the plan
    stats::Paired paired; // over the blocks in which both arms were run as planned
    double confidence = 0.95; // of the intervals
    double band = 0.05;
    stats::Decision decision;
    QString reason; // why there is no verdict; empty when there is one
    int blocksToResolve = 0; // for the band, at this spread; 0 when it cannot be said
    QString sentence; // for people

    bool operator==(const Comparison&) const = default;
};

// Every contrast of an experiment, in the order level, operation, metric, arm. A pure function of the plan and the
// rows: the same files give the same bytes.
std::vector<Comparison> compare(const plan::Plan& plan, const std::vector<TrialRow>& trials);

// Compares what is in a results folder and writes comparison.csv and verdict.json into it.
Result<std::vector<Comparison>> analyse(const QString& folder);

QByteArray comparisonCsv(const std::vector<Comparison>& comparisons);
QJsonObject verdictJson(const plan::Plan& plan, const std::vector<Comparison>& comparisons);

} // namespace ceteris::results
