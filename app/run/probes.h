// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/load/oraclereport.h"
#include "app/plan/plan.h"
#include "server/contract/serverconfig.h"

#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace ceteris::run {

class RunningArm;

inline constexpr int mostLagS = 60; // nobody waits longer for the end of what a sign-out has left

// Probe trials ask for what timed trials cannot: requests that race with a sign-out (LogoutRace), sessions that expire
// (Expiry), writes at the same time (ConcurrentWrites), several sessions of one user (Isolation); and how long the old
// session is believed after a sign-out. They need a ceteris-server of their own that is told probeConfig().
struct ProbeOptions
{
    std::string cookieName = "SESSION";
    int accounts = 20; // user1 … userN of the server
    int repetitions = 20; // of each probe
    int writers = 4; // at the same time, in one session
    std::chrono::milliseconds hold { 200 }; // how slow a slow request is
    std::chrono::milliseconds idleTimeout { 2000 }; // of the server
    std::chrono::milliseconds margin { 1000 }; // on both sides of idleTimeout nothing is decided
    std::chrono::milliseconds longestLag { 2000 }; // after a sign-out, at most mostLagS
    std::chrono::milliseconds patience { 10'000 }; // for each answer
    std::function<bool()> cancelled; // asked before each repetition; may be empty
};

// What the server of an arm is told for its probe trial: its own configuration, with held requests and a short idle
// timeout.
contract::ServerConfig probeConfig(contract::ServerConfig config);
ProbeOptions probeOptions(const contract::ServerConfig& probed);

// Blocks for about 10 s and longestLag: most of it is waiting for sessions to expire. An outcome that nobody can be
// sure of (no answer, an error of the server, a machine too slow for the clock of a probe) is indeterminate.
// Violation::history has the requests of that session, timed from the start of the probes.
load::OracleReport runProbes(const QString& url, const ProbeOptions& options);

// About so long the probes of all arms will take.
double probesLastS(const plan::Plan& plan);

// The probes of all arms of the plan, one after the other, each on processes of its own. An arm that is not ours has an
// empty report. The first arm that does not start ends it.
using StartForProbes = std::function<Result<std::unique_ptr<RunningArm>>(const plan::Arm&)>;
Result<std::vector<load::OracleReport>> probeArms(
    const plan::Plan& plan, const StartForProbes& start, std::function<bool()> cancelled = {});

} // namespace ceteris::run
