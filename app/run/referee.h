// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/load/calibration.h"
#include "app/plan/plan.h"
#include "app/plan/schedule.h"
#include "app/run/guard.h"
#include "app/run/honesty.h"
#include "app/run/observation.h"
#include "app/run/preparation.h"
#include "app/run/trialrows.h"

#include <QString>

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace ceteris::run {

// Judges each trial, by what it was like and by those before it: does it count, is it void, is the machine fit to go
// on?
class Referee
{
public:
    explicit Referee(const plan::Plan& plan)
        : m_plan(plan)
        , m_histories(plan.levels.size())
    {
    }

    // What the machine showed before the first trial; without it some checks are unavailable.
    void setPrepared(const Prepared& prepared);

    // The record of a trial, with its status. What was seen is an Error for one that broke off.
    TrialRecord judge(
        const plan::Trial& trial, const tl::expected<Observation, Error>& seen, const QString& experiment);

    bool leaked() const { return m_leaked; } // a user was shown the data of another one

    // Why it makes no sense to go on with this machine; the blocks and whether they are void, in their order.
    std::optional<QString> unfit(const std::vector<std::pair<int, bool>>& fates) const;

private:
    std::vector<results::CheckRow> compareWithBlock(const plan::Trial& trial, const Observation& seen);

    const plan::Plan& m_plan;
    std::vector<std::optional<load::Floor>> m_floors;
    std::vector<GuardHistory> m_histories; // of each level: what is usual near idle is not when busy
    std::map<int, QString> m_culprits; // of blocks that the machine made void
    QString m_lastDisturbance;
    std::pair<int, int> m_place; // block and level that m_treatments is about
    std::vector<Treatment> m_treatments; // of its arms so far
    bool m_leaked = false;
};

} // namespace ceteris::run
