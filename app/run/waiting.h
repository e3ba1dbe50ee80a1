// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace ceteris::run {

// Lets time pass while events are served; ends early, within 20 ms, when mustStop says so.
void waitFor(double seconds, const std::function<bool()>& mustStop);

} // namespace ceteris::run
