// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/typical.h"

#include "app/results/comparedmetric.h"
#include "app/results/contrast.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ceteris::results {
namespace {

std::optional<double> typicalOf(const std::vector<TrialRow>& trials, const std::set<int>& blocks,
    const Comparison& place, const QString& arm, const ComparedMetric& metric)
{
    std::vector<double> logs;
    for (const auto& row : trials) {
        if (row.arm != arm || row.level != place.level || row.operation != place.operation || row.status == u"failed"
            || !blocks.contains(row.block))
            continue;
        if (const auto value = metric.value(row); value && *value > 0)
            logs.push_back(std::log(*value));
    }
    if (logs.empty())
        return std::nullopt;
    std::ranges::sort(logs); // the same rows in another order give the same bytes
    return std::exp(std::accumulate(logs.begin(), logs.end(), 0.0) / static_cast<double>(logs.size()));
}

} // namespace

void addTypical(std::vector<Comparison>& comparisons, const plan::Plan& plan, const std::vector<TrialRow>& trials)
{
    const auto blocks = fatesOf(plan, trials).valid;
    const auto& metrics = comparedMetrics();
    for (auto& it : comparisons) {
        const auto metric = std::ranges::find(metrics, it.metric, &ComparedMetric::name);
        if (metric == metrics.end())
            continue; // of error rates there is no geometric mean
        it.armTypical = typicalOf(trials, blocks, it, it.arm, *metric);
        it.controlTypical = typicalOf(trials, blocks, it, it.control, *metric);
    }
}

} // namespace ceteris::results
