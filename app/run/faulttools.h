// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/run/arm.h"
#include "app/run/faults.h"
#include "app/run/linkboard.h"

#include <functional>

namespace ceteris::run {

// Carries out what changes the parts of an arm, and takes note that they are others now.
using Change = std::function<Result<void>(const std::function<Result<void>()>& change)>;

// The real ones, for the processes of an arm; both must outlive them.
FaultTools faultTools(RunningArm& arm, LinkBoard& links, const Change& change);

} // namespace ceteris::run
