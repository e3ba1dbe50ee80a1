// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metrics/histogram.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ceteris::load {

// How the generator itself behaved during Measure, over all threads and operation classes: the raw material of every
// check of its honesty. Figures, no opinions.
struct GeneratorHealth
{
    double windowS = 0; // Measure as it was run
    metrics::Histogram hiccup; // wake − due of a 10 ms timer in each thread; a long one counts for each tick it covers
    std::vector<std::uint32_t> readyPerSlot; // requests by the slot in which plan and user were ready for them …
    std::vector<std::uint32_t> sentPerSlot; // … and in which they were sent
    std::vector<double> sendTimesS; // of the first sends, since the window began, ascending, without a hole
    std::uint64_t bytesSent = 0; // bodies of the writes
    std::uint64_t heldUp = 0; // planned, but not sent before the end because every user was waiting for an answer
    // Of the requests planned in the window, in seconds summed over them.
    double insideS = 0; // between plan and end, as counted up by a clock that knows nothing of the histograms
    double lostS = 0; // of that: those that did not succeed, which the response histogram leaves out
    double thinkS = 0; // planned think time before them
    std::uint64_t ended = 0;

    void add(const GeneratorHealth& other); // of a thread that ran side by side
};

inline constexpr double slotS = 0.1;
inline constexpr std::size_t mostSendTimes = 5'001; // 5 000 gaps

// The largest |sent / ready − 1| of any whole second. One request on either edge is no fault: it is not counted.
double worstSecond(const GeneratorHealth& health);

// Share of the values above a limit.
double shareAbove(const metrics::Histogram& histogram, double limitUs);

// What a user who waits for the answer before asking again did not ask meanwhile: Σ max(0, ⌊S/Δ⌋ − 1) / N over service
// times S, with Δ the planned interval of one user. Timeouts count with the timeout. 0 without a Δ.
double omission(const metrics::Histogram& service, std::uint64_t timeouts, double timeoutS, double intervalS);

} // namespace ceteris::load
