// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/plan.h"
#include "app/plan/schedule.h"
#include "app/run/cpusets.h"
#include "app/run/journal.h"
#include "app/run/observation.h"
#include "app/run/stopsignal.h"

#include <optional>

namespace ceteris::run {

// What a trial needs from the experiment around it.
struct TrialContext
{
    const plan::Plan& plan;
    const CpuSets& cpus;
    Journal& journal;
    const StopSignal& stop;
    QString experiment; // name of the results folder
    QString workspace; // for the files of the children
    QString serverProgram;
    monitor::CpuAccounting accounting = monitor::CpuAccounting::Unknown;
    const int& skipped; // number of the latest trial that a person wants no more of
};

// A trial that was run: what was seen, or why it broke off.
using Seen = tl::expected<Observation, Error>;

// Restart, login phase, warm-up, measure, drain, logout phase if planned; the wash-out is the experiment's.
// nullopt when a stop was requested; TrialSkipped when a person wanted no more of it.
std::optional<Seen> runTrial(const TrialContext& context, const plan::Trial& trial);

} // namespace ceteris::run
