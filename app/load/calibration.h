// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/load/loadspec.h"

namespace ceteris::load {

// What this machine and this generator show where there is nothing to see. Limits are multiples of it, for an absolute
// one would reject every virtual machine.
struct Floor
{
    double hiccupP50Us = 0; // wake − due of a thread that has nothing else to do
    double hiccupP99Us = 0;
    double hiccupP999Us = 0;
    double lagP99Us = 0; // sent − ready against the null server, at the planned rate
    double nullP50Us = 0; // service time of the null server, at a low rate
    double maxPerS = 0; // requests a second against the null server, as fast as they go

    bool operator==(const Floor&) const = default;
};

// Requests a second that a spec asks for; in the closed model an upper bound, which an instant server would give.
// 0 where there is neither a rate nor a think time.
double plannedPerS(const LoadSpec& spec);

// Watches an idle thread, then sends to a null server on serverCpus, with threads, CPUs, model and rate of the spec and
// at most a few hundred of its users. Takes lengthS and some tenths; blocks.
Result<Floor> measureFloor(const LoadSpec& spec, const std::vector<int>& serverCpus, double lengthS = 3);

} // namespace ceteris::load
