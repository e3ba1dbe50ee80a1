// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/results/resultsfolder.h"
#include "app/run/journal.h"
#include "app/run/stopsignal.h"

#include <QString>

#include <vector>

namespace ceteris::run {

struct ExperimentOptions
{
    QString serverProgram; // empty: ceteris-server beside the running program
    bool preflight = true; // ask the machine first; without it the generator's limits have no floor to stand on
    int orders = -1; // a descriptor with what a person has to say while it runs, see OrderReader; -1: none
    std::vector<int> again = {}; // failed trials of earlier starts whose blocks are to be run again
};

struct Ending
{
    int finishedTrials = 0; // in the folder now, earlier starts included
    int failedTrials = 0; // of them, not run as planned
    bool complete = false; // the design has all the blocks that it needs
};

// Runs the trials that the folder does not have yet, in the order of the plan's schedule, and writes all of it down.
// A failed trial is recorded and the experiment goes on; a disturbed one, or one that a person skips or wants once
// more, is void, and its block is run again at the end. An Error ends it: three failed in a row, too many disturbed
// blocks, a session that was shown to somebody else, a machine that is not ready, a missing program, a folder that
// cannot be written. A stop request abandons the trial under way and keeps what is done.
Result<Ending> runExperiment(
    results::ResultsFolder& folder, const ExperimentOptions& options, const StopSignal& stop, const EventSink& sink);

} // namespace ceteris::run
