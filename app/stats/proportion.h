// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/stats/paired.h"

#include <cstdint>
#include <vector>

namespace ceteris::stats {

struct Count
{
    std::uint64_t events = 0;
    std::uint64_t total = 0;

    bool operator==(const Count&) const = default;
};

Count sumOf(const std::vector<Count>& trials);

// How much more the rate differs between trials than requests that fail independently of each other would:
// φ = max(1, Pearson χ²/(n−1)). 1 for one trial, and where nothing or everything failed.
double overdispersion(const std::vector<Count>& trials);

// Interval of a share by Wilson's score, for a count that is worth only total/φ independent ones. Without events the
// upper end is the rule of three, 3/N_eff, at 95 %.
Interval wilson(const Count& count, double overdispersion = 1, double confidence = 0.95);

// No event in `total` trials: the rate is below this with 95 % confidence (1 − 0.95^(1/N) ≈ 3/N).
double ruleOfThree(double total);

// Fisher's exact test, two-sided: probability, with all margins fixed, of a table no more likely than this one.
double fisherP(const Count& one, const Count& other);

// P(X >= events) of `trials` independent ones with probability p each.
double binomialUpperTail(std::uint64_t events, std::uint64_t trials, double p);

// Whether so many false claims among A/A experiments are too many for a 5 % test: alarm at P < 0.017, that is
// 4 of 20, 6 of 40, 11 of 100.
bool falseClaimsAlarm(std::uint64_t falseClaims, std::uint64_t experiments);

} // namespace ceteris::stats
