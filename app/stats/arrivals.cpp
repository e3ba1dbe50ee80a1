// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/arrivals.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ceteris::stats {

double dispersionIndex(const std::vector<std::uint32_t>& counts)
{
    if (counts.size() < 2)
        return 0;
    const auto slotCount = static_cast<double>(counts.size());
    const double mean = std::accumulate(counts.begin(), counts.end(), 0.0) / slotCount;
    if (mean == 0)
        return 0;
    double squares = 0;
    for (const auto count : counts)
        squares += (count - mean) * (count - mean);
    return squares / (slotCount - 1) / mean;
}

double dispersionTolerance(std::size_t slotCount)
{
    return slotCount < 2 ? HUGE_VAL : 4 * std::sqrt(2.0 / static_cast<double>(slotCount - 1));
}

double andersonDarlingExponential(std::vector<double> gaps)
{
    constexpr std::size_t fewest = 5;
    constexpr double smallest = 1e-12; // of the mean: two events at the same moment have no logarithm
    if (gaps.size() < fewest)
        return 0;
    const auto size = static_cast<double>(gaps.size());
    const double mean = std::accumulate(gaps.begin(), gaps.end(), 0.0) / size;
    if (mean <= 0)
        return HUGE_VAL;
    std::sort(gaps.begin(), gaps.end());
    // ln F of the i-th gap and ln(1 − F) of the i-th from behind.
    double sum = 0;
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        const double low = std::max(gaps[i] / mean, smallest);
        const double high = gaps[gaps.size() - 1 - i] / mean;
        sum += (2 * static_cast<double>(i) + 1) * (std::log(-std::expm1(-low)) - high);
    }
    return (-size - sum / size) * (1 + 0.6 / size);
}

} // namespace ceteris::stats
