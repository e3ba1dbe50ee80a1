// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace ceteris::stats {

// A figure > 0 (a p50, CPU per request) for each window of one second, from the start; absent where fewer than 20
// samples stand behind it. All functions below look at its logarithm, averaged over batches of 5 windows; a batch
// without any window is left out.
using Windows = std::vector<std::optional<double>>;

inline constexpr std::size_t batchWindows = 5;

struct Truncation
{
    std::size_t windows = 0; // to cut at the start
    bool converged = false; // false: the best cut is the last one allowed, so there may be no end of the warm-up
};

// MSER-5 (White & Spratt 2000): of k batch means z, cut the first d* = argmin over 0 <= d <= k/2 of
// Σ_{i>d} (z_i − z̄_d)² / (k−d)². Absent below 4 batches.
std::optional<Truncation> mser5(const Windows& windows);

// What MSER-5 would cut from the start, and how it differs from the rest. On a flat series the cut is whatever noise
// suggests (more than a tenth of a minute in a third of all cases), so it means something only with the difference.
struct Leak
{
    std::size_t windows = 0;
    double change = 0; // the cut part against the rest, as a share; 0 without a cut
};
std::optional<Leak> leakOf(const Windows& windows);

struct Drift
{
    double change = 0; // over the whole length, as a share: +0.1 means 10 % higher at the end
    double t = 0; // of the slope

    bool found() const; // |change| > 2 % and |t| > 3
};

// Ordinary least squares over the batch means. Absent below 4 batches.
std::optional<Drift> drift(const Windows& windows);

// Second half against the first, as a share. Absent below 2 batches. More than half of the practical band is a drift
// too: with noisy windows the slope alone misses half of them.
std::optional<double> halves(const Windows& windows);

// Lag-1 autocorrelation of the batch means. Absent below 4 batches. Above 0.5 batches are no independent figures.
std::optional<double> autocorrelation(const Windows& windows);

// As in Barrett et al., "Virtual Machine Warmup Blows Hot and Cold" (2017): from which part on a figure stays put.
enum class SteadyClass {
    Flat,
    WarmUp, // higher at first, then flat
    Slowdown, // lower at first, then flat
    NoSteadyState, // never flat
};

// Lower is better. Flat: neither a drift nor halves that differ by more than half of `band`.
SteadyClass classOf(const Windows& windows, double band);

} // namespace ceteris::stats
