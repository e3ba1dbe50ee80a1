// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/recorder.h"
#include "app/load/transport.h"
#include "app/load/witness.h"

#include <optional>
#include <vector>

namespace ceteris::load {

// One thread's part of the session oracle: a witness for each of its users, and what they have found. Users count from
// 0 within the thread. Only hasLeak() of its book is for other threads.
class Oracle
{
public:
    // accounts: of each user, in order. Without a login there is nothing to watch.
    Oracle(const LoadSpec& spec, const Site& site, const std::vector<int>& accounts);
    Oracle(const Oracle&) = delete;
    Oracle& operator=(const Oracle&) = delete;

    void begin(TimePoint zero) { m_book.begin(zero); }
    std::string_view tokenFor(int user, plan::Operation operation);
    Request probe(int user); // a refresh with the cookie that the user has given up
    void ended(int user, const Flight& flight, const Ending& ending, const Answer& answer);

    // When to send the user's next probe; each is given once, when the user is free.
    std::optional<TimePoint> takeProbe(int user);

    const OracleBook& book() const { return m_book; }
    const Counts& probes() const { return m_probes; } // planned are those sent

private:
    bool isWatching() const { return !m_witnesses.empty(); }

    WitnessScope m_scope;
    OracleBook m_book;
    std::vector<Witness> m_witnesses;
    Counts m_probes;
};

} // namespace ceteris::load
