// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/loadspec.h"

#include <chrono>
#include <vector>

namespace ceteris::load {

using Clock = std::chrono::steady_clock;
using TimePoint = Clock::time_point;
using Duration = Clock::duration;

Duration fromSeconds(double seconds);
double toSeconds(Duration duration);

// One phase within its leg; times from the start of the leg.
struct Window
{
    Phase phase = Phase::Login;
    Duration begin {};
    Duration end {};
};

// Windows that follow one another without a pause, then a drain. All threads begin a leg at the same moment.
struct Leg
{
    std::vector<Window> windows; // never empty
    Duration drain {}; // at most; a leg in which nothing is in flight any more ends earlier

    Duration length() const { return windows.back().end; }

    // The phase that a request planned at this time belongs to; what is planned in the drain belongs to the last.
    Phase phaseAt(Duration sinceStart) const;
    bool contains(Duration sinceStart) const { return sinceStart < length(); }
};

// Login; warm-up and measure; logout: those that have a length.
std::vector<Leg> legsOf(const Timeline& timeline);

} // namespace ceteris::load
