// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/plan.h"

#include <cstdint>
#include <vector>

namespace ceteris::plan {

// One cell of one block at its place in time. Numbers count from 1, indices from 0.
struct Trial
{
    int number = 0; // 1 … arms × levels × blocks, in running order
    int block = 0; // 1 … blocks
    int position = 0; // 1 … arms: place among the arms of its block and level
    int arm = 0; // index into Plan::arms
    int level = 0; // index into Plan::levels
    std::uint64_t seed = 0; // of the load; the same for all arms of a block and level

    bool operator==(const Trial&) const = default;
};

// Every block runs every arm × level once (the twin at its one level): levels in random order, within a level the arms
// next to each other in an order that gives each arm each position ⌊n/k⌋ … ⌈n/k⌉ times over the n blocks. A pure
// function of the plan; more blocks only add to its end, so that a block that was lost is run again under a new number.
std::vector<Trial> schedule(const Plan& plan, int blocks);
std::vector<Trial> schedule(const Plan& plan); // of mostBlocks(plan)

// Planned time of one trial and of the whole experiment in seconds, restarts included as an estimate. Drains are not
// counted: each ends with the last answer, most often at once. Nor is the first making of the accounts.
double trialSeconds(const Plan& plan, const Level& level);
double experimentSeconds(const Plan& plan); // with mostBlocks(plan)

// What the recording of the experiment takes of the disk, generously: stream and series of each second, rows and
// histograms of each trial.
double experimentBytes(const Plan& plan);

} // namespace ceteris::plan
