// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

namespace ceteris::stats {

struct Line
{
    double slope = 0; // y for each x
    double t = 0; // slope / its standard error; infinite when the points lie on the line
};

// Ordinary least squares with intercept. Absent below 3 points, or when all x are equal.
std::optional<Line> fitLine(const std::vector<double>& x, const std::vector<double>& y);

inline constexpr double strikingT = 3; // a slope is reported from |t| > 3 on

// Whether the place in a block matters: log ratios over the order of the two arms (+1: the arm ran after the control,
// −1: before). A striking slope means that a trial leaves something behind for the next one.
std::optional<Line> carryOver(const std::vector<double>& logRatios, const std::vector<int>& orders);

} // namespace ceteris::stats
