// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/regression.h"

#include <cmath>
#include <limits>
#include <numeric>

namespace ceteris::stats {
namespace {

double meanOf(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

} // namespace

std::optional<Line> fitLine(const std::vector<double>& x, const std::vector<double>& y)
{
    const auto n = x.size();
    if (n < 3 || y.size() != n)
        return std::nullopt;
    const double meanX = meanOf(x);
    const double meanY = meanOf(y);
    double xx = 0;
    double xy = 0;
    for (std::size_t i = 0; i < n; ++i) {
        xx += (x[i] - meanX) * (x[i] - meanX);
        xy += (x[i] - meanX) * (y[i] - meanY);
    }
    if (xx <= 0)
        return std::nullopt;
    const double slope = xy / xx;
    double residual = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const double off = y[i] - meanY - slope * (x[i] - meanX);
        residual += off * off;
    }
    const double error = std::sqrt(residual / static_cast<double>(n - 2) / xx);
    if (error > 0)
        return Line { slope, slope / error };
    return Line { slope, slope == 0 ? 0 : std::copysign(std::numeric_limits<double>::infinity(), slope) };
}

std::optional<Line> carryOver(const std::vector<double>& logRatios, const std::vector<int>& orders)
{
    return fitLine(std::vector<double>(orders.begin(), orders.end()), logRatios);
}

} // namespace ceteris::stats
