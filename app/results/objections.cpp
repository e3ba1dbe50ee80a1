// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/objections.h"

#include "app/results/contrast.h"
#include "app/results/orders.h"
#include "app/results/wordforms.h"

#include <QLocale>

#include <algorithm>
#include <map>
#include <tuple>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

constexpr double equalWithin = 1.01; // lengths of windows
constexpr double nearIdle = 0.1; // of the rate of the busiest level

using Rows = std::vector<const TrialRow*>;

// Rows that are compared with each other, of trials that count.
std::map<std::tuple<QString, QString, int>, Rows> comparedRows(const Rows& rows)
{
    std::map<std::tuple<QString, QString, int>, Rows> compared;
    for (const auto* row : rows)
        compared[{ row->level, row->operation, row->block }].push_back(row);
    return compared;
}

void unequalWindows(const Rows& rows, std::vector<Objection>& found)
{
    std::set<std::pair<QString, QString>> told;
    for (const auto& [place, alike] : comparedRows(rows)) {
        const auto [shortest, longest] = std::ranges::minmax(alike, {}, &TrialRow::windowS);
        if (longest->windowS <= shortest->windowS * equalWithin)
            continue;
        const auto& [level, operation, block] = place;
        if (told.emplace(level, operation).second)
            found.push_back({ Text::tr("unequal windows: %1, %2 was measured %3 with %4 and %5 with %6")
                                  .arg(level, operationWord(operation), seconds(longest->windowS), longest->arm,
                                      seconds(shortest->windowS), shortest->arm),
                true });
    }
}

// Users with a session must have logged in: where no login is booked, it is booked as something else.
void mixedOperations(const Rows& rows, std::vector<Objection>& found)
{
    const auto mixed = std::ranges::find_if(
        rows, [](const TrialRow* row) { return row->operation == u"login" && row->sent == 0 && row->signedIn > 0; });
    if (mixed != rows.end())
        found.push_back(
            { Text::tr("operations are mixed in one figure: with %1, %2 users logged in and no login is booked")
                    .arg((*mixed)->arm, grouped(static_cast<std::uint64_t>((*mixed)->signedIn))),
                true });
}

void unequalSchedules(const Rows& rows, std::vector<Objection>& found)
{
    for (const auto& [place, alike] : comparedRows(rows)) {
        const auto other
            = std::ranges::find_if(alike, [&](const TrialRow* row) { return row->seed != alike.front()->seed; });
        if (other == alike.end())
            continue;
        const auto& [level, operation, block] = place;
        found.push_back({ Text::tr("unequal schedules: in block %1, %2 and %3 ran on different seeds")
                              .arg(QString::number(block), alike.front()->arm, (*other)->arm),
            true });
        return;
    }
}

// In a third of the blocks or more the environment was not the plan's.
void disturbances(const Fates& fates, const std::vector<CheckRow>& checks, const QString& kind, const QString& pattern,
    std::vector<Objection>& found)
{
    std::set<int> blocks;
    QString first;
    for (const auto& row : checks) {
        if (row.kind != kind || row.outcome != Outcome::Void || fates.voided.contains(row.block))
            continue;
        if (first.isEmpty())
            first = row.text.isEmpty() ? row.check : row.text;
        blocks.insert(row.block);
    }
    if (blocks.empty())
        return;
    while (first.endsWith(u'.'))
        first.chop(1);
    const auto all = fates.valid.size() + fates.unfinished.size();
    found.push_back(
        { pattern.arg(QString::number(blocks.size()), QString::number(all), first), blocks.size() * 3 >= all });
}

// Whoever chooses which blocks count may choose the result.
void orders(const Fates& fates, const std::vector<CheckRow>& checks, std::vector<Objection>& found)
{
    std::set<int> blocks;
    for (const auto& row : checks)
        if (isOrder(row))
            blocks.insert(row.block);
    if (blocks.empty())
        return;
    const auto all = fates.valid.size() + fates.voided.size() + fates.unfinished.size();
    found.push_back(
        { Text::tr("a person had %1 of %2 blocks run again, knowing the figures so far").arg(blocks.size()).arg(all),
            blocks.size() * 3 >= all });
}

void levels(const plan::Plan& plan, std::vector<Objection>& found)
{
    if (plan.levels.size() == 1) {
        found.push_back({ Text::tr("only one load level (%1), so none near idle: it says nothing about any other load")
                              .arg(plan.levels.front().name) });
        return;
    }
    const auto [least, most]
        = std::ranges::minmax(plan.levels, {}, [&plan](const plan::Level& it) { return plannedPerS(plan, it); });
    if (plannedPerS(plan, least) > nearIdle * plannedPerS(plan, most))
        found.push_back({ Text::tr("no load level near idle: %1 is the lowest").arg(least.name) });
}

} // namespace

QString groundsToRefuse(const std::vector<Objection>& objections)
{
    QStringList grounds;
    for (const auto& it : objections)
        if (it.refuses)
            grounds += it.text;
    return grounds.join(u"; "_s);
}

std::vector<Objection> objections(
    const plan::Plan& plan, const std::vector<TrialRow>& trials, const std::vector<CheckRow>& checks)
{
    const auto fates = fatesOf(plan, trials);
    Rows counted;
    for (const auto& row : trials)
        if (row.status == u"ok" && !fates.voided.contains(row.block))
            counted.push_back(&row);

    std::vector<Objection> found;
    unequalWindows(counted, found);
    mixedOperations(counted, found);
    unequalSchedules(counted, found);
    disturbances(
        fates, checks, u"guard"_s, Text::tr("something else disturbed the machine in %1 of %2 blocks: %3"), found);
    disturbances(
        fates, checks, u"generator"_s, Text::tr("the load generator fell short in %1 of %2 blocks: %3"), found);
    orders(fates, checks, found);
    if (fates.valid.size() == 1 && fates.unfinished.empty())
        found.push_back({ Text::tr("one trial of each arm: no comparison possible") });
    levels(plan, found);
    std::ranges::stable_partition(found, &Objection::refuses);
    return found;
}

} // namespace ceteris::results
