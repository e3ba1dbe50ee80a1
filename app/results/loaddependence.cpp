// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/loaddependence.h"

#include "app/results/comparedmetric.h"
#include "app/results/contrast.h"
#include "app/results/wordforms.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

constexpr int intervalFrom = 3; // blocks: below, an interval is so wide that it only confuses

// Differences between the levels, one for each block that has both.
std::vector<double> contrastsOf(
    const std::vector<TrialRow>& trials, const LoadDependence& it, const Fates& fates, const ComparedMetric& metric)
{
    std::vector<double> contrasts;
    for (const int block : fates.valid) {
        const auto logRatioAt = [&](const QString& level) {
            return logRatiosOf(pairsOf(trials, { level, it.operation, { block } }, it.arm, it.control), metric);
        };
        const auto busiest = logRatioAt(it.busiest);
        const auto least = logRatioAt(it.least);
        if (!busiest.empty() && !least.empty())
            contrasts.push_back(busiest.front() - least.front());
    }
    return contrasts;
}

// Why one of the two gaps is not known.
QString reasonOf(const LoadDependence& it, const std::vector<Comparison>& comparisons)
{
    for (const auto& gap : comparisons)
        if (gap.arm == it.arm && gap.operation == it.operation && gap.metric == it.metric
            && (gap.level == it.busiest || gap.level == it.least) && !gap.reason.isEmpty())
            return gap.reason;
    return it.paired.blocks == 0 ? Text::tr("no block has both levels") : QString();
}

QString intervalOf(const LoadDependence& it)
{
    if (!it.paired.interval || it.paired.blocks < intervalFrom)
        return {};
    return Text::tr(" (95 % CI %1 to %2 times)").arg(factor(it.paired.interval->low), factor(it.paired.interval->high));
}

// "1.40 times as large as", never "larger": where the arm is the faster one, a larger ratio is a smaller gap.
QString measured(const LoadDependence& it, const QString& words)
{
    return Text::tr("The ratio of %1's to %2's %3 (%4) is %5 times as large at %6 as at %7%8")
        .arg(it.arm, it.control, words, operationWord(it.operation), factor(it.paired.ratio), it.busiest, it.least,
            intervalOf(it));
}

QString sentenceOf(const LoadDependence& it, const QString& words)
{
    if (!it.reason.isEmpty())
        return Text::tr("Cannot tell whether the gap between %1 and %2 in %3 (%4) depends on the load: %5.")
            .arg(it.arm, it.control, words, operationWord(it.operation), it.reason);
    switch (it.decision.verdict) {
    case stats::Verdict::Pilot:
        return Text::tr("PILOT: %1.").arg(measured(it, words));
    case stats::Verdict::Better:
    case stats::Verdict::Worse:
    case stats::Verdict::Different:
        return Text::tr("%1: the gap depends on the load.").arg(measured(it, words));
    case stats::Verdict::Equivalent:
        return Text::tr("The gap between %1 and %2 in %3 (%4) does not depend on the load within %5 from %6 to %7%8.")
            .arg(it.arm, it.control, words, operationWord(it.operation), percent(it.band), it.least, it.busiest,
                intervalOf(it));
    default:
        return Text::tr("Cannot tell whether the gap between %1 and %2 in %3 (%4) depends on the load%5.")
            .arg(it.arm, it.control, words, operationWord(it.operation), intervalOf(it));
    }
}

} // namespace

std::vector<LoadDependence> loadDependence(
    const plan::Plan& plan, const std::vector<TrialRow>& trials, const std::vector<Comparison>& comparisons)
{
    const auto perS = [&plan](const plan::Level& level) { return plannedPerS(plan, level); };
    const auto [least, busiest] = std::ranges::minmax_element(plan.levels, {}, perS);
    const auto metric = std::ranges::find(comparedMetrics(), plan.decision.metric, &ComparedMetric::name);
    if (least == plan.levels.end() || perS(*least) >= perS(*busiest) || metric == comparedMetrics().end())
        return {};

    const auto fates = fatesOf(plan, trials);
    std::vector<LoadDependence> all;
    for (auto arm = plan.arms.begin() + 1; arm != plan.arms.end(); ++arm) {
        if (arm->isTwin)
            continue;
        LoadDependence it;
        it.arm = arm->name;
        it.control = plan.arms.front().name;
        it.operation = plan.decision.operation;
        it.metric = metric->name;
        it.busiest = busiest->name;
        it.least = least->name;
        it.band = plan.decision.bands.*metric->band;
        it.paired = stats::pairedAnalysis(contrastsOf(trials, it, fates, *metric), it.confidence);
        it.decision = stats::decide(it.paired, { it.band, metric->lowerIsBetter, 1 - it.confidence });
        it.reason = reasonOf(it, comparisons);
        if (!it.reason.isEmpty())
            it.decision = { stats::Verdict::NotComparable, false, false };
        it.sentence = sentenceOf(it, metric->words());
        all.push_back(std::move(it));
    }
    return all;
}

QJsonArray loadDependenceJson(const std::vector<LoadDependence>& all)
{
    QJsonArray array;
    for (const auto& it : all) {
        const auto& interval = it.paired.interval;
        array.append(QJsonObject { { u"arm"_s, it.arm }, { u"control"_s, it.control }, { u"operation"_s, it.operation },
            { u"metric"_s, it.metric }, { u"busiest"_s, it.busiest }, { u"least"_s, it.least },
            { u"ratio_of_ratios"_s, it.paired.blocks > 0 ? QJsonValue(it.paired.ratio) : QJsonValue() },
            { u"interval"_s, interval ? QJsonValue(QJsonArray { interval->low, interval->high }) : QJsonValue() },
            { u"confidence"_s, it.confidence }, { u"blocks"_s, it.paired.blocks }, { u"band"_s, it.band },
            { u"reason"_s, it.reason }, { u"sentence"_s, it.sentence } });
    }
    return array;
}

} // namespace ceteris::results
