// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

namespace ceteris::stats {

struct Interval
{
    double low = 0;
    double high = 0;

    bool contains(double value) const { return low <= value && value <= high; }
    bool operator==(const Interval&) const = default;
};

// An arm against the control, paired by block.
struct Paired
{
    int blocks = 0;
    double ratio = 1; // exp(mean of the log ratios): typical trial of the arm / typical trial of the control
    double spread = 0; // standard deviation of the log ratios
    std::optional<Interval> interval; // of the ratio, paired t; absent below 2 blocks
    std::optional<double> signFlipP; // exact up to 17 blocks; absent below 2
    std::optional<Interval> bootstrap; // of the ratio, bootstrap-t; absent below 6 blocks
    int lower = 0; // blocks in which the arm was lower than the control

    bool operator==(const Paired&) const = default;
};

// logRatios: ln(arm) − ln(control), one for each block in which both were measured. confidence is that of both
// intervals, 1 − α/m with Bonferroni over a family of m. A pure function: the bootstrap's seed is fixed. Ratio exp(d̄),
// interval exp(d̄ ± t·s/√n); sign flip as in Fisher's randomisation test; bootstrap-t with 9 999 resamples (Efron &
// Tibshirani 1993, §12.5).
Paired pairedAnalysis(const std::vector<double>& logRatios, double confidence);

// #{sign patterns whose |sum| is at least the observed one} / 2ⁿ, all patterns for n <= 17, else 32 768 random ones.
double signFlipP(const std::vector<double>& differences);

} // namespace ceteris::stats
