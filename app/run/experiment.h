// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/results/resultsfolder.h"
#include "app/run/journal.h"
#include "app/run/stopsignal.h"

#include <QString>

namespace ceteris::run {

struct ExperimentOptions
{
    QString serverProgram; // empty: ceteris-server beside the running program
};

struct Ending
{
    int finishedTrials = 0; // in the folder now, earlier starts included
    int failedTrials = 0; // of them, not run as planned
    bool complete = false; // every trial of the plan is there
};

// Runs the trials that the folder does not have yet, in the order of the plan's schedule, and writes all of it down.
// A failed trial is recorded and the experiment goes on; three in a row, a missing program or a folder that cannot be
// written end it with an Error. A stop request abandons the trial under way and keeps what is done.
Result<Ending> runExperiment(
    results::ResultsFolder& folder, const ExperimentOptions& options, const StopSignal& stop, const EventSink& sink);

} // namespace ceteris::run
