// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/selfcomparison.h"

#include "app/plan/rules.h"
#include "app/stats/planning.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::run {
namespace {

constexpr int fewestForSpread = 3; // blocks: two differences say next to nothing about their spread

// Of those that are asked for and have as many blocks as a verdict needs.
template <class IsAsked>
std::vector<results::LedgerRow> ledgerRows(const QString& experiment, const QString& timeUtc,
    const std::vector<results::Comparison>& comparisons, IsAsked isAsked)
{
    std::vector<results::LedgerRow> rows;
    for (const auto& it : comparisons) {
        if (!isAsked(it) || it.paired.blocks < stats::confirmedFrom || !it.paired.interval)
            continue;
        rows.push_back({ timeUtc, experiment, it.level, it.operation, it.metric, it.paired.blocks, it.paired.ratio,
            it.paired.spread, it.paired.interval->contains(1) ? 0 : 1 });
    }
    return rows;
}

} // namespace

plan::Plan selfComparisonPlan(const plan::Plan& plan)
{
    auto aa = plan::withoutTwin(plan);
    aa.name = plan::derivedName(plan.name, u"-aa"_s);
    aa.question = u"What does this machine find where there is nothing to find?"_s;
    aa.twin = false;
    aa.factor.clear();
    aa.levels = { plan.levels[plan::decisionLevel(plan)] };
    aa.decision.level.clear();
    aa.decision.stopping = plan::Stopping::Fixed;
    aa.blocks = std::max(plan.blocks, stats::confirmedFrom);
    aa.oracle.probes = false;
    auto again = aa.arms.front();
    again.name = plan::derivedName(again.name, u" again"_s);
    aa.arms = { aa.arms.front(), again };
    return aa;
}

std::vector<results::LedgerRow> ledgerRowsOf(
    const QString& experiment, const QString& timeUtc, const std::vector<results::Comparison>& comparisons)
{
    return ledgerRows(experiment, timeUtc, comparisons, [](const results::Comparison& it) { return it.primary; });
}

std::vector<results::LedgerRow> twinLedgerRowsOf(const plan::Plan& plan, const QString& experiment,
    const QString& timeUtc, const std::vector<results::Comparison>& comparisons)
{
    const auto& level = plan.levels[plan::decisionLevel(plan)].name;
    return ledgerRows(experiment, timeUtc, comparisons, [&](const results::Comparison& it) {
        return it.isTwin && it.level == level && it.operation == plan.decision.operation
            && it.metric == plan.decision.metric;
    });
}

std::vector<Resolution> resolutionsOf(const std::vector<results::Comparison>& comparisons)
{
    std::vector<Resolution> resolutions;
    for (const auto& it : comparisons) {
        if (it.paired.blocks < fewestForSpread)
            continue;
        const auto spread = stats::upperSpread(it.paired.spread, it.paired.blocks);
        resolutions.push_back({ it.level, it.operation, it.metric, it.paired.blocks,
            stats::resolvableDifference(spread, it.paired.blocks), it.band, stats::blocksToResolve(spread, it.band) });
    }
    return resolutions;
}

} // namespace ceteris::run
