// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/referee.h"

#include "app/run/faultrows.h"
#include "app/run/oraclerows.h"
#include "app/run/trialchecks.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace ceteris::run {
namespace {

// Threads that may want a CPU because of the experiment itself.
double expectedLoad(const plan::Plan& plan)
{
    constexpr double storeAndEngine = 2;
    return plan.load.threads + plan.server.threads + storeAndEngine;
}

// Not the generator alone: who used a little CPU meanwhile is not to blame for its limits.
bool machineDisturbed(const std::vector<results::CheckRow>& checks)
{
    return std::ranges::any_of(checks,
        [](const results::CheckRow& row) { return row.kind == u"guard" && row.outcome == results::Outcome::Void; });
}

} // namespace

void Referee::setPrepared(const Prepared& prepared)
{
    m_floors = prepared.floors;
    monitor::EnvironmentWindow quiet;
    quiet.canaryUs = prepared.canaryUs;
    for (auto& history : m_histories)
        history.add(quiet);
}

TrialRecord Referee::judge(
    const plan::Trial& trial, const tl::expected<Observation, Error>& seen, const QString& experiment)
{
    if (!seen) {
        const auto recordOf = seen.error().code == ErrorCode::TrialSkipped ? skippedRecord : failedRecord;
        return recordOf(m_plan, trial, describe(seen.error()), experiment);
    }
    m_leaked = m_leaked || seen->leaked;
    auto record = recordOf(m_plan, trial, *seen, experiment);
    const auto level = static_cast<std::size_t>(trial.level);
    const auto floor = level < m_floors.size() ? m_floors[level] : std::nullopt;
    record.checks = checksOf(m_plan, trial, *seen, { m_histories[level].baseline(expectedLoad(m_plan)), floor });
    if (record.status == u"ok") // one that failed says nothing about how the others ought to have been
        std::ranges::move(compareWithBlock(trial, *seen), std::back_inserter(record.checks));
    record.violations = violationRows(placeOf(m_plan, trial), seen->load.oracle);
    record.faults = faultRows(m_plan, trial, *seen);
    if (seen->environment)
        m_histories[level].add(*seen->environment);
    const auto reason = disturbance(m_plan, record.checks);
    if (record.status == u"ok" && !reason.isEmpty()) {
        record.setStatus(u"void"_s, reason);
        m_lastDisturbance = reason;
        if (seen->environment && machineDisturbed(record.checks))
            m_culprits[trial.block] = culprit(*seen->environment);
    }
    return record;
}

// Every arm of a block and level against the first of them; the rows are those of the arm that has just been run.
std::vector<results::CheckRow> Referee::compareWithBlock(const plan::Trial& trial, const Observation& seen)
{
    const std::pair place(trial.block, trial.level);
    if (std::exchange(m_place, place) != place)
        m_treatments.clear();
    auto& mine = m_treatments.emplace_back(treatmentOf(placeOf(m_plan, trial), m_plan.load.model, seen.load));
    mine.mapping = seen.spec.mapping;
    auto rows = judgeEqualTreatment(m_treatments);
    std::erase_if(rows, [&trial](const results::CheckRow& row) { return row.trial != trial.number; });
    return rows;
}

std::optional<QString> Referee::unfit(const std::vector<std::pair<int, bool>>& fates) const
{
    std::vector<BlockFate> blocks;
    for (const auto& [block, isVoid] : fates) {
        const auto culprit = m_culprits.find(block);
        blocks.push_back({ isVoid, culprit != m_culprits.end() ? culprit->second : QString() });
    }
    auto sentence = environmentUnfit(plan::mostBlocks(m_plan), blocks);
    if (sentence)
        *sentence += u" The last time: "_s + m_lastDisturbance;
    return sentence;
}

} // namespace ceteris::run
