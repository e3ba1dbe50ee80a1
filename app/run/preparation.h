// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/load/calibration.h"
#include "app/monitor/environmentwindow.h"
#include "app/plan/plan.h"
#include "app/run/cpusets.h"
#include "app/run/journal.h"
#include "app/run/stopsignal.h"

#include <QString>

#include <optional>
#include <vector>

namespace ceteris::run {

// What an experiment needs to be prepared.
struct PreparationContext
{
    const plan::Plan& plan;
    const CpuSets& cpus;
    Journal& journal;
    const StopSignal& stop;
    QString folder; // where the results go
    QString workspace; // for the files of the children
    QString serverProgram;
};

// What is known of the machine before the first trial.
struct Prepared
{
    monitor::CpuAccounting accounting = monitor::CpuAccounting::Unknown;
    monitor::Probed<double> canaryUs = monitor::notRead(); // of the quiet machine
    std::vector<std::optional<load::Floor>> floors; // of each level; nullopt when it could not be measured
};

// Makes the accounts; before anything is pinned or timed.
Result<void> prepareAccounts(const PreparationContext& context);

// Waits for a quiet machine, asks all that is asked before the start, tries each arm with one user and finds out what
// the generator can resolve. What was asked goes into the journal. An Error when one answer forbids the start.
Result<Prepared> preflight(const PreparationContext& context);

} // namespace ceteris::run
