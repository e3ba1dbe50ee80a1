// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/plan/plan.h"

namespace ceteris::results {

Result<plan::Plan> readPlan(const QString& folder); // the plan a results folder was made with

} // namespace ceteris::results
