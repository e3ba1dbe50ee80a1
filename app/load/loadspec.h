// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/plan.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace ceteris::load {

// The phases of a trial as the generator knows them. A request belongs to the phase in which it was planned.
enum class Phase { Login, Warmup, Measure, Logout };
inline constexpr std::size_t phaseCount = 4;

// Lengths in seconds, one after the other from the start; 0 leaves a phase out. After Measure (and after Login and
// Logout) requests in flight get up to drainS to end; then they are cut and counted as censored.
struct Timeline
{
    double loginS = 0; // 0: users have no session and only refresh
    double warmupS = 0;
    double measureS = 10;
    double logoutS = 0;
    double drainS = 5;
};

// What the oracle may ask of the site and what it marks its own with.
struct OracleSpec
{
    bool marks = false; // the site shows visits, count and last token in its page and keeps a token at login
    bool probes = false; // after a logout the old cookie is tried again
    QString run; // these three say where a token was written …
    int trial = 0;
    int arm = 0;
    std::uint64_t key = 0; // … and this one, the same for the whole run, that nobody else wrote it
    double idleTimeoutS = 0; // of the site's sessions; 0: they do not expire
    bool countsVisits = true; // a page counts itself
};

// Of a site whose sessions are access tokens that end; users renew them at contract::path::refresh.
struct TokenSpec
{
    int accessS = 0; // life of an access token; 0: there are none, or they outlive the load
    plan::Renewal renewal = plan::Renewal::Early;
    int tabs = 1; // of each user: at each renewal all of them present the same refresh token
};

// Everything the generator needs, as plain values; made by run from a plan, or by the command line for `load URL`.
struct LoadSpec
{
    QString url; // http://host:port, no trailing slash; for `load URL` the path and query are in mapping.refreshPath
    plan::Mapping mapping;
    int users = 1;
    int firstAccount = 1; // user i signs in as account firstAccount + i
    double spawnPerS = 50;
    plan::LoadModel model = plan::LoadModel::Users;
    plan::Arrivals arrivals = plan::Arrivals::Fixed;
    double ratePerS = 0;
    double thinkMinS = 0;
    double thinkMaxS = 0;
    double writeShare = 0;
    double botShare = 0; // of the requests that are no writes
    int imageKib = 0;
    int growBytes = 0;
    int networks = 1; // more: users are bound to them, and the site must be on loopback
    double timeoutS = 10;
    int threads = 1;
    std::vector<int> cpus; // allowed cores of the threads; empty: as they come
    std::uint64_t seed = 1;
    Timeline timeline;
    OracleSpec oracle;
    std::optional<std::chrono::steady_clock::time_point>
        zero {}; // what a violation's seconds count from; else the start
    TokenSpec tokens;
};

} // namespace ceteris::load
