// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/loadresult.h"

#include <optional>

namespace ceteris::load {

// Whose fault it is that libcurl brought no answer, from its CURLcode and the errno behind it (0: unknown).
std::optional<Failure> failureOf(int curlCode, int systemError);

} // namespace ceteris::load
