// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/checkrow.h"
#include "app/results/contrast.h"

#include <QString>

#include <vector>

namespace ceteris::results {

// What speaks against an arm or a contrast, in words that go into a sentence; empty: nothing does.

// The promises to a user that an arm broke, by the oracle's checks in any of its trials.
QString brokenPromise(const QString& arm, const std::vector<CheckRow>& checks);

// The arms were not disturbed equally often (Fisher's exact test, p < 0.05): then it is the arm that the guard sees.
QString unequalDisturbance(const std::vector<TrialRow>& trials, const QString& arm, const QString& control);

// The arm was not steady in a third or more of its trials at a level: it holds for the window only.
QString unsteadiness(
    const std::vector<TrialRow>& trials, const std::vector<CheckRow>& checks, const Place& place, const QString& arm);

// The arms do not fail equally often (sign flips over blocks): times of successes alone flatter the one that fails.
bool failuresDiffer(const std::vector<Pair>& pairs);

// The order of the two trials in a block mattered (|t| > 3).
QString carriedOver(const std::vector<Pair>& pairs, const ComparedMetric& metric);

} // namespace ceteris::results
