// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/warmup.h"

#include "app/stats/regression.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace ceteris::stats {
namespace {

constexpr double strikingChange = 0.02;
constexpr std::size_t fewestBatches = 4;

struct Batches
{
    std::vector<double> means; // of the logarithms
    std::vector<double> starts; // index of the first window
};

Batches batchesOf(const Windows& windows)
{
    Batches batches;
    for (std::size_t start = 0; start + batchWindows <= windows.size(); start += batchWindows) {
        double sum = 0;
        int present = 0;
        for (std::size_t i = start; i < start + batchWindows; ++i) {
            if (windows[i] && *windows[i] > 0) {
                sum += std::log(*windows[i]);
                ++present;
            }
        }
        if (present == 0)
            continue;
        batches.means.push_back(sum / present);
        batches.starts.push_back(static_cast<double>(start));
    }
    return batches;
}

double meanOf(const std::vector<double>& values, std::size_t from, std::size_t to)
{
    const auto begin = values.begin();
    const auto sum = std::accumulate(begin + std::ptrdiff_t(from), begin + std::ptrdiff_t(to), 0.0);
    return sum / static_cast<double>(to - from);
}

bool isSteady(const Windows& windows, double band)
{
    const auto slope = drift(windows);
    const auto change = halves(windows);
    return slope && change && !slope->found() && std::abs(*change) <= band / 2;
}

} // namespace

std::optional<Truncation> mser5(const Windows& windows)
{
    const auto batches = batchesOf(windows);
    const auto k = batches.means.size();
    if (k < fewestBatches)
        return std::nullopt;
    // From the end, so that each further batch costs one update of sum and squares (Welford).
    double mean = 0;
    double squares = 0;
    double least = std::numeric_limits<double>::infinity();
    std::size_t cut = 0;
    for (std::size_t left = 1; left <= k; ++left) {
        const auto d = k - left;
        const double off = batches.means[d] - mean;
        mean += off / static_cast<double>(left);
        squares += off * (batches.means[d] - mean);
        const double error = squares / static_cast<double>(left * left);
        if (d <= k / 2 && error <= least) {
            least = error;
            cut = d;
        }
    }
    return Truncation { static_cast<std::size_t>(batches.starts[cut]), cut < k / 2 };
}

std::optional<Leak> leakOf(const Windows& windows)
{
    const auto cut = mser5(windows);
    if (!cut)
        return std::nullopt;
    const auto middle = windows.begin() + static_cast<std::ptrdiff_t>(cut->windows);
    const auto head = batchesOf({ windows.begin(), middle }).means;
    const auto rest = batchesOf({ middle, windows.end() }).means;
    if (head.empty() || rest.empty())
        return Leak { cut->windows, 0 };
    return Leak { cut->windows, std::expm1(meanOf(head, 0, head.size()) - meanOf(rest, 0, rest.size())) };
}

bool Drift::found() const
{
    return std::abs(change) > strikingChange && std::abs(t) > strikingT;
}

std::optional<Drift> drift(const Windows& windows)
{
    const auto batches = batchesOf(windows);
    if (batches.means.size() < fewestBatches)
        return std::nullopt;
    const auto line = fitLine(batches.starts, batches.means);
    if (!line)
        return std::nullopt;
    return Drift { std::expm1(line->slope * static_cast<double>(windows.size())), line->t };
}

std::optional<double> halves(const Windows& windows)
{
    const auto means = batchesOf(windows).means;
    const auto k = means.size();
    if (k < 2)
        return std::nullopt;
    return std::expm1(meanOf(means, k - k / 2, k) - meanOf(means, 0, k / 2));
}

std::optional<double> autocorrelation(const Windows& windows)
{
    const auto means = batchesOf(windows).means;
    const auto k = means.size();
    if (k < fewestBatches)
        return std::nullopt;
    const double mean = meanOf(means, 0, k);
    double squares = 0;
    double products = 0;
    for (std::size_t i = 0; i < k; ++i) {
        squares += (means[i] - mean) * (means[i] - mean);
        if (i > 0)
            products += (means[i] - mean) * (means[i - 1] - mean);
    }
    return squares > 0 ? products / squares : 0;
}

SteadyClass classOf(const Windows& windows, double band)
{
    const auto cut = mser5(windows);
    if (!cut)
        return SteadyClass::NoSteadyState;
    if (!cut->converged)
        return isSteady(windows, band) ? SteadyClass::Flat : SteadyClass::NoSteadyState;
    const auto middle = windows.begin() + static_cast<std::ptrdiff_t>(cut->windows);
    if (!isSteady({ middle, windows.end() }, band))
        return SteadyClass::NoSteadyState;
    const double change = std::log1p(leakOf(windows)->change);
    if (std::abs(change) <= std::log1p(band / 2))
        return SteadyClass::Flat;
    return change > 0 ? SteadyClass::WarmUp : SteadyClass::Slowdown;
}

} // namespace ceteris::stats
