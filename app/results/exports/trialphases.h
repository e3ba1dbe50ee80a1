// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"

#include <QString>

#include <map>
#include <vector>

namespace ceteris::results {

// A phase of a trial, on the trial's own clock.
struct TrialPhase
{
    QString name; // restart, idle, login, warmup, measure, logout, drain, washout
    double beginS = 0;
    double endS = 0; // of the last one: infinity
};

using TrialPhases = std::map<int, std::vector<TrialPhase>>; // by trial, in order

// From events.csv. A trial that was begun twice, because the first time was cut off, has the phases of the second.
Result<TrialPhases> readTrialPhases(const QString& folder);

QString phaseAt(const TrialPhases& phases, int trial, double tS); // empty: unknown

} // namespace ceteris::results
