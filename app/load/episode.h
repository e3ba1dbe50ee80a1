// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/loadresult.h"
#include "app/load/timeline.h"

#include <array>
#include <atomic>
#include <cstddef>
#include <vector>

namespace ceteris::load {

// The moments from which the load is looked at separately. The owner of the generator sets them, its threads read.
class Marks
{
public:
    static constexpr std::size_t most = 100;

    void add(TimePoint time); // beyond the most they are not kept
    void takeHold(TimePoint time); // of the last one: what was asked before cannot have come through it
    std::size_t count() const { return m_count.load(std::memory_order_acquire); }
    TimePoint at(std::size_t index) const { return m_times[index]; }
    bool holdsAt(std::size_t index, TimePoint time) const; // whether it had taken hold by then

private:
    std::array<TimePoint, most> m_times {};
    std::array<std::atomic<TimePoint::rep>, most> m_holds {}; // 0: not yet
    std::atomic<std::size_t> m_count = 0;
};

// One thread's books of what befell its users from each mark on, up to the next one. Without marks they cost one read
// of a counter for each answer.
class EpisodeBook
{
public:
    explicit EpisodeBook(const Marks& marks)
        : m_marks(marks)
    {
    }

    // Before an answer is judged: opens what has been marked meanwhile.
    void follow(const OracleReport& soFar)
    {
        while (m_episodes.size() < m_marks.count())
            open(soFar);
    }
    void ended(TimePoint sent, TimePoint done, const std::optional<Failure>& failure, int status);
    void returned(); // a session that was lost is there again

    std::vector<Episode> conclude(const OracleReport& total);

private:
    void open(const OracleReport& soFar);
    void close(const OracleReport& soFar);

    const Marks& m_marks;
    OracleReport m_before; // when the last episode began
    std::vector<Episode> m_episodes;
};

} // namespace ceteris::load
