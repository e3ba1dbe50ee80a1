// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/run/guard.h"

#include <optional>
#include <vector>

namespace ceteris::testing {

// One gate of the guard, and the figures that it must let pass, mark and void: close to its limits on either side.
struct GateCase
{
    const char* check;
    void (*set)(monitor::EnvironmentWindow& window, double value);
    void (*hide)(monitor::EnvironmentWindow& window);
    double good;
    std::optional<double> marked;
    std::optional<double> voided;
    const char* named = nullptr; // what the sentence must contain
};

const std::vector<GateCase>& gateCases();

// A machine on which everything can be read and nothing else goes on: two CPUs, 60 s.
monitor::EnvironmentWindow quietWindow();
run::GuardBaseline usual();

} // namespace ceteris::testing
