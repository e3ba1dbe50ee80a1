// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/contract/names.h"

#include <array>
#include <chrono>
#include <cstdint>

namespace ceteris::metrics {

// Splits one request's time among the stages: enter() books the time since the last call on the stage that ends.
// A stage that is entered twice adds up.
class StageClock
{
public:
    using Clock = std::chrono::steady_clock;

    StageClock()
        : m_begin(Clock::now())
        , m_since(m_begin)
    {
    }

    void enter(contract::Stage next)
    {
        const auto now = Clock::now();
        m_spent[static_cast<std::size_t>(m_stage)] += now - m_since;
        m_since = now;
        m_stage = next;
    }

    void end() { enter(m_stage); } // books the running stage
    std::chrono::nanoseconds spent(contract::Stage stage) const { return m_spent[static_cast<std::size_t>(stage)]; }
    std::chrono::nanoseconds total() const { return m_since - m_begin; }

private:
    Clock::time_point m_begin;
    Clock::time_point m_since;
    contract::Stage m_stage = contract::Stage::Read;
    std::array<std::chrono::nanoseconds, contract::stageNames.size()> m_spent {};
};

} // namespace ceteris::metrics
