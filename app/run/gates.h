// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/run/guard.h"

#include <span>

namespace ceteris::run {

// What a gate saw: a figure that is bad when it is large, and whom or what to name in the sentence.
struct Sight
{
    monitor::Probed<monitor::Range> value;
    QString who;
};

// One row of the table in gates.cpp. A limit of infinity is none. The figure may be a range: it is marked by its upper
// end and void by its lower one, so that nothing is thrown away on suspicion.
struct Gate
{
    const char* check;
    const char* unit;
    double mark;
    double voided;
    Sight (*look)(const monitor::EnvironmentWindow& window, const GuardBaseline& baseline);
    const char* sentence; // %1: the figure, %2: who or what
};

std::span<const Gate> gates();

} // namespace ceteris::run
