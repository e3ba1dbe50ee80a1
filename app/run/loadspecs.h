// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/loadspec.h"
#include "app/plan/plan.h"
#include "app/plan/schedule.h"
#include "app/run/cpusets.h"

#include <QString>

namespace ceteris::run {

// What the generator is told for one trial of a plan, on an arm that answers at the URL. experiment is the name of the
// results folder: tokens in sessions say where they come from.
load::LoadSpec loadSpec(
    const plan::Plan& plan, const plan::Trial& trial, const CpuSets& cpus, const QString& experiment, const QString& url);

} // namespace ceteris::run
