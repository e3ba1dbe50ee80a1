// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/experiment.h"
#include "app/models/tablemodel.h"
#include "app/models/trialvalues.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace ceteris::models {

// One of the things that stand beside each other: an arm of an experiment.
struct Side
{
    ExperimentPtr experiment;
    int arm = 0; // index into its plan

    const plan::Arm& planArm() const { return experiment->results.plan.arms[static_cast<std::size_t>(arm)]; }
};

// A difference between the sides that is not the load's own doing.
struct SideDifference
{
    QString area; // arm, plan, host, versions, cpus
    QString key;
    QStringList values; // one for each side
    bool isFactor = false; // what the experiment is about
    bool spoils = false; // with it the sides cannot be compared
};

// What is beside the point (names, the seed, the number of blocks) is listed and spoils nothing; so does the factor,
// which is one key of the arms, or those that all plans declare. Everything else spoils the comparison.
std::vector<SideDifference> differencesOf(const QList<Side>& sides);

// One metric on all sides. With an interval only where an experiment has one: the first and another arm of the same
// experiment, one of them its control. Trials of different experiments are no pairs.
struct SideEffect
{
    double ratio = 1; // side / first side
    std::optional<stats::Interval> interval; // paired by block
    double confidence = 0.95;
    QString why; // there is no interval; empty: there is one
};
struct SideMetric
{
    Measure measure;
    std::vector<std::optional<double>> typical; // by side: the typical trial of the blocks that count
    std::vector<int> trials; // by side: that count
    std::vector<int> excluded; // by side: that do not
    std::vector<std::optional<SideEffect>> effects; // by side; none for the first and for what was not measured
    double band = 0.05;
    bool lowerIsBetter = true;
    bool registered = false;
};
std::vector<SideMetric> metricsOf(const QList<Side>& sides);

QString practicalText(const SideMetric& metric, const SideEffect& effect); // "↓ better", "too small to matter" …
Table metricTable(const QList<Side>& sides, const std::vector<SideMetric>& metrics);
Table differenceTable(const QList<Side>& sides, const std::vector<SideDifference>& differences);

bool sameExperiment(const QList<Side>& sides);
QString sideText(const QList<Side>& sides, int side); // "A · redis", with the experiment where there are several

} // namespace ceteris::models
