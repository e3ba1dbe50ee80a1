// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/timeline.h"

#include <array>
#include <atomic>
#include <barrier>
#include <optional>
#include <vector>

namespace ceteris::load {

// Lets all threads begin each leg at the same moment: when the last of them has ended the one before.
class Conductor
{
public:
    // The owner's first leave() lets the first leg begin.
    Conductor(std::vector<Leg> legs, int threads);

    const std::vector<Leg>& legs() const { return m_legs; }

    // For each thread, once for each leg; then, or at any earlier moment, leave() once.
    TimePoint startNextLeg();
    void leave();

    struct Position
    {
        std::size_t leg = 0;
        Duration sinceStart {};
    };
    std::optional<Position> position() const; // any thread; nullopt before the first leg
    std::optional<TimePoint> firstStart() const; // likewise

private:
    struct Advance
    {
        Conductor* conductor;
        void operator()() noexcept;
    };

    const std::vector<Leg> m_legs;
    std::atomic<int> m_leg = -1; // the running one
    std::array<std::atomic<TimePoint>, 3> m_starts; // of the legs that have begun
    std::barrier<Advance> m_barrier;
};

} // namespace ceteris::load
