// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/faultrows.h"

#include "app/plan/names.h"

namespace ceteris::run {
namespace {

void addEpisode(results::FaultRow& row, const load::Episode& episode)
{
    row.sessionsLost = episode.sessionsLost;
    row.sessionsReturned = episode.sessionsReturned;
    row.sessionsResurrected = episode.sessionsResurrected;
    row.staleAnswers = episode.staleAnswers;
    row.ok = episode.ok;
    row.refused = episode.refused;
    row.unreachable = episode.unreachable;
    row.timeouts = episode.timeouts;
    row.otherFailures = episode.otherFailures;
    row.firstGoodS = episode.firstGoodS;
    row.lastFailureS = episode.lastBadS;
}

} // namespace

std::vector<results::FaultRow> faultRows(const plan::Plan& plan, const plan::Trial& trial, const Observation& seen)
{
    std::vector<results::FaultRow> rows;
    for (std::size_t i = 0; i < seen.faults.size(); ++i) {
        const auto& fault = seen.faults[i];
        results::FaultRow row;
        row.block = trial.block;
        row.trial = trial.number;
        row.arm = plan.arms[static_cast<std::size_t>(trial.arm)].name;
        row.level = plan.levels[static_cast<std::size_t>(trial.level)].name;
        row.what = plan::name(fault.event.what);
        row.where = fault.event.where;
        row.beginS = seen.measureBeganS + fault.beganS;
        if (fault.endedS)
            row.endS = seen.measureBeganS + *fault.endedS;
        row.sessions = seen.load.signedIn;
        if (i < seen.load.episodes.size())
            addEpisode(row, seen.load.episodes[i]);
        rows.push_back(row);
    }
    return rows;
}

} // namespace ceteris::run
