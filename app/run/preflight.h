// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/monitor/environmentwindow.h"
#include "app/plan/plan.h"
#include "app/results/preflightrow.h"
#include "app/run/cpusets.h"

#include <functional>
#include <vector>

namespace ceteris::run {

using results::PreflightRow;
using results::Readiness;

// What the plan asks of the machine.
struct PreflightNeeds
{
    int connections = 1; // at the same time
    double bytes = 0; // that the results will take, about
    CpuSets cpus;
    QString folder; // where the results go
    double quietWaitS = 120; // at most, until the machine is quiet
};
PreflightNeeds preflightNeeds(const plan::Plan& plan, const CpuSets& cpus, const QString& folder);

// What was read of the machine.
struct PreflightFacts
{
    monitor::EnvironmentWindow window; // of the last seconds; canaryUs is the canary's median
    monitor::Gauges gauges;
    monitor::Probed<double> canaryDrift = monitor::notRead(); // of two canaries, as a share
    monitor::Probed<double> descriptors = monitor::notRead(); // files that one process may have open
    monitor::Probed<double> freeBytes = monitor::notRead();
};

// The judgement of what was read; asks nothing of the machine.
std::vector<PreflightRow> judgePreflight(const PreflightFacts& facts, const PreflightNeeds& needs);

struct Preflight
{
    std::vector<PreflightRow> rows; // the caller may add to them
    QString evidence; // "9 of 14 probes could be read"
    monitor::CpuAccounting accounting = monitor::CpuAccounting::Unknown; // for Watch, found out once
    monitor::Probed<double> canaryUs = monitor::notRead(); // the first canary of the experiment
    bool stopped = false; // the caller asked for it while it was waiting

    bool mayStart() const; // no row says Fail
};

struct PreflightHooks
{
    std::function<void(double waitedS, const QString& reason)> progress; // once a second; reason empty: none so far
    std::function<bool()> stop;
};

// Reads, waits until the machine has been quiet for 10 s (2 s when the plan does not want to wait) and judges.
// Nothing else of the experiment may be running.
Preflight runPreflight(const PreflightNeeds& needs, const PreflightHooks& hooks);

// For a terminal: a line for each row, its reason and remedy under it unless all is well, the evidence at the end.
QString preflightText(const std::vector<PreflightRow>& rows, const QString& evidence);

} // namespace ceteris::run
