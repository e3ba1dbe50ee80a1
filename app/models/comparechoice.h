// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/compare.h"

#include <QStringList>

namespace ceteris::models {

class HistoryModel;

// What is put beside each other when nobody has said more than which experiments, and whether that is fair.

inline constexpr qsizetype mostSides = 4;

QList<Side> sidesOf(const QList<ExperimentPtr>& experiments); // one: its arms; several: one arm of each

QStringList latestTwoOf(const HistoryModel& history); // of one plan, the older first; empty: there are none
QString secondFor(const HistoryModel& history, const Experiment& first); // the latest other of its plan; empty: none

struct Fairness
{
    int spoiling = 0; // differences beside the factor
    QStringList grounds; // on which an experiment refuses a verdict
    bool isPreliminary = false; // one is not finished

    bool isComparable() const { return spoiling == 0 && grounds.isEmpty(); }
};
Fairness fairnessOf(const QList<Side>& sides, const std::vector<SideDifference>& differences);

} // namespace ceteris::models
