// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/comparedmetric.h"
#include "app/results/comparison.h"

#include <QString>

namespace ceteris::results {

inline constexpr int intervalFrom = 3; // blocks: below, an interval is so wide that it only confuses

// The verdict in words: what, how much, how sure, and for what it holds, with its notes. Everything but the primary
// metric "suggests".
QString sentence(const Comparison& comparison, const ComparedMetric& metric);

QString errorSentence(const Comparison& comparison); // of error_rate: both rates, whatever the verdict
QString twinSentence(const Comparison& comparison, const ComparedMetric& metric); // the control against itself

// Notes to a verdict.
QString withVoidedSentence(const Comparison& comparison, const ComparedMetric& metric);
QString noiseFloorSentence(const NoiseFloor& floor);

} // namespace ceteris::results
