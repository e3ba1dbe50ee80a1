// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartdata.h"

namespace ceteris::widgets {

// Values of an axis as shares of its length.
struct Scale
{
    double low = 0;
    double high = 1;
    bool logarithmic = false;

    double share(double value) const; // 0 at low, 1 at high; what a logarithm cannot show lies at 0
    double value(double share) const;

    bool operator==(const Scale&) const = default;
};

struct Tick
{
    double value = 0;
    QString text;
};

// Ends on round values around the data, or where the axis fixes them. A scale that still fits is kept, so that a
// running chart does not jump.
Scale fittedScale(const Axis& axis, double lowest, double highest, const Scale* before = nullptr);

QList<double> roundValues(double low, double high, int most); // steps of 1, 2, 5
QList<double> logValues(double low, double high, int most); // 1, 3, 10; decades alone where those are too many
QList<Tick> ticks(const Axis& axis, const Scale& scale, int most);
QList<Tick> timeTicks(double from, double to, int most); // mm:ss at round times
// Around 1, equally far to both sides, and on to the next ratio that a label names.
Scale ratioScale(double low, double high);
// 1 and the outermost always; others where they have room (a share of the axis), from the middle outwards.
QList<Tick> ratioTicks(const Scale& scale, double room);
QList<Tick> percentileTicks(double highest); // 50 %, 90 %, 99 % … at percentilePlace()

double percentilePlace(double share); // log10(1 / (1 − share)): 0 at p0, 1 at p90, 2 at p99
QString timeText(double seconds); // "00:42", "1:02:05", "−00:30"
QString valueText(const Axis& axis, double value); // "—" for NaN

} // namespace ceteris::widgets
