// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/nonce.h"
#include "app/load/pagemarks.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace ceteris::load {

// What a check came to. Unclear: a request of unknown outcome may have caused it.
enum class Standing { Holds, Unclear, Broken };

// What a serial process may read from a counter: at least what was acknowledged, at most what was sent besides
// (Jepsen's counter). A request of unknown outcome may end at any later moment and put back the value it once read, so
// it takes the certainty from the lower bound, down to what that was then.
class Bounds
{
public:
    void applied() { ++m_low, ++m_high; }
    void doubted(bool mayRaise);
    Standing judge(std::uint64_t value) const;
    void learn(std::uint64_t value); // from here on it is no news

    std::uint64_t low() const { return m_low; }
    std::uint64_t high() const { return m_high; }

private:
    static constexpr auto none = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t m_low = 0;
    std::uint64_t m_high = 0;
    std::uint64_t m_floor = none; // none: nothing is in doubt
};

// What the session of one user must hold, as far as the user can know.
class SessionModel
{
public:
    void begin(std::string token); // a login: no visit, no write but its own token
    void visited() { m_visits.applied(); }
    void wrote(std::string token, std::uint32_t seq);
    void visitDoubted();
    void writeDoubted(std::uint32_t seq);

    bool isLast(std::string_view token) const
    {
        return token == m_last || (!m_otherLast.empty() && token == m_otherLast);
    }

    // To be asked after visited(): a visit counts itself. `own` is the page's last token when it is one of this epoch.
    Standing readsItsWrites(const PageMarks& page, const Nonce* own) const;
    Standing isMonotonic(const PageMarks& page) const;
    void learn(const PageMarks& page);

    std::string expected() const; // for people
    std::uint64_t seenVisits() const { return m_seenVisits; }
    std::uint64_t seenCount() const { return m_seenCount; }

private:
    Standing lastStanding(std::string_view token, const Nonce* own) const;
    void doubt(bool mayVisit, bool mayWrite);

    Bounds m_visits;
    Bounds m_count;
    std::string m_last;
    std::uint32_t m_lastSeq = 0;
    std::string m_otherLast; // was there instead, and has been reported
    bool m_isDoubted = false;
    std::uint32_t m_seqFloor = 0; // m_lastSeq when the doubt began
    std::vector<std::uint32_t> m_doubtedWrites;
    std::uint64_t m_seenVisits = 0; // in the page before
    std::uint64_t m_seenCount = 0;
};

} // namespace ceteris::load
