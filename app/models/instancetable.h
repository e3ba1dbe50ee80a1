// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/liveseries.h"
#include "app/models/tablemodel.h"

namespace ceteris::models {

// What each instance of the app has to do right now, a row each; empty with a single one.
Table instanceTable(const LiveSeries& series);

} // namespace ceteris::models
