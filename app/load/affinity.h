// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"

#include <thread>
#include <vector>

namespace ceteris::load {

Result<void> pin(std::jthread& thread, const std::vector<int>& cpus); // nothing to do for an empty set

} // namespace ceteris::load
