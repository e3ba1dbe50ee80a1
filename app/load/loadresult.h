// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/health.h"
#include "app/load/loadspec.h"
#include "app/load/oraclereport.h"
#include "app/plan/operation.h"
#include "server/metrics/histogram.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace ceteris::load {

// Why a request failed, by where the fault lies.
enum class Failure {
    LocalResource, // ours: no descriptor, no port, no memory
    Connect, // refused or reset before an answer
    Timeout, // no full answer in timeoutS; booked in Counts::timeouts, not in failed
    Status, // an HTTP status that this operation does not expect
    Assertion, // the status was right, the content was not (identity missing, no CSRF token)
    SessionLost, // signed in, not signed out, and yet sent to the login page
};
inline constexpr std::size_t failureCount = 6;
inline constexpr std::array<std::string_view, failureCount> failureNames { "local_resource", "connect", "timeout",
    "status", "assertion", "session_lost" };

// planned = sent + unsent; sent = ok + failed + timeouts + censored (once the phase has been drained).
struct Counts
{
    std::uint64_t planned = 0;
    std::uint64_t unsent = 0; // planned in the phase, but never sent: from the warm-up a queue may reach into Measure
    std::uint64_t sent = 0;
    std::uint64_t ok = 0;
    std::uint64_t failed = 0;
    std::uint64_t timeouts = 0;
    std::uint64_t censored = 0; // still in flight at the end of the drain
    std::uint64_t repeated = 0; // sent a second time, after a renewal: to the server one more, here the same request
    std::array<std::uint64_t, failureCount> failures {}; // by class; failures[Timeout] == timeouts

    void add(const Counts& other);
    bool balanced() const { return planned == sent + unsent && sent == ok + failed + timeouts + censored; }
};

// One operation class in one phase, or in one interval of time.
struct OperationRecord
{
    Counts counts;
    std::uint64_t completed
        = 0; // answers that came inside the window, whenever planned: throughput = completed / window
    std::uint64_t newConnections = 0;
    std::uint64_t bytesReceived = 0; // bodies
    metrics::Histogram response; // done − planned, successful requests
    metrics::Histogram service; // done − sent, successful requests
    metrics::Histogram lag; // sent − ready: the generator's own fault, all sent requests

    void add(const OperationRecord& other);
    void clear(); // keeps the histograms' memory
};

struct PhaseRecord
{
    double windowS = 0; // the phase's length as it was run
    std::array<OperationRecord, plan::operationCount> operations;

    void add(const PhaseRecord& other);
};

// What happened since the last look, over all threads; requests are booked where they end, plans where they fall.
struct Interval
{
    double beginS = 0; // since Generator::start
    double endS = 0;
    std::array<OperationRecord, plan::operationCount> operations;
    int signedIn = 0; // users with a session now
    int inFlight = 0; // requests now
};

// What befell the users from a mark on, up to the next one.
struct Episode
{
    std::uint64_t ok = 0;
    std::uint64_t refused = 0; // with a status of 500 and above
    std::uint64_t unreachable = 0; // no connection, or it broke
    std::uint64_t timeouts = 0;
    std::uint64_t otherFailures = 0; // sent to the login, among others
    std::uint64_t sessionsLost = 0;
    std::uint64_t sessionsReturned = 0; // lost at some time, and there again
    std::uint64_t sessionsResurrected = 0;
    std::uint64_t staleAnswers = 0; // a session went back in time, or lost an acknowledged write
    std::optional<double> firstGoodS; // from the mark to the first good answer to what was sent after it
    std::optional<double> lastBadS; // from the mark to the last failure

    void add(const Episode& other);
};

// The whole run, phases in the order of Phase.
struct LoadResult
{
    std::array<PhaseRecord, phaseCount> phases;
    int signedIn = 0; // users whose login succeeded
    std::uint64_t scheduleHash = 0; // of all planned times and choices: equal for equal seeds, whatever the server did
    double cpuS = 0; // of the generator's threads
    double busiestThreadCores = 0; // CPU of the busiest thread / wall time, over Measure
    OracleReport oracle;
    std::vector<Episode> episodes; // one for each mark
    Counts probes; // of the oracle, sent as refreshes after the logouts and in no phase's books
    GeneratorHealth health;
    bool stopped = false; // ended early by stop()

    OperationRecord measured() const; // over all operation classes of Measure
};

} // namespace ceteris::load
