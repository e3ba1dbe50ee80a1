// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/column.h"
#include "app/results/resultsfolder.h"
#include "app/results/trialrow.h"

namespace ceteris::results {

const Columns<TrialRow>& trialColumns(); // trials.csv
const Columns<SeriesRow>& seriesColumns(); // timeseries.csv
const Columns<EventRow>& eventColumns(); // events.csv

} // namespace ceteris::results
