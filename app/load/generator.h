// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/load/loadresult.h"
#include "app/load/loadspec.h"

#include <memory>
#include <optional>

namespace ceteris::load {

// Drives one timeline of load on plain threads of its own. All members are for the owning thread.
class Generator
{
public:
    explicit Generator(LoadSpec spec);
    ~Generator(); // stops and joins

    // Makes users and threads (no traffic) and starts the clock.
    Result<void> start();

    double elapsedS() const; // since start
    struct Place
    {
        Phase phase = Phase::Login;
        bool draining = false;
        double elapsedS = 0; // within it
        double lengthS = 0; // planned; 0: it has not begun
    };
    Place place() const;
    bool finished() const; // the timeline is over and every thread has ended

    // What happened since the last call; cheap enough for 10 Hz.
    Interval takeInterval();

    // From now on, up to the next mark, the load has an Episode of its own.
    void mark();
    // What was marked has taken hold: only answers to requests from now on show that it has been overcome.
    void takeHold();

    // Somebody was shown what belongs to somebody else: there is no point in going on.
    bool leaked() const;

    // Asks the threads to end now; what is in flight becomes censored.
    void stop();

    // Waits for the threads and merges their records.
    LoadResult finish();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace ceteris::load
