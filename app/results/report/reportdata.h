// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/comparison.h"
#include "app/results/exports/trialphases.h"
#include "app/results/loaddependence.h"
#include "app/results/objections.h"
#include "app/results/oraclesummary.h"
#include "app/results/preflightrow.h"
#include "app/results/resultsfolder.h"
#include "server/metrics/histogram.h"

#include <QJsonObject>
#include <QList>
#include <QPointF>

#include <vector>

namespace ceteris::results {

// Percentiles as a line: x is log10(1 / (1 − p)), so that 90, 99 and 99.9 % are equally far apart; y is microseconds.
// It ends where fewer than 10 requests are beyond.
using Curve = QList<QPointF>;
Curve curveOf(const metrics::Histogram& histogram);

// How long an operation took with an arm at a level.
struct Distribution
{
    int arm = 0; // its place in the plan
    QString level;
    QString operation;
    Curve all; // of the histograms of all trials in one
    std::vector<Curve> trials;
    std::uint64_t requests = 0;
    double maxUs = 0;
};

// The registered operation at the level of the decision, second by second, over the histograms of all trials in one.
struct TimeBin
{
    double tS = 0; // its middle, on the trial's clock
    double p50Us = 0, p95Us = 0, p99Us = 0;
};
struct OverTime
{
    int arm = 0;
    std::vector<TimeBin> bins;
    std::vector<TrialPhase> phases; // of one of its trials
    double binS = 1;
};

// Everything that the report tells.
struct ReportData
{
    Results results;
    std::vector<Comparison> comparisons;
    std::vector<Objection> objections;
    std::vector<OracleSummary> oracle;
    std::vector<LoadDependence> loadDependence;
    QJsonObject verdict; // as in verdict.json
    std::vector<Distribution> distributions;
    std::vector<OverTime> overTime;
    std::vector<PreflightRow> preflight;
    bool isComplete = false;

    const plan::Plan& plan() const { return results.plan; }
    int armIndex(const QString& name) const; // 0 for an unknown one
    QString decisionLevel() const;
};

Result<ReportData> readReportData(const QString& folder);

} // namespace ceteris::results
