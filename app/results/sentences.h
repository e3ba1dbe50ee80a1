// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/comparedmetric.h"
#include "app/results/comparison.h"

#include <QString>

namespace ceteris::results {

// The verdict in words: what, how much, how sure, and for what it holds. Everything but the primary metric "suggests".
QString sentence(const Comparison& comparison, const ComparedMetric& metric);

} // namespace ceteris::results
