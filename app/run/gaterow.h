// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/checkrow.h"
#include "app/run/honestygates.h"

namespace ceteris::run {

// The row of a value that is held against a gate's limits times the scale.
results::CheckRow gateRow(results::CheckRow place, const honesty::Gate& gate, double value, double scale = 1);

// The row of a figure that no limit applies to.
results::CheckRow shownRow(results::CheckRow place, const QString& check, const QString& unit, double value);

// The row of a gate whose value could not be had.
results::CheckRow unavailableRow(results::CheckRow place, const honesty::Gate& gate, const QString& reason);

} // namespace ceteris::run
