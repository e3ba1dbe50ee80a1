// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/resultsfolder.h"

namespace ceteris::results::sample {

// Two arms × one level × three blocks = six trials, three operations each; texts that need care in CSV.
plan::Plan plan();

std::vector<TrialRow> rowsOf(const ResultsFolder& folder, int trial);
std::vector<TrialHistograms> histogramsOf(int trial);
std::vector<CheckRow> checksOf(int trial);
std::vector<ViolationRow> violationsOf(int trial);

// Runs trial: events, one tick a second, then the commit. Stops with the first error.
Result<void> runTrial(ResultsFolder& folder, int trial);
Result<void> runMissingTrials(ResultsFolder& folder);

} // namespace ceteris::results::sample
