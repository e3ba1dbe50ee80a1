// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace ceteris::results {

struct Percentiles // microseconds; empty = not measured (no request ended well)
{
    std::optional<double> p50, p95, p99, p99_9, max, mean;

    bool operator==(const Percentiles&) const = default;
};

// One row of trials.csv: one trial × operation class. The columns are listed in trialcolumns.cpp and in the README.
struct TrialRow
{
    QString experiment;
    int block = 0;
    int position = 0;
    int trial = 0;
    QString arm;
    QString level;
    QString operation;
    // ok; failed: could not be run as planned; void: something else disturbed it, or a person skipped it or had it run
    // again. A block with a void trial is void as a whole: it is kept, but another one is run in its place.
    QString status;
    QString reason; // a sentence; empty when ok
    std::uint64_t planned = 0, unsent = 0, sent = 0, ok = 0, failed = 0, timeouts = 0, censored = 0;
    double requestsPerS = 0; // completed in the window / its length
    Percentiles response; // done − planned
    Percentiles service; // done − sent
    // p50, p95 and p99 of `response` with every failure and every request without an answer at the plan's timeout: they
    // were no faster than that for their users. Empty when nothing failed: then `response` is all there is.
    Percentiles responseWithFailures;
    std::optional<double> lagP99Us; // sent − ready: the generator's own
    std::uint64_t localResource = 0, connect = 0, badStatus = 0, assertion = 0, sessionLost = 0; // failed, by class
    std::optional<double> falseRevocationsPer1000; // of renewals: virtual users steal nothing, so each one is false
    std::uint64_t newConnections = 0;
    double windowS = 0; // of the phase this operation is measured in
    int users = 0; // virtual users of the level
    int signedIn = 0; // of them with a session
    std::uint64_t sentAllPhases = 0; // sent in the whole trial …
    std::optional<std::uint64_t> serverRequests; // … and counted by the server: equal, or something is wrong
    std::optional<std::int64_t> storeSessions; // sessions in the store after the login phase
    // Over the window, without the idle use, per completed request of all classes.
    std::optional<double> appCpuUsPerRequest, storeCpuUsPerRequest;
    std::optional<double> appIdleCores, storeIdleCores; // before any load
    std::optional<double> generatorCores, appCores, storeCores, otherCores; // mean over the window
    std::optional<double> appMemoryBytes, storeMemoryBytes; // at the end of the window
    std::optional<double> bytesPerSession; // slope of the store's memory over sessions while users sign in
    std::optional<double> imbalance; // most requests of an instance / their mean, over Measure; empty for one instance
    std::uint64_t seed = 0;
    QString startedUtc; // ISO 8601

    bool operator==(const TrialRow&) const = default;
};

} // namespace ceteris::results
