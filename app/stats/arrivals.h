// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

// Do events come as a Poisson process? Two looks: counts per slot of time, and the gaps between events.
namespace ceteris::stats {

// Variance over mean of the counts: 1 for a Poisson process, 0 for a metronome, above 1 for bursts.
// 0 with fewer than 2 slots or without events. (Cox and Lewis, The Statistical Analysis of Series of Events, 1966.)
double dispersionIndex(const std::vector<std::uint32_t>& counts);

// How far from 1 the index of a true Poisson process over so many slots may lie: 4 standard errors, 4·√(2/(k−1)).
double dispersionTolerance(std::size_t slotCount);

// Anderson–Darling statistic of the gaps against the exponential distribution with their own mean, corrected for their
// number: A²·(1 + 0.6/n). 0 with fewer than 5 gaps. (D'Agostino and Stephens, Goodness-of-Fit Techniques, 1986, §4.9.)
double andersonDarlingExponential(std::vector<double> gaps);

// A true exponential exceeds it about once in a thousand samples (simulated; that book's table ends at 1 %: 1.959).
inline constexpr double andersonDarlingLimit = 3.0;

} // namespace ceteris::stats
