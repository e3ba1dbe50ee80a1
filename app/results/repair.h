// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/plan/plan.h"

#include <set>

namespace ceteris::results {

// Makes the tables of a folder whole after it was cut off at any byte, and gives each its header if it has none. What
// belongs to no finished trial is taken out. Returns the finished trials.
Result<std::set<int>> repair(const QString& folder, const plan::Plan& plan);

} // namespace ceteris::results
