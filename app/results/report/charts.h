// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/report/reportdata.h"

#include <QString>

namespace ceteris::results {

// The charts of the report as SVG; empty when there is nothing to draw. They compute nothing but places on paper.

// A row for each comparison that was measured, the registered ones first: ratio, interval and the band of differences
// that do not matter, on one axis.
QString effectChart(const ReportData& data);

// The registered metric: a dot for each trial, arm by arm, with lines between those of a block.
QString trialChart(const ReportData& data, const QString& level);

// Percentiles of one operation at one level: a line for each arm, thin ones for its trials.
QString percentileChart(const ReportData& data, const QString& level, const QString& operation);

// Percentiles of one arm over the time of a trial. All arms have the same axes.
QString timeChart(const ReportData& data, const OverTime& overTime);

QString armLegend(const ReportData& data); // colour, marker and dash of each arm, as they are in all charts

} // namespace ceteris::results
