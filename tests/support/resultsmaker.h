// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/plan.h"

#include <QString>

namespace ceteris::tests {

// A results folder as the engine would leave it, made from figures that are known: arm "redis" is 30 % slower than
// "memory" in every block, with a little noise.
struct MadeExperiment
{
    QString name = QStringLiteral("made");
    int blocks = 6;
    int seconds = 3; // of the measure window: rows of timeseries.csv
    int voidBlock = 0; // in which something disturbed redis; 0: none. One more block is run for it
    bool complete = true; // else interrupted: no verdict, half of the blocks
    int moreMetrics = 0; // readings a second beside those that every trial has: for the size of a real folder
    double slower = 1.3;
};
QString makeResults(const QString& root, const MadeExperiment& made = {}); // the folder; aborts when it cannot

} // namespace ceteris::tests
