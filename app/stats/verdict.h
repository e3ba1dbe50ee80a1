// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/stats/paired.h"

#include <string_view>

namespace ceteris::stats {

enum class Verdict {
    Pilot, // fewer than 6 blocks: numbers, never a verdict
    Better,
    Worse,
    Equivalent, // the whole interval lies within the band
    Different, // not 1, but perhaps too small to matter
    Inconclusive,
    NotComparable,
};

constexpr std::string_view name(Verdict verdict)
{
    constexpr std::string_view names[] { "PILOT", "BETTER", "WORSE", "EQUIVALENT", "DIFFERENT", "INCONCLUSIVE",
        "NOT COMPARABLE" };
    return names[static_cast<std::size_t>(verdict)];
}

inline constexpr int confirmedFrom = 6; // blocks: the sign-flip test cannot reach 5 % below

struct Rule
{
    double band = 0.05; // δ: the smallest difference that matters, as a share
    bool lowerIsBetter = true;
    double alpha = 0.05; // after Bonferroni: 1 − the confidence of the intervals
};

struct Decision
{
    Verdict verdict = Verdict::Pilot;
    bool methodsDisagree = false; // the verdict was capped at Inconclusive for it
    bool negligible = false; // Equivalent, yet the interval excludes 1
};

// The table of verdicts: with [L, U] the interval of the ratio, g = 1/(1+δ), h = 1+δ, lower better:
// U < g BETTER · L > h WORSE · g <= L and U <= h EQUIVALENT · 1 outside DIFFERENT · else INCONCLUSIVE.
// INCONCLUSIVE too when the t interval and the sign-flip test disagree about 1, or when the bootstrap-t interval claims
// the opposite. Where α is below 2/2ⁿ, which no sign pattern can beat, the sign-flip test agrees with an interval that
// excludes 1 when all blocks point one way, and contradicts none that contains it.
Decision decide(const Paired& paired, const Rule& rule);

} // namespace ceteris::stats
