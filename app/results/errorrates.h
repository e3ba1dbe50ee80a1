// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/contrast.h"
#include "app/stats/proportion.h"
#include "app/stats/verdict.h"

#include <optional>
#include <vector>

namespace ceteris::results {

struct ErrorRate
{
    stats::Count count; // failures, timeouts and requests without an answer, of those sent
    stats::Interval interval; // of the share, 95 %, widened by how much the trials differ

    bool operator==(const ErrorRate&) const = default;
};

struct ErrorRates
{
    ErrorRate arm;
    ErrorRate control;
    std::optional<double> ratio; // only with 10 errors or more in both
    std::optional<double> signFlipP; // of the block differences; absent with too few blocks or errors
    int higher = 0; // blocks in which the arm's rate was higher

    bool operator==(const ErrorRates&) const = default;
};

inline constexpr std::uint64_t fewestErrors = 10; // of both arms together: below, their rates cannot be compared

ErrorRates errorRatesOf(const std::vector<Pair>& pairs);

// There is no band for errors, so they are never BETTER or EQUIVALENT: DIFFERENT, INCONCLUSIVE, PILOT below 6 blocks,
// NOT COMPARABLE with too few errors.
stats::Verdict verdictOf(const ErrorRates& rates, std::size_t blocks);

} // namespace ceteris::results
