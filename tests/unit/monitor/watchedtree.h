// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/monitor/environmentwatch.h"
#include "machinetree.h"

#include <cmath>

namespace ceteris::testing {

// The processes of a machine on which an experiment runs, and somebody else's.
inline constexpr int generator = 100;
inline constexpr int app = 200;
inline constexpr int store = 300;
inline constexpr int stranger = 400;

inline monitor::EnvironmentOptions options(const MachineTree& tree)
{
    monitor::EnvironmentOptions it;
    it.root = tree.root();
    it.generatorPid = generator;
    it.armPids = { app, store };
    it.accounting = monitor::CpuAccounting::WithInterrupts;
    return it;
}

inline void idle(MachineTree& tree)
{
    tree.stat({});
    tree.process(1, { .name = "init" });
    for (const auto pid : { generator, app, store, stranger })
        tree.process(pid, {});
}

inline bool close(double a, double b)
{
    return std::abs(a - b) < 1e-9;
}
} // namespace ceteris::testing
