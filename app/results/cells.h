// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/resultsfolder.h"

namespace ceteris::results {

// One arm at one level, over all its trials that went well.
struct Cell
{
    QString stem; // <arm>-<level>, a file name of its own for each cell
    std::vector<TrialRow> rows;
    std::vector<TrialHistograms> histograms; // merged, by operation
};

// In the plan's order; cells without a trial are left out.
Result<std::vector<Cell>> cellsOf(const Results& results);

} // namespace ceteris::results
