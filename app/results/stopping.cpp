// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/stopping.h"

#include "app/results/contrast.h"
#include "app/results/doubts.h"
#include "app/results/wordforms.h"
#include "app/stats/sequential.h"
#include "app/stats/verdict.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

constexpr double alpha = 0.05;

bool isSettled(const plan::Plan& plan, const stats::Paired& paired, const ComparedMetric& metric, int valid)
{
    if (plan.decision.stopping == plan::Stopping::Precision)
        return stats::preciseEnough(paired, plan.decision.precision);
    const auto verdict
        = stats::decide(paired, { plan.decision.bands.*metric.band, metric.lowerIsBetter, primaryAlpha(plan, valid) })
              .verdict;
    return verdict == stats::Verdict::Better || verdict == stats::Verdict::Worse
        || verdict == stats::Verdict::Equivalent;
}

bool everyArmIsSettled(const plan::Plan& plan, const std::vector<TrialRow>& trials, const std::vector<CheckRow>& checks,
    const std::set<int>& valid)
{
    const auto metric = std::ranges::find(comparedMetrics(), plan.decision.metric, &ComparedMetric::name);
    if (metric == comparedMetrics().end())
        return false;
    const Place place { plan.levels[plan::decisionLevel(plan)].name, plan.decision.operation, valid };
    const auto blocks = static_cast<int>(valid.size());
    return std::all_of(plan.arms.begin() + 1, plan.arms.end(), [&](const plan::Arm& arm) {
        if (arm.isTwin || !brokenPromise(arm.name, checks).isEmpty())
            return true;
        const auto pairs = pairsOf(trials, place, arm.name, plan.arms.front().name);
        const auto paired = stats::pairedAnalysis(logRatiosOf(pairs, *metric), 1 - primaryAlpha(plan, blocks));
        return isSettled(plan, paired, *metric, blocks);
    });
}

bool isLook(int blocks)
{
    return std::ranges::find(stats::looks, blocks, &stats::Look::blocks) != stats::looks.end();
}

bool ended(const plan::Plan& plan, const std::vector<TrialRow>& trials, const std::vector<CheckRow>& checks,
    const std::set<int>& valid)
{
    const auto blocks = static_cast<int>(valid.size());
    if (blocks >= plan::mostBlocks(plan))
        return true;
    if (plan.decision.stopping == plan::Stopping::Fixed || blocks < stats::confirmedFrom)
        return false;
    if (plan.decision.stopping == plan::Stopping::Sequential && !isLook(blocks))
        return false;
    return everyArmIsSettled(plan, trials, checks, valid);
}

} // namespace

bool designEnded(const plan::Plan& plan, const std::vector<TrialRow>& trials, const std::vector<CheckRow>& checks)
{
    return ended(plan, trials, checks, fatesOf(plan, trials).valid);
}

QString missingToTheEnd(
    const plan::Plan& plan, const std::vector<TrialRow>& trials, const std::vector<CheckRow>& checks)
{
    const auto fates = fatesOf(plan, trials);
    if (ended(plan, trials, checks, fates.valid))
        return {};
    const auto blocks = static_cast<int>(fates.valid.size());
    QString text = fates.voided.empty()
        ? Text::tr("only %1 of %2 blocks have been run").arg(blocks).arg(plan::mostBlocks(plan))
        : Text::tr("only %1 of %2 blocks have been run undisturbed, %3 more were disturbed")
              .arg(blocks)
              .arg(plan::mostBlocks(plan))
              .arg(fates.voided.size());
    if (plan.decision.stopping == plan::Stopping::Precision && blocks >= stats::confirmedFrom)
        text = Text::tr("%1, and the interval is wider than planned").arg(text);
    if (plan.decision.stopping == plan::Stopping::Sequential) {
        const auto next = std::ranges::find_if(stats::looks, [blocks](const auto& it) { return it.blocks > blocks; });
        if (next != stats::looks.end())
            text = Text::tr("%1; the next look is after %2").arg(text, QString::number(next->blocks));
    }
    return text;
}

double primaryAlpha(const plan::Plan& plan, int validBlocks)
{
    const auto look = stats::lookAt(validBlocks);
    const bool nominal = plan.decision.stopping == plan::Stopping::Sequential && look;
    return (nominal ? look->alpha : alpha) / familySize(plan);
}

} // namespace ceteris::results
