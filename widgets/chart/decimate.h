// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartdata.h"

#include <QSizeF>

namespace ceteris::widgets {

constexpr int mostPoints = 600; // of one line on the screen

// The points between from and to (and one beyond each end): where they are too many, the lowest and the highest of
// each column, in order. What was a gap stays one. Columns lie at multiples of their width, so that a moving window
// does not flicker.
QList<QPointF> decimated(const QList<QPointF>& points, double from, double to, int most = mostPoints);
QList<BandPoint> decimated(const QList<BandPoint>& points, double from, double to, int most = mostPoints);

QList<QPointF> stepped(const QList<QPointF>& points); // holds each value until the next
// Cut into dashes, with gaps between: lengths in pixels of a plot whose sides are 1. A pen that dashes costs five times
// as much to draw.
QList<QPointF> dashed(const QList<QPointF>& shares, QSizeF plot, const QList<double>& pattern);
QList<QPointF> isolated(const QList<QPointF>& points); // those between two gaps, which no line reaches

// Where labels of that height go: as near to what they want as they can be without touching; in the order given.
QList<double> spread(const QList<double>& wanted, double height, double low, double high);

// The x of the point next to x in any of the lines.
std::optional<double> nearestX(const QList<Line>& lines, const QList<Layer>& layers, double x);
std::optional<double> valueAt(const QList<QPointF>& points, double x); // absent: nothing within that step, or a gap

} // namespace ceteris::widgets
