// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/episode.h"

#include <algorithm>

namespace ceteris::load {

void Marks::add(TimePoint time)
{
    const auto count = m_count.load(std::memory_order_relaxed);
    if (count == most)
        return;
    m_times[count] = time;
    m_count.store(count + 1, std::memory_order_release);
}

void Marks::takeHold(TimePoint time)
{
    if (const auto count = m_count.load(std::memory_order_relaxed); count > 0)
        m_holds[count - 1].store(time.time_since_epoch().count(), std::memory_order_release);
}

bool Marks::holdsAt(std::size_t index, TimePoint time) const
{
    const auto since = m_holds[index].load(std::memory_order_acquire);
    return since != 0 && time.time_since_epoch().count() >= since;
}

void EpisodeBook::open(const OracleReport& soFar)
{
    close(soFar);
    m_episodes.emplace_back();
    m_before = soFar;
}

void EpisodeBook::close(const OracleReport& soFar)
{
    if (m_episodes.empty())
        return;
    const auto more = [&](Invariant it) { return soFar.of(it).violations - m_before.of(it).violations; };
    auto& last = m_episodes.back();
    last.sessionsLost = more(Invariant::LostSession);
    last.sessionsResurrected = more(Invariant::Resurrected);
    last.staleAnswers = more(Invariant::MonotonicReads) + more(Invariant::ReadYourWrites);
}

void EpisodeBook::ended(TimePoint sent, TimePoint done, const std::optional<Failure>& failure, int status)
{
    for (std::size_t i = 0; i < m_episodes.size(); ++i) { // good ones end the wait of earlier episodes too
        auto& firstGoodS = m_episodes[i].firstGoodS;
        if (!failure && !firstGoodS && m_marks.holdsAt(i, sent))
            firstGoodS = toSeconds(done - m_marks.at(i));
    }
    if (m_episodes.empty())
        return;
    auto& last = m_episodes.back();
    if (!failure) {
        ++last.ok;
        return;
    }
    last.lastBadS = std::max(0.0, toSeconds(done - m_marks.at(m_episodes.size() - 1)));
    if (*failure == Failure::Connect)
        ++last.unreachable;
    else if (*failure == Failure::Timeout)
        ++last.timeouts;
    else if (*failure == Failure::Status && status >= 500)
        ++last.refused;
    else
        ++last.otherFailures;
}

void EpisodeBook::returned()
{
    if (!m_episodes.empty())
        ++m_episodes.back().sessionsReturned;
}

std::vector<Episode> EpisodeBook::conclude(const OracleReport& total)
{
    follow(total);
    close(total);
    return m_episodes;
}

} // namespace ceteris::load
