// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/random.h"
#include "app/load/timeline.h"
#include "app/plan/operation.h"

#include <cstdint>
#include <optional>

namespace ceteris::load {

// Every time and choice of a run as a pure function of the spec: the server's answers cannot change it, so all arms of
// a block get the same. Users and actions count from 0; times from the start of their leg.
class Planner
{
public:
    explicit Planner(const LoadSpec& spec);

    Duration spawn(int user) const; // of the login; the logouts go in the same order at the same pace
    Duration firstAction(int user) const; // a fraction of a think time, so that users do not begin all at once
    Duration thinkBefore(int user, std::uint64_t action) const; // from the end of the action before
    plan::Operation operation(int user, std::uint64_t action) const; // Refresh, Write or Visit

    // Equal for equal plans. Of the endless streams of users with think time it covers the beginning.
    std::uint64_t hash() const;

private:
    const LoadSpec& m_spec;
};

// One request of model Rate.
struct Arrival
{
    std::uint64_t number = 0; // over all threads
    Duration at {}; // since the start of the warm-up
    plan::Operation operation = plan::Operation::Refresh;
};

// The arrivals of the warm-up and the window in rising order; every n-th belongs to one thread.
class Arrivals
{
public:
    Arrivals(const LoadSpec& spec, int thread, int threads);

    std::optional<Arrival> next(); // nullopt when the window is full

private:
    std::optional<Arrival> draw();

    Stream m_gaps;
    Stream m_choices;
    plan::Arrivals m_kind;
    double m_ratePerS;
    double m_writeShare;
    double m_botShare;
    Duration m_length;
    double m_gapSum = 0; // Poisson: time of the last arrival in mean gaps
    std::uint64_t m_number = 0; // of the next draw
    std::uint64_t m_thread;
    std::uint64_t m_threads;
};

} // namespace ceteris::load
