// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/plan/plan.h"
#include "app/results/trialrow.h"

#include <vector>

namespace ceteris::results {

// trials.csv as far as its trials are whole: one row for each operation of the arm, in the plan's order.
struct TrialTable
{
    std::vector<TrialRow> rows;
    qsizetype size = 0; // bytes of the file up to here, the header included
};

// A torn end is not an error. What no crash can leave behind is: foreign columns, an unknown arm, a gap, a trial twice.
Result<TrialTable> readTrialTable(const QString& path, const plan::Plan& plan);

// What is wrong with these rows as one trial of the plan; empty: nothing.
QString flawOf(const std::vector<TrialRow>& rows, const plan::Plan& plan);

} // namespace ceteris::results
