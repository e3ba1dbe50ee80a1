// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/legend.h"
#include "widgets/chart/timedata.h"

namespace ceteris::widgets {

// A time chart in words and figures.
ChartTable tableOf(const TimeData& data); // a column for each line, layer and end of a band; rows by x
QList<LegendEntry> legendOf(const TimeData& data, std::optional<double> cursor); // with the values there
std::optional<double> stepFrom(const TimeData& data, double x, int points); // the x so many points on

} // namespace ceteris::widgets
