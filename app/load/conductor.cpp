// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/conductor.h"

#include <utility>

namespace ceteris::load {

Conductor::Conductor(std::vector<Leg> legs, int threads)
    : m_legs(std::move(legs))
    , m_barrier(threads + 1, Advance { this })
{
}

TimePoint Conductor::startNextLeg()
{
    m_barrier.arrive_and_wait();
    return m_starts[std::size_t(m_leg)];
}

void Conductor::leave()
{
    m_barrier.arrive_and_drop();
}

void Conductor::Advance::operator()() noexcept
{
    const int leg = conductor->m_leg + 1;
    if (std::size_t(leg) >= conductor->m_legs.size())
        return; // everybody leaves
    conductor->m_starts[std::size_t(leg)] = Clock::now();
    conductor->m_leg = leg;
}

std::optional<Conductor::Position> Conductor::position() const
{
    const int leg = m_leg;
    if (leg < 0)
        return std::nullopt;
    return Position { std::size_t(leg), Clock::now() - m_starts[std::size_t(leg)].load() };
}

std::optional<TimePoint> Conductor::firstStart() const
{
    return m_leg < 0 ? std::nullopt : std::optional(m_starts.front().load());
}

} // namespace ceteris::load
