// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/doubts.h"

#include "app/results/errorrates.h"
#include "app/results/wordforms.h"
#include "app/stats/proportion.h"
#include "app/stats/regression.h"

#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

constexpr double alpha = 0.05;

// Trials of an arm that something else disturbed or a person left out, of all that were run.
stats::Count disturbed(const std::vector<TrialRow>& trials, const QString& arm)
{
    std::map<std::pair<int, QString>, bool> isVoid; // by block and level
    for (const auto& row : trials)
        if (row.arm == arm)
            isVoid[{ row.block, row.level }] = row.status == u"void";
    stats::Count count;
    for (const auto& [trial, was] : isVoid) {
        count.events += was;
        ++count.total;
    }
    return count;
}

} // namespace

QString brokenPromise(const QString& arm, const std::vector<CheckRow>& checks)
{
    QString first;
    std::set<int> trials;
    for (const auto& row : checks) {
        if (row.arm != arm || row.kind != u"oracle" || row.outcome != Outcome::Void)
            continue;
        if (first.isEmpty())
            first = row.text.isEmpty() ? row.check : row.text;
        trials.insert(row.trial);
    }
    if (trials.empty())
        return {};
    while (first.endsWith(u'.'))
        first.chop(1);
    if (trials.size() == 1)
        return Text::tr("a wrong answer is not fast (%1: %2)").arg(arm, first);
    return Text::tr("a wrong answer is not fast (%1: %2, and so in %3 trials)")
        .arg(arm, first, QString::number(trials.size()));
}

QString unequalDisturbance(const std::vector<TrialRow>& trials, const QString& arm, const QString& control)
{
    const auto mine = disturbed(trials, arm);
    const auto other = disturbed(trials, control);
    if (stats::fisherP(mine, other) >= alpha)
        return {};
    const auto number = [](std::uint64_t count) { return QString::number(count); };
    return Text::tr(
        "%1 of %2 trials of %3 were void and %4 of %5 of %6: what is left out depends on the arm, not on the machine")
        .arg(number(mine.events), number(mine.total), arm, number(other.events), number(other.total), control);
}

QString unsteadiness(
    const std::vector<TrialRow>& trials, const std::vector<CheckRow>& checks, const Place& place, const QString& arm)
{
    const auto isHere = [&](const auto& row) {
        return row.arm == arm && row.level == place.level && place.blocks.contains(row.block);
    };
    std::set<int> all;
    for (const auto& row : trials)
        if (isHere(row))
            all.insert(row.block);
    std::set<int> unsteady;
    for (const auto& row : checks) {
        const bool bad = row.outcome == Outcome::Mark || row.outcome == Outcome::Void;
        // Batches that depend on each other are a note about precision, no sign of a trend.
        if (bad && row.kind == u"warmup" && row.check != u"autocorrelation" && isHere(row))
            unsteady.insert(row.block);
    }
    if (unsteady.empty() || unsteady.size() * 3 < all.size())
        return {};
    return Text::tr("%1 was not steady in %2 of %3 trials")
        .arg(arm, QString::number(unsteady.size()), QString::number(all.size()));
}

bool failuresDiffer(const std::vector<Pair>& pairs)
{
    const auto rates = errorRatesOf(pairs);
    return rates.signFlipP && *rates.signFlipP <= alpha;
}

QString carriedOver(const std::vector<Pair>& pairs, const ComparedMetric& metric)
{
    std::vector<double> logRatios;
    std::vector<int> orders;
    for (const auto& pair : pairs) {
        const auto one = logRatiosOf({ pair }, metric);
        if (one.empty() || pair.mine->position == pair.control->position)
            continue;
        logRatios.push_back(one.front());
        orders.push_back(pair.mine->position > pair.control->position ? 1 : -1);
    }
    const auto line = stats::carryOver(logRatios, orders);
    if (!line || !(std::abs(line->t) > stats::strikingT) || !std::isfinite(line->t))
        return {};
    return Text::tr(
        "The order within a block mattered (t = %1): a trial leaves something behind, lengthen the wash-out.")
        .arg(line->t, 0, 'f', 1);
}

} // namespace ceteris::results
