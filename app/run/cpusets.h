// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/plan.h"

#include <vector>

namespace ceteris::run {

// CPU numbers of each role. Server and store may share theirs; an empty set means "wherever the kernel likes".
struct CpuSets
{
    std::vector<int> generator;
    std::vector<int> server;
    std::vector<int> store;

    bool operator==(const CpuSets&) const = default;
};

std::vector<int> allowedCpus(); // of this process, ascending

// The plan's sets where it names them, else: the generator gets one CPU for each of its threads, the store one, the
// server the rest. With fewer than 4 CPUs server and store share what the generator leaves; with 1 nothing is pinned.
CpuSets chooseCpus(const plan::Plan& plan, const std::vector<int>& allowed);

// What an arm gets of them: without a store process of its own the server takes the store's CPUs too, so that every arm
// has the same total.
CpuSets cpusFor(const plan::Arm& arm, const CpuSets& sets);

std::vector<int> allOf(const CpuSets& sets); // each CPU once, ascending

bool pinThisProcess(const std::vector<int>& cpus); // all threads made from now on; true for an empty set

} // namespace ceteris::run
