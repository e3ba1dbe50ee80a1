// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/monitor/environmentwindow.h"
#include "app/results/checkrow.h"

#include <optional>
#include <vector>

namespace ceteris::run {

// What is usual in this experiment: medians of the trials so far. Empty before the first one.
struct GuardBaseline
{
    std::optional<double> canaryUs;
    std::optional<double> frequencyMHz;
    std::optional<double> switchesPerS;
    double expectedLoad = 0; // runnable threads that the experiment itself brings
};

// Gathers the baseline from the environment of every trial, whatever its arm and its fate.
class GuardHistory
{
public:
    void add(const monitor::EnvironmentWindow& window);
    GuardBaseline baseline(double expectedLoad) const;

private:
    std::vector<double> m_canaryUs;
    std::vector<double> m_frequencyMHz;
    std::vector<double> m_switchesPerS;
};

// One row of kind "guard" for each gate, also for those that are well and those that could not be read. Block, trial,
// arm and level are left to the caller: what is judged does not know them, nor anything that was measured, so every arm
// is judged alike. What the arm does to itself (the listen queue, its quota, its faults) is never a ground.
std::vector<results::CheckRow> judgeMachine(const monitor::EnvironmentWindow& window, const GuardBaseline& baseline);

results::Outcome worst(const std::vector<results::CheckRow>& rows);

// "9 of 14 probes could be read"
QString evidence(const std::vector<results::CheckRow>& rows);

// The process most likely behind it; empty when none stands out.
QString culprit(const monitor::EnvironmentWindow& window);

// What the guard made of one block, in the order of the blocks.
struct BlockFate
{
    bool isVoid = false;
    QString culprit;
};

// Why it makes no sense to go on: more than one and more than a third of the planned blocks
// void, or three in a row. The sentence names
// the process that was most often to blame.
std::optional<QString> environmentUnfit(int plannedBlocks, const std::vector<BlockFate>& fates);

} // namespace ceteris::run
