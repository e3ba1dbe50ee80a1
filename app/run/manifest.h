// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/plan.h"
#include "app/plan/schedule.h"
#include "app/run/cpusets.h"

#include <QJsonObject>

namespace ceteris::run {

// What has to be known to repeat the experiment or to doubt it: versions, the machine, CPU sets, seeds. What cannot be
// read on this machine is absent. `complete` says whether every trial of the plan is in the folder.
QJsonObject manifest(
    const plan::Plan& plan, const std::vector<plan::Trial>& schedule, const CpuSets& cpus, bool complete);

} // namespace ceteris::run
