// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/calibration.h"
#include "app/load/loadresult.h"
#include "app/monitor/monitor.h"
#include "app/results/checkrow.h"

#include <optional>
#include <vector>

namespace ceteris::run {

// What is known about the generator after a trial.
struct HonestyInput
{
    results::CheckRow place; // block, trial, arm and level of the rows to come
    const load::LoadSpec& spec; // as the trial was planned
    const load::LoadResult& load;
    std::optional<load::Floor> floor; // of this machine, for this level
    std::optional<double> runQueueShare; // time the busiest thread waited for a CPU, as a share of Measure
    std::optional<monitor::ServerCounters> counters; // of our own server, after the last drain
};

// Was it the server that was measured, or the generator? A row for each check that applies to the model; Unavailable
// where its input is missing. What the server brings about (stalls, saturation) is never Void.
std::vector<results::CheckRow> judgeGenerator(const HonestyInput& input);

// What one arm got of the load in Measure.
struct Treatment
{
    results::CheckRow place;
    plan::LoadModel model = plan::LoadModel::Users;
    std::uint64_t scheduleHash = 0;
    std::uint64_t offered = 0; // sent, and held up by busy users
    double formBytes = 0; // mean over writes; 0 without any
    double pageBytes = 0; // mean over answered refreshes
    plan::Mapping mapping {}; // services that want other forms have other sizes by design
};
Treatment treatmentOf(const results::CheckRow& place, plan::LoadModel model, const load::LoadResult& load);

// The arms of one block and level, each against the first. In the closed model the number of requests follows from the
// answers, so it is not compared.
std::vector<results::CheckRow> judgeEqualTreatment(const std::vector<Treatment>& arms);

} // namespace ceteris::run
