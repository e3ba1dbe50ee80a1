// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/contrast.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace ceteris::results {

Fates fatesOf(const plan::Plan& plan, const std::vector<TrialRow>& trials)
{
    std::size_t cells = 0;
    for (const auto& arm : plan.arms)
        for (std::size_t level = 0; level < plan.levels.size(); ++level)
            cells += plan::runsAt(plan, arm, level);

    std::map<int, std::set<std::pair<QString, QString>>> run;
    Fates fates;
    for (const auto& row : trials) {
        run[row.block].emplace(row.arm, row.level);
        if (row.status == u"void")
            fates.voided.insert(row.block);
    }
    for (const auto& [block, done] : run)
        if (!fates.voided.contains(block))
            (done.size() < cells ? fates.unfinished : fates.valid).insert(block);
    return fates;
}

std::vector<Pair> pairsOf(
    const std::vector<TrialRow>& trials, const Place& place, const QString& arm, const QString& control)
{
    std::map<int, Pair> blocks;
    for (const auto& row : trials) {
        if (row.level != place.level || row.operation != place.operation || !place.blocks.contains(row.block)
            || row.status == u"failed")
            continue;
        if (row.arm == arm)
            blocks[row.block].mine = &row;
        else if (row.arm == control)
            blocks[row.block].control = &row;
    }
    std::vector<Pair> pairs;
    for (const auto& [block, pair] : blocks)
        if (pair.mine && pair.control)
            pairs.push_back(pair);
    return pairs;
}

std::vector<double> logRatiosOf(const std::vector<Pair>& pairs, const ComparedMetric& metric)
{
    std::vector<double> logRatios;
    for (const auto& [mine, control] : pairs)
        if (const auto a = metric.value(*mine), b = metric.value(*control); a && b && *a > 0 && *b > 0)
            logRatios.push_back(std::log(*a / *b));
    return logRatios;
}

std::uint64_t errorsOf(const TrialRow& row)
{
    return row.failed + row.timeouts + row.censored;
}

bool anyFailed(const std::vector<Pair>& pairs)
{
    return std::ranges::any_of(
        pairs, [](const Pair& pair) { return errorsOf(*pair.mine) + errorsOf(*pair.control) > 0; });
}

double plannedPerS(const plan::Plan& plan, const plan::Level& level)
{
    if (plan.load.model == plan::LoadModel::Rate)
        return level.ratePerS;
    return level.users / std::max(1e-3, (level.thinkMinS + level.thinkMaxS) / 2);
}

int familySize(const plan::Plan& plan)
{
    const auto twins = std::ranges::count_if(plan.arms, &plan::Arm::isTwin);
    return std::max(1, static_cast<int>(plan.arms.size()) - 1 - static_cast<int>(twins));
}

} // namespace ceteris::results
