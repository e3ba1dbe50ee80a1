// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/resultsfolder.h"
#include "enginerun.h"

#include <algorithm>

// One run of the engine over a plan with events, and what it wrote of them.
class FaultRun
{
public:
    // Every trial ran as planned. Sessions may have been lost, so that there is no verdict.
    bool run(const QByteArray& plan)
    {
        m_engine.start(plan);
        const auto exit = m_engine.waitForEnd(120'000);
        auto results = ceteris::results::readResults(m_engine.resultsFolder());
        if ((exit != 0 && exit != 2) || !results)
            return false;
        m_results = *std::move(results);
        return std::ranges::all_of(m_results.trials, [](const auto& row) { return row.status == u"ok"; });
    }

    const EngineRun& engine() const { return m_engine; }
    const ceteris::results::Results& results() const { return m_results; }

    // Null when there is none.
    const ceteris::results::FaultRow* fault(const QString& arm, const QString& what) const
    {
        const auto row
            = std::ranges::find_if(m_results.faults, [&](const auto& it) { return it.arm == arm && it.what == what; });
        return row != m_results.faults.end() ? &*row : nullptr;
    }

    const ceteris::results::TrialRow* trial(const QString& arm, const QString& operation) const
    {
        const auto row = std::ranges::find_if(
            m_results.trials, [&](const auto& it) { return it.arm == arm && it.operation == operation; });
        return row != m_results.trials.end() ? &*row : nullptr;
    }

private:
    EngineRun m_engine;
    ceteris::results::Results m_results;
};

inline std::uint64_t failures(const ceteris::results::FaultRow& row)
{
    return row.refused + row.unreachable + row.timeouts + row.otherFailures;
}
