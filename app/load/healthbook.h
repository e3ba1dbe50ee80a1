// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/health.h"
#include "app/load/recorder.h"

namespace ceteris::load {

// Keeps GeneratorHealth for one thread while it runs. Costs a few additions for each request and, in a thread that has
// nothing to do, a hundred wake-ups a second. Outside the Measure window it does nothing.
class HealthBook
{
public:
    void beginLeg(const Leg& leg, TimePoint start);
    void endLeg(TimePoint now); // of its windows; what is in flight may still end

    TimePoint nextTick() const { return m_nextTick; } // TimePoint::max(): none
    void tick(TimePoint now); // after every wait

    void sent(const Flight& flight, Duration think, std::size_t bytes);
    void ended(const Flight& flight, TimePoint done, bool isOk);
    void heldUp(std::uint64_t requests) { m_health.heldUp += m_measures ? requests : 0; }

    const GeneratorHealth& health() const { return m_health; }

private:
    bool isInWindow(TimePoint at) const { return at >= m_begin && at < m_end; }
    void countSlot(std::vector<std::uint32_t>& counts, TimePoint at);
    void advance(TimePoint now); // adds up the requests inside until now

    GeneratorHealth m_health;
    bool m_measures = false; // this leg has a Measure window
    TimePoint m_begin;
    TimePoint m_end;
    TimePoint m_nextTick = TimePoint::max();
    int m_inside = 0; // requests of the window in flight
    TimePoint m_countedTo;
    Duration m_insideTime {};
};

} // namespace ceteris::load
