// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/plan.h"
#include "app/results/comparison.h"
#include "app/results/trialrow.h"

#include <QJsonArray>
#include <QString>

#include <vector>

namespace ceteris::results {

// Does the gap between an arm and the control depend on the load? By block, in the registered operation and metric:
// c = d(busiest level) − d(least level), where d = ln(arm) − ln(control); then as every other contrast.
struct LoadDependence
{
    QString arm;
    QString control;
    QString operation;
    QString metric;
    QString busiest; // levels, by the load that is planned
    QString least;
    stats::Paired paired; // ratio: (arm/control at the busiest) / (arm/control at the least)
    double confidence = 0.95; // it suggests: adjusted for nothing
    double band = 0.05;
    stats::Decision decision; // Better and Worse stand for "it does"
    QString reason; // why nothing can be said; empty when it can
    QString sentence;

    bool operator==(const LoadDependence&) const = default;
};

// Of every arm but the control and twins; none for a plan with levels of one load only. `comparisons` are those of the
// same rows: what gets no verdict at one of the levels gets none between them.
std::vector<LoadDependence> loadDependence(
    const plan::Plan& plan, const std::vector<TrialRow>& trials, const std::vector<Comparison>& comparisons);

QJsonArray loadDependenceJson(const std::vector<LoadDependence>& all); // of verdict.json

} // namespace ceteris::results
