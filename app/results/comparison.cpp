// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/comparison.h"

#include "app/results/comparedmetric.h"
#include "app/results/sentences.h"
#include "app/stats/planning.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

constexpr double alpha = 0.05;
constexpr std::uint64_t fewestErrors = 10; // below, error rates cannot be compared

// The rows of one level and operation, by block and arm; only trials that were run as planned.
using Blocks = std::map<int, std::map<QString, const TrialRow*>>;

Blocks blocksOf(const std::vector<TrialRow>& trials, const QString& level, const QString& operation)
{
    Blocks blocks;
    for (const auto& row : trials)
        if (row.level == level && row.operation == operation && row.status == u"ok")
            blocks[row.block][row.arm] = &row;
    return blocks;
}

// The pairs of the blocks in which both arms are there.
std::vector<std::pair<const TrialRow*, const TrialRow*>> pairsOf(
    const Blocks& blocks, const QString& arm, const QString& control)
{
    std::vector<std::pair<const TrialRow*, const TrialRow*>> pairs;
    for (const auto& [block, rows] : blocks) {
        const auto mine = rows.find(arm);
        const auto other = rows.find(control);
        if (mine != rows.end() && other != rows.end())
            pairs.emplace_back(mine->second, other->second);
    }
    return pairs;
}

// Trials that were run at all, well or not.
std::size_t trialsRun(const std::vector<TrialRow>& rows)
{
    std::set<std::tuple<int, QString, QString>> trials;
    for (const auto& row : rows)
        trials.emplace(row.block, row.arm, row.level);
    return trials.size();
}

double errorRate(const TrialRow& row)
{
    const auto errors = static_cast<double>(row.failed + row.timeouts + row.censored);
    return row.sent > 0 ? errors / static_cast<double>(row.sent) : 0;
}

// Whether one arm fails more often than the other: then the times of the successes flatter it.
bool failuresDiffer(const std::vector<std::pair<const TrialRow*, const TrialRow*>>& pairs)
{
    std::uint64_t errors = 0;
    std::vector<double> differences;
    for (const auto& [mine, other] : pairs) {
        for (const auto* row : { mine, other })
            errors += row->failed + row->timeouts + row->censored;
        differences.push_back(errorRate(*mine) - errorRate(*other));
    }
    return errors >= fewestErrors && static_cast<int>(pairs.size()) >= stats::confirmedFrom
        && stats::signFlipP(differences) <= alpha;
}

class Comparer
{
public:
    Comparer(const plan::Plan& plan, const std::vector<TrialRow>& trials)
        : m_plan(plan)
        , m_trials(trials)
        , m_primaryLevel(plan.decision.level.isEmpty() ? plan.levels.back().name : plan.decision.level)
        , m_trialsRun(trialsRun(trials))
        , m_trialsPlanned(plan.arms.size() * plan.levels.size() * static_cast<std::size_t>(plan.blocks))
    {
    }

    std::vector<Comparison> all()
    {
        std::vector<Comparison> comparisons;
        for (const auto& level : m_plan.levels)
            for (const auto operation : plan::operationsOf(m_plan, m_plan.arms.front()))
                add(comparisons, level.name, operation);
        return comparisons;
    }

private:
    void add(std::vector<Comparison>& comparisons, const QString& level, plan::Operation operation)
    {
        const auto name = QString::fromLatin1(plan::name(operation).data());
        const auto blocks = blocksOf(m_trials, level, name);
        for (const auto& metric : comparedMetrics()) {
            if (!metric.applies(m_plan, operation))
                continue;
            for (auto arm = m_plan.arms.begin() + 1; arm != m_plan.arms.end(); ++arm) {
                Comparison it;
                it.level = level;
                it.operation = name;
                it.metric = metric.name;
                it.arm = arm->name;
                it.control = m_plan.arms.front().name;
                fill(it, metric, pairsOf(blocks, it.arm, it.control));
                comparisons.push_back(std::move(it));
            }
        }
    }

    void fill(Comparison& it, const ComparedMetric& metric,
        const std::vector<std::pair<const TrialRow*, const TrialRow*>>& pairs)
    {
        it.planned = m_plan.blocks;
        it.band = m_plan.decision.bands.*metric.band;
        it.primary = it.level == m_primaryLevel && it.operation == m_plan.decision.operation
            && it.metric == m_plan.decision.metric;
        // Bonferroni over the contrasts of the registered metric; what only suggests is not adjusted.
        const auto family = it.primary ? static_cast<double>(m_plan.arms.size() - 1) : 1.0;
        it.confidence = 1 - alpha / family;

        std::vector<double> logRatios;
        for (const auto& [mine, other] : pairs)
            if (const auto a = metric.value(*mine), b = metric.value(*other); a && b && *a > 0 && *b > 0)
                logRatios.push_back(std::log(*a / *b));
        it.paired = stats::pairedAnalysis(logRatios, it.confidence);
        it.decision = stats::decide(it.paired, { it.band, metric.lowerIsBetter, alpha / family });
        withhold(it, metric, pairs);
        if (it.paired.blocks >= 3)
            it.blocksToResolve = stats::blocksToResolve(it.paired.spread, it.band, alpha / family);
        it.sentence = sentence(it, metric);
    }

    void withhold(Comparison& it, const ComparedMetric& metric,
        const std::vector<std::pair<const TrialRow*, const TrialRow*>>& pairs) const
    {
        if (m_trialsRun < m_trialsPlanned)
            it.reason = u"only %1 of %2 trials have been run"_s.arg(m_trialsRun).arg(m_trialsPlanned);
        else if (static_cast<int>(pairs.size()) * 3 < m_plan.blocks * 2)
            it.reason = u"only %1 of %2 blocks were run as planned"_s.arg(pairs.size()).arg(m_plan.blocks);
        else if (it.paired.blocks < static_cast<int>(pairs.size()))
            it.reason = u"%1 rests on too few requests, or was not measured, in %2 of %3 blocks"_s.arg(metric.words)
                            .arg(static_cast<int>(pairs.size()) - it.paired.blocks)
                            .arg(pairs.size());
        else if (metric.isTime && failuresDiffer(pairs))
            it.reason = u"the arms do not fail equally often, and times of successes alone would mislead"_s;
        if (!it.reason.isEmpty())
            it.decision = { stats::Verdict::NotComparable, false, false };
    }

    const plan::Plan& m_plan;
    const std::vector<TrialRow>& m_trials;
    QString m_primaryLevel;
    std::size_t m_trialsRun; // the number of blocks is fixed beforehand: no verdict before its end
    std::size_t m_trialsPlanned;
};

} // namespace

std::vector<Comparison> compare(const plan::Plan& plan, const std::vector<TrialRow>& trials)
{
    return Comparer(plan, trials).all();
}

} // namespace ceteris::results
