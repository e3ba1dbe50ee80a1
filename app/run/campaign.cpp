// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/campaign.h"

#include "app/results/orders.h"
#include "app/results/stopping.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace ceteris::run {

Campaign::Campaign(const plan::Plan& plan, std::vector<results::TrialRow> rows, std::vector<results::CheckRow> checks)
    : m_plan(plan)
{
    extend();
    add(rows, checks);
    for (const auto& row : m_rows)
        m_earlierBlocks.insert(row.block);
}

void Campaign::add(const std::vector<results::TrialRow>& rows, const std::vector<results::CheckRow>& checks)
{
    std::ranges::copy(rows, std::back_inserter(m_rows));
    std::ranges::copy(checks, std::back_inserter(m_checks));
    results::heedOrders(m_rows, m_checks);
    for (const auto& row : m_rows) {
        m_finished.insert(row.trial);
        if (row.status == u"void")
            m_voidBlocks.insert(row.block);
    }
    for (const auto& row : m_checks)
        if (results::isOrder(row))
            m_orderedBlocks.insert(row.block);
    extend();
}

void Campaign::extend()
{
    m_schedule = plan::schedule(m_plan, plan::mostBlocks(m_plan) + static_cast<int>(m_voidBlocks.size()));
}

std::optional<plan::Trial> Campaign::next() const
{
    const auto open = std::ranges::find_if(
        m_schedule, [this](const plan::Trial& trial) { return !m_finished.contains(trial.number); });
    if (open == m_schedule.end())
        return std::nullopt;
    const auto begun = open != m_schedule.begin() && std::prev(open)->block == open->block;
    if (!begun && results::designEnded(m_plan, m_rows, m_checks))
        return std::nullopt;
    return *open;
}

std::vector<plan::Trial> Campaign::remaining() const
{
    std::vector<plan::Trial> left;
    if (next())
        std::ranges::copy_if(m_schedule, std::back_inserter(left),
            [this](const plan::Trial& trial) { return !m_finished.contains(trial.number); });
    return left;
}

int Campaign::failedTrials() const
{
    return static_cast<int>(results::failedTrials(m_rows).size());
}

const results::TrialRow* Campaign::failed(int trial) const
{
    const auto found = std::ranges::find_if(
        m_rows, [trial](const results::TrialRow& row) { return row.trial == trial && row.status == u"failed"; });
    return found == m_rows.end() ? nullptr : &*found;
}

bool Campaign::isWhole(int block) const
{
    return std::ranges::all_of(m_schedule,
        [&](const plan::Trial& trial) { return trial.block != block || m_finished.contains(trial.number); });
}

std::vector<std::pair<int, bool>> Campaign::fates() const
{
    std::set<int> begun;
    for (const auto& row : m_rows)
        if (!m_earlierBlocks.contains(row.block) && !m_orderedBlocks.contains(row.block))
            begun.insert(row.block);
    std::vector<std::pair<int, bool>> fates;
    for (const auto block : begun)
        if (m_voidBlocks.contains(block) || isWhole(block))
            fates.emplace_back(block, m_voidBlocks.contains(block));
    return fates;
}

} // namespace ceteris::run
