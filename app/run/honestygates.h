// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/stats/arrivals.h"

#include <limits>

// Everything that is held against the generator, with its limits, in one table.
namespace ceteris::run::honesty {

inline constexpr double never = std::numeric_limits<double>::infinity();

// A value above `mark` is kept and listed, above `voids` the block is run again; both times a scale where the comment
// names one. In the sentence %1 stands for the value and %2 for the limit that it broke.
struct Gate
{
    const char16_t* check;
    const char16_t* unit; // us, share, cores, 1
    double mark;
    double voids;
    const char16_t* sentence;
};

// Times max(1 ms, 2 × p99 of the idle floor, 5 % of p99 of response).
inline constexpr Gate lag { u"lag_p99", u"us", 1, 2,
    u"The generator sent late: %1 at p99, limit %2; latency may be overstated." };
// Requests that it delayed by more than half of p99 of response (and by more than twice p99.9 of the idle floor).
inline constexpr Gate lagShare { u"lag_share", u"share", never, 0.001,
    u"The generator held up %1 of the requests for as long as the server took, limit %2; p99 is its own." };
// Times p99.9 of the idle floor.
inline constexpr Gate hiccup { u"loop_hiccup", u"us", 2, 10,
    u"The generator's thread woke %1 late at p99.9, limit %2; something held it up, and latency with it." };
inline constexpr Gate rate { u"rate", u"share", 0.005, 0.01,
    u"The generator did not send %1 of the planned requests, limit %2; the server had less to do than planned." };
inline constexpr Gate rateSecond { u"rate_second", u"share", 0.005, 0.01,
    u"In one second the generator sent %1 more or less than was due, limit %2; the load was not as planned." };
// The server's doing, so never a reason to run the block again.
inline constexpr Gate saturation { u"saturation", u"share", 0.005, never,
    u"%1 of the planned requests were never sent because every user was waiting for the server, limit %2; it cannot "
    u"take this load, and latency is understated." };
// Times 4·√(2/(k−1)).
inline constexpr Gate dispersion { u"arrival_dispersion", u"1", 1, never,
    u"The requests did not come as a Poisson process: their index of dispersion is %1 off, limit %2; queues form in "
    u"another way than planned." };
inline constexpr Gate gaps { u"arrival_gaps", u"1", stats::andersonDarlingLimit, never,
    u"The gaps between requests are not exponential: Anderson-Darling %1, limit %2; queues form in another way than "
    u"planned." };
inline constexpr Gate cpu { u"cpu_busiest", u"cores", 0.6, 0.8,
    u"The generator's busiest thread took %1 cores, limit %2; its own queue may be in the latency." };
inline constexpr Gate runQueue { u"run_queue", u"share", 0.01, 0.05,
    u"The generator's threads waited for a CPU for %1 of the time, limit %2; latency may be overstated." };
inline constexpr Gate headroom { u"headroom", u"share", 1 / 2.0, 1 / 1.3,
    u"The load takes %1 of what the generator can send, limit %2; it may be measuring itself." };
inline constexpr Gate resolution { u"resolution", u"share", 1 / 3.0, never,
    u"Limited by generator: a server that does nothing shows %1 of this p50, limit %2; differences look smaller than "
    u"they are." };
inline constexpr Gate little { u"littles_law", u"share", 0.02, 0.05,
    u"Requests in the system and rate times response time differ by %1, limit %2; one of the three is wrong." };
// Raised by the cycles that the ends of the window cut.
inline constexpr Gate littleUsers { u"littles_law_users", u"share", 0.02, 0.05,
    u"Users and rate times (response + think time) differ by %1, limit %2; some users did not do their part." };
inline constexpr Gate conservation { u"conservation", u"share", 0, 0.001,
    u"The generator lost count of %1 of the requests, limit %2; its figures do not add up." };
inline constexpr Gate serverCounter { u"server_counter", u"share", 0, 0.001,
    u"Generator and server disagree about %1 of the requests, limit %2; one of them counts wrong." };
// Closed model only; the open one has no such blind spot.
inline constexpr Gate omission {
    u"omission", u"share", 0.01, never,
    u"closed: latency understates stalls. While users waited, %1 as many requests as were sent went unasked, limit %2."
};

// Arms of one block against its first. The load must be the same, whatever the answers were.
inline constexpr Gate equalSchedule { u"equal_schedule", u"1", never, 0,
    u"This arm was given another schedule than the first arm of its block; they cannot be compared." };
inline constexpr Gate equalSent {
    u"equal_sent", u"share", never, 0.005,
    u"This arm was sent %1 more or fewer requests than the first arm of its block, limit %2; they cannot be compared."
};
inline constexpr Gate equalBytesSent { u"equal_bytes_sent", u"share", never, 0.005,
    u"The forms sent to this arm differ by %1 in size from those of the first arm of its block, limit %2; they cannot "
    u"be compared." };
// The server's doing, so never a reason to run the block again.
inline constexpr Gate equalBytesReceived { u"equal_bytes_received", u"share", 0.005, never,
    u"The pages of this arm differ by %1 in size from those of the first arm of its block, limit %2; more than the "
    u"declared factor may differ." };

} // namespace ceteris::run::honesty
