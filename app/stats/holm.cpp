// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/holm.h"

#include <algorithm>
#include <numeric>

namespace ceteris::stats {

std::vector<double> holmAdjusted(const std::vector<double>& ps)
{
    std::vector<std::size_t> order(ps.size());
    std::iota(order.begin(), order.end(), std::size_t { 0 });
    std::ranges::stable_sort(order, {}, [&ps](std::size_t i) { return ps[i]; });
    std::vector<double> adjusted(ps.size());
    double highest = 0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const auto left = static_cast<double>(order.size() - rank);
        highest = std::max(highest, std::min(1.0, left * ps[order[rank]]));
        adjusted[order[rank]] = highest;
    }
    return adjusted;
}

} // namespace ceteris::stats
