// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace ceteris::stats {

// p values of a family, adjusted by Holm's step-down method, in the same order: with p(1) <= … <= p(m) each becomes
// max over j <= i of min(1, (m − j + 1)·p(j)). Holm 1979, Scand. J. Statist. 6.
std::vector<double> holmAdjusted(const std::vector<double>& ps);

} // namespace ceteris::stats
