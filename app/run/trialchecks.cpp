// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/trialchecks.h"

#include "app/run/honesty.h"
#include "app/run/oraclerows.h"
#include "app/run/promises.h"
#include "app/run/steadiness.h"

#include <QStringList>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace ceteris::run {
namespace {

void add(std::vector<results::CheckRow>& all, const results::CheckRow& place, std::vector<results::CheckRow> rows)
{
    for (auto& row : rows) {
        row.block = place.block;
        row.trial = place.trial;
        row.arm = place.arm;
        row.level = place.level;
        all.push_back(std::move(row));
    }
}

std::optional<double> runQueueShare(const Observation& seen)
{
    if (!seen.environment || !seen.environment->longestWait)
        return std::nullopt;
    return seen.environment->longestWait->share;
}

} // namespace

results::CheckRow placeOf(const plan::Plan& plan, const plan::Trial& trial)
{
    results::CheckRow place;
    place.block = trial.block;
    place.trial = trial.number;
    place.arm = plan.arms[static_cast<std::size_t>(trial.arm)].name;
    place.level = plan.levels[static_cast<std::size_t>(trial.level)].name;
    return place;
}

std::vector<results::CheckRow> checksOf(
    const plan::Plan& plan, const plan::Trial& trial, const Observation& seen, const Yardstick& yardstick)
{
    const auto place = placeOf(plan, trial);
    std::vector<results::CheckRow> rows;
    if (seen.environment)
        add(rows, place, judgeMachine(*seen.environment, yardstick.usual));
    add(rows, place,
        judgeGenerator({ place, seen.spec, seen.load, yardstick.floor, runQueueShare(seen),
            seen.hasEndedInstances ? std::nullopt : seen.counters }));
    add(rows, place, judgeSteadiness(seen.refreshP50s, plan.decision.bands.latency));
    add(rows, place,
        oracleRows(place, seen.load.oracle, load::timedInvariants,
            notPromised(plan.arms[static_cast<std::size_t>(trial.arm)])));
    return rows;
}

QString disturbance(const plan::Plan& plan, const std::vector<results::CheckRow>& checks)
{
    if (plan.guard.action != plan::GuardAction::Void)
        return {};
    QStringList texts;
    for (const auto& row : checks)
        if (row.outcome == results::Outcome::Void && (row.kind == u"guard" || row.kind == u"generator"))
            texts += row.text;
    return texts.join(u' ');
}

} // namespace ceteris::run
