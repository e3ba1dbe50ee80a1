// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/monitor.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <utility>

namespace ceteris::monitor {
namespace {

constexpr std::size_t mostPairs = 100'000; // of more, a sample is taken: the median hardly moves, the time would

struct Point
{
    double x;
    double y;
};

std::vector<Point> finitePoints(const std::vector<double>& x, const std::vector<double>& y)
{
    std::vector<Point> points;
    for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) {
        if (std::isfinite(x[i]) && std::isfinite(y[i]))
            points.push_back({ x[i], y[i] });
    }
    std::sort(points.begin(), points.end(), [](Point a, Point b) { return a.x < b.x; });
    return points;
}

std::size_t distinct(const std::vector<Point>& sorted)
{
    std::size_t count = sorted.empty() ? 0 : 1;
    for (std::size_t i = 1; i < sorted.size(); ++i)
        count += sorted[i].x > sorted[i - 1].x;
    return count;
}

void addSlope(std::vector<double>& slopes, Point a, Point b)
{
    if (a.x != b.x)
        slopes.push_back((b.y - a.y) / (b.x - a.x));
}

std::vector<double> slopesOf(const std::vector<Point>& points)
{
    std::vector<double> slopes;
    const auto n = points.size();
    if (n * (n - 1) / 2 <= mostPairs) {
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = i + 1; j < n; ++j)
                addSlope(slopes, points[i], points[j]);
        }
        return slopes;
    }
    std::mt19937_64 random; // always the same sequence: the same data give the same figure
    for (std::size_t pair = 0; pair < mostPairs; ++pair) {
        const auto i = random() % n;
        const auto j = random() % n;
        addSlope(slopes, points[i], points[j]);
    }
    return slopes;
}

double median(std::vector<double>& values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

} // namespace

std::optional<double> theilSenSlope(const std::vector<double>& x, const std::vector<double>& y)
{
    const auto points = finitePoints(x, y);
    if (distinct(points) < 4)
        return std::nullopt;
    auto slopes = slopesOf(points);
    return slopes.empty() ? std::nullopt : std::optional(median(slopes));
}

} // namespace ceteris::monitor
