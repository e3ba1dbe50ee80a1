// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/column.h"

#include <QString>

namespace ceteris::results {

// One row of violations.csv: a promise that a session store broke, and what its user had seen before.
struct ViolationRow
{
    int block = 0;
    int trial = 0;
    QString arm;
    QString level;
    QString invariant; // "read_your_writes", …
    int account = 0;
    double atS = 0; // since the trial began; so does its history
    QString expected;
    QString found;
    QString history; // of this user, oldest first, one step a line

    bool operator==(const ViolationRow&) const = default;
};

const Columns<ViolationRow>& violationColumns();

} // namespace ceteris::results
