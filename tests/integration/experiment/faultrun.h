// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/resultsfolder.h"
#include "enginerun.h"

#include <algorithm>

// Users of each arm, who all sign in.
inline constexpr int users = 40;

// One block of trials of 2.5 s measured.
inline constexpr auto faultyPlan = R"(format = 1
name = "faults"
seed = 12
blocks = 1
[guard]
action = "mark"
quiet_wait_s = 0
[decision]
metric = "response_p50"
[accounts]
count = 40
cost = 4
[load]
spawn_per_s = 200
write_share = 0.3
timeout_s = 5
[phases]
idle_s = 0.5
login_grace_s = 0.8
warmup_s = 0.2
measure_s = 2.5
drain_s = 2
washout_s = 0
[[level]]
name = "few"
users = 40
think_s = [0.03, 0.1]
)";

// One run of the engine over arms and events, and what it wrote of them.
class FaultRun
{
public:
    // Every trial ran as planned. Sessions may have been lost, so that there is no verdict.
    bool run(const QByteArray& armsAndEvents)
    {
        m_engine.start(faultyPlan + armsAndEvents);
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
