// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/loadresult.h"
#include "app/monitor/monitor.h"
#include "app/plan/plan.h"
#include "app/plan/schedule.h"
#include "app/run/faults.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace ceteris::run {

// CPU use between the two ends of a phase's window.
struct CpuWindow
{
    double beginS = 0; // since the trial began, as are all times here
    double endS = 0;
    monitor::CpuUse begin;
    monitor::CpuUse end;

    double lengthS() const { return endS - beginS; }
};

// All that was seen of one trial, as it was seen; rows and checks are made from it.
struct Observation
{
    load::LoadResult load;
    std::array<std::optional<CpuWindow>, load::phaseCount> cpu; // of the phases that were reached
    std::optional<CpuWindow> idle; // of the arm, before any load
    std::vector<monitor::Sample> samples;
    std::optional<monitor::EnvironmentWindow> environment; // what else went on in the machine during Measure
    std::vector<std::optional<double>> refreshP50s; // us, of each second of Measure; absent below 20 answers
    load::LoadSpec spec; // what the generator was told
    bool leaked = false; // ended at once: a user was shown the data of another one
    std::optional<qint64> sessionsAfterLogin;
    std::optional<monitor::ServerCounters> counters; // after the last drain
    bool hasStoreProcess = false; // a store beside the app, with CPU and memory of its own
    std::vector<Fault> faults; // that the plan brought about, in their order
    double measureBeganS = 0; // their zero
    bool hasEndedInstances = false; // what the server had counted went with them
    QString startedUtc;
};

// The phase in which an operation class is measured.
constexpr load::Phase phaseOf(plan::Operation operation)
{
    switch (operation) {
    case plan::Operation::LoginPage:
    case plan::Operation::Login:
    case plan::Operation::Image:
        return load::Phase::Login;
    case plan::Operation::Logout:
        return load::Phase::Logout;
    case plan::Operation::Refresh:
    case plan::Operation::Write:
    case plan::Operation::Visit:
    case plan::Operation::Renew:
        break;
    }
    return load::Phase::Measure;
}

// Sent in all phases of the trial, twice what was sent again after a renewal; to refreshes belong the probes of the
// oracle and the visits, which ask for the same.
std::uint64_t sentOf(const load::LoadResult& result, plan::Operation operation);

// Requests that may or may not have reached the server: the link broke or nobody waited for the answer.
std::uint64_t uncertainOf(const load::LoadResult& result, plan::Operation operation);

// Counted by the server for the route of this operation, which visits share with refreshes.
std::uint64_t serverRequests(const monitor::ServerCounters& counters, plan::Operation operation);

// What a store says that its sessions take; "memory_store", all that its processes take, when it says nothing.
QString storeMemoryMetric(const Observation& seen);

// Bytes the store holds for one more session: the Theil–Sen slope of its memory over the number of sessions while users
// sign in. nullopt with fewer than 4 different numbers of sessions.
std::optional<double> bytesPerSession(const Observation& seen);

// The most requests that one instance got, over the mean of all of them, during Measure. nullopt for one instance.
std::optional<double> imbalance(const Observation& seen);

// Why the trial is not what the plan asked for, as a sentence; empty when it is: every user signed in, refreshes were
// answered, every request is accounted for, the server counted as many as were sent, and the store held as many
// sessions as users signed in. With faults, unanswered refreshes are what is measured.
QString objection(const plan::Level& level, const Observation& seen);

} // namespace ceteris::run
