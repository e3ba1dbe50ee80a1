// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/report/axis.h"

#include <algorithm>
#include <cmath>

namespace ceteris::results {
namespace {

// 1, 2 or 5 times a power of ten, not less than the size.
double roundStep(double size)
{
    const double power = std::pow(10, std::floor(std::log10(size)));
    const double digit = size / power;
    return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
}

} // namespace

double Axis::place(double value, double lowEdge, double highEdge) const
{
    const auto on = [this](double it) { return isLog ? std::log10(it) : it; };
    return lowEdge + (on(value) - on(low)) / (on(high) - on(low)) * (highEdge - lowEdge);
}

Axis linearAxis(double low, double high, int aboutTicks)
{
    if (!(high > low))
        high = low + std::max(1e-9, std::abs(low) * 0.1);
    const double step = roundStep((high - low) / aboutTicks);
    const auto first = std::llround(std::floor(low / step + 1e-9));
    const auto last = std::llround(std::ceil(high / step - 1e-9));
    Axis axis { static_cast<double>(first) * step, static_cast<double>(last) * step, false, {} };
    for (auto i = first; i <= last; ++i)
        axis.ticks.push_back(static_cast<double>(i) * step);
    return axis;
}

Axis logAxis(double low, double high)
{
    low = std::max(low, 1e-9);
    high = std::max(high, low * 1.2);
    Axis axis { low / 1.1, high * 1.1, true, {} };
    const auto first = static_cast<int>(std::floor(std::log10(axis.low)));
    const auto last = static_cast<int>(std::ceil(std::log10(axis.high)));
    constexpr int manyDecades = 4;
    for (int decade = first; decade <= last; ++decade) {
        const double power = std::pow(10, decade);
        for (const double digit : { 1.0, 3.0 })
            if (digit * power >= axis.low && digit * power <= axis.high && (digit < 2 || last - first <= manyDecades))
                axis.ticks.push_back(digit * power);
    }
    // A narrow range may hold neither a 1 nor a 3.
    if (axis.ticks.size() < 2) {
        axis.ticks.clear();
        for (const double tick : linearAxis(axis.low, axis.high, 4).ticks)
            if (tick >= axis.low && tick <= axis.high)
                axis.ticks.push_back(tick);
    }
    return axis;
}

} // namespace ceteris::results
