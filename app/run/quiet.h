// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/monitor/environmentwatch.h"
#include "app/run/preflight.h"

namespace ceteris::run {

struct QuietOptions
{
    monitor::EnvironmentOptions environment;
    std::vector<int> canaryCpus;
    double quietS = 10; // how long it must have been quiet
    double waitS = 120; // at most, from the begin
    double periodS = 1; // between looks
};

struct Quiet
{
    bool reached = false;
    bool stopped = false;
    monitor::EnvironmentWindow window; // the last quietS
    monitor::Probed<double> canaryDrift = monitor::notRead(); // last against first, as a share; sign: slower is above 0
};

// What keeps the machine from being called quiet: foreign CPU, sockets in TIME_WAIT; empty: nothing.
QString unrest(const monitor::EnvironmentWindow& window);
// The same of the canary.
QString unrest(const monitor::Probed<double>& canaryDrift);

Quiet waitUntilQuiet(const QuietOptions& options, const PreflightHooks& hooks);

} // namespace ceteris::run
