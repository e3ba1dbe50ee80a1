// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/plan.h"
#include "app/plan/schedule.h"
#include "app/results/checkrow.h"
#include "app/results/trialrow.h"

#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace ceteris::run {

// What of an experiment is done, and what comes next. Knows rows and checks only, so that a resumed experiment goes on
// exactly as one that was never cut off.
class Campaign
{
public:
    // With the trials of earlier starts.
    Campaign(const plan::Plan& plan, std::vector<results::TrialRow> rows, std::vector<results::CheckRow> checks);

    // The next trial in the order of the schedule; nullopt when the design has all that it needs. A block that was
    // begun is ended; a void one is run again behind all others, under a new number and in a new order.
    std::optional<plan::Trial> next() const;

    void add(const std::vector<results::TrialRow>& rows, const std::vector<results::CheckRow>& checks);

    const std::vector<plan::Trial>& schedule() const { return m_schedule; } // as far as it is known now
    std::vector<plan::Trial> remaining() const;
    int finishedTrials() const { return static_cast<int>(m_finished.size()); }
    int failedTrials() const;
    const results::TrialRow* failed(int trial) const; // a row of it; nullptr: it did not fail
    bool isComplete() const { return !next(); }

    // The blocks that this start began and that are whole or void, in their order, and whether they are void. A machine
    // that was quietened after an earlier start is judged anew, and none for what a person did.
    std::vector<std::pair<int, bool>> fates() const;

private:
    bool isWhole(int block) const;
    void extend();

    const plan::Plan& m_plan;
    std::vector<results::TrialRow> m_rows;
    std::vector<results::CheckRow> m_checks;
    std::vector<plan::Trial> m_schedule;
    std::set<int> m_finished;
    std::set<int> m_voidBlocks;
    std::set<int> m_orderedBlocks; // of them, those that a person had run again
    std::set<int> m_earlierBlocks; // begun before this start
};

} // namespace ceteris::run
