// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/schedule.h"
#include "app/results/resultsfolder.h"
#include "enginerun.h"

// Two equal arms, so that nothing but the server is needed; trials of about 4 s.
struct Wanted
{
    const char* action = "mark";
    bool twin = false;
    bool probes = false;
    bool oneLevel = true;
    int blocks = 1;
    double loginGraceS = 0.5;
};
QByteArray planText(const Wanted& wanted);

// What is in the folder of a run, as the analysis sees it.
ceteris::results::Results resultsOf(const EngineRun& run);

// The trials of the schedule that are there as they were planned, in the order of their rows.
std::vector<ceteris::plan::Trial> trialsIn(const ceteris::results::Results& results);

// Whether the stream has a line with all of these in it.
bool eventIs(const EngineRun& run, const QByteArrayList& parts);
