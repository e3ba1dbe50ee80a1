// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/generator.h"
#include "tests/support/knownserver.h"

namespace ceteris::loadtest {

// Users that sign in, act with a short think time and sign out: every phase, in little more than a second.
load::LoadSpec visitSpec(const QString& url);

// Visitors that only refresh /plain, for half a second.
load::LoadSpec plainSpec(const QString& url);

// Runs the load to its end and looks on as a live view does.
struct Run
{
    load::LoadResult result;
    load::Interval sum; // of all intervals; levels of the last
    double elapsedS = 0;
};
Result<Run> run(const load::LoadSpec& spec);

const load::OperationRecord& record(const load::LoadResult& result, load::Phase phase, plan::Operation operation);
load::Counts total(const load::LoadResult& result, plan::Operation operation); // over all phases

// What is wrong with the books; empty if nothing is.
QString imbalance(const Run& run);
QString difference(const load::LoadResult& result, const testsupport::Tally& tally);

} // namespace ceteris::loadtest
