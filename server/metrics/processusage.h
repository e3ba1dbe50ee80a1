// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace ceteris::metrics {

// What this process has used so far, as the kernel says.
double processCpuSeconds();
std::optional<std::int64_t> residentMemoryBytes();

} // namespace ceteris::metrics
