// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/paired.h"

#include "app/stats/student.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <random>

namespace ceteris::stats {
namespace {

constexpr std::size_t exactUpTo = 17; // 131 072 sign patterns, one addition each: cheaper than 32 768 random ones
constexpr std::size_t bootstrapFrom = 6;
constexpr int resamples = 9'999;
constexpr std::uint64_t bootstrapSeed = 20'260'131; // any constant: the same data must give the same report

struct Moments
{
    double mean = 0;
    double deviation = 0; // of the sample, n − 1
};

Moments momentsOf(const std::vector<double>& values)
{
    const auto n = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return { mean, values.size() > 1 ? std::sqrt(squares / (n - 1)) : 0 };
}

// A number below n without std::uniform_int_distribution, whose output differs between libraries.
std::size_t below(std::mt19937_64& random, std::size_t n)
{
    return static_cast<std::size_t>((random() >> 11) * 0x1p-53 * static_cast<double>(n));
}

double signedSum(const std::vector<double>& differences, std::uint64_t signs)
{
    double sum = 0;
    for (std::size_t i = 0; i < differences.size(); ++i)
        sum += (signs >> (i % 64) & 1) ? -differences[i] : differences[i];
    return sum;
}

// Sign patterns whose sum is at least `observed` in size, out of all 2^n. Gray code: each differs from the one before
// in one sign, so that a pattern costs one addition.
std::uint64_t extremePatterns(const std::vector<double>& differences, double observed)
{
    const auto patterns = std::uint64_t { 1 } << differences.size();
    double sum = signedSum(differences, 0);
    std::uint64_t signs = 0;
    std::uint64_t extreme = std::abs(sum) >= observed;
    for (std::uint64_t i = 1; i < patterns; ++i) {
        const auto flipped = static_cast<std::size_t>(std::countr_zero(i));
        signs ^= std::uint64_t { 1 } << flipped;
        sum += (signs >> flipped & 1 ? -2 : 2) * differences[flipped];
        extreme += std::abs(sum) >= observed;
    }
    return extreme;
}

Interval scaled(double mean, double error, double lowT, double highT)
{
    return { std::exp(mean + lowT * error), std::exp(mean + highT * error) };
}

std::optional<Interval> bootstrapT(const std::vector<double>& values, const Moments& moments, double confidence)
{
    const auto n = values.size();
    const double root = std::sqrt(static_cast<double>(n));
    std::mt19937_64 random(bootstrapSeed);
    std::vector<double> sample(n);
    std::vector<double> ts;
    ts.reserve(resamples);
    for (int i = 0; i < resamples; ++i) {
        for (auto& value : sample)
            value = values[below(random, n)];
        const auto drawn = momentsOf(sample);
        if (drawn.deviation > 0)
            ts.push_back((drawn.mean - moments.mean) / (drawn.deviation / root));
    }
    if (ts.empty())
        return std::nullopt;
    const auto at = [&ts](double p) {
        const auto rank = static_cast<std::size_t>(std::ceil(p * static_cast<double>(ts.size())));
        const auto place = ts.begin() + static_cast<std::ptrdiff_t>(std::clamp<std::size_t>(rank, 1, ts.size()) - 1);
        std::nth_element(ts.begin(), place, ts.end()); // two places only: no need to sort the rest
        return *place;
    };
    const double tail = (1 - confidence) / 2;
    return scaled(moments.mean, moments.deviation / root, -at(1 - tail), -at(tail));
}

} // namespace

double signFlipP(const std::vector<double>& differences)
{
    // Patterns that tie with the observed one must count, whatever the last bits of their sums.
    const double observed = std::abs(signedSum(differences, 0)) * (1 - 1e-9);
    if (differences.size() <= exactUpTo)
        return static_cast<double>(extremePatterns(differences, observed)) / std::exp2(differences.size());
    constexpr int draws = 32'767;
    std::mt19937_64 random(bootstrapSeed);
    int extreme = 1; // the observed pattern is one of them
    for (int i = 0; i < draws; ++i)
        extreme += std::abs(signedSum(differences, random())) >= observed;
    return static_cast<double>(extreme) / (draws + 1);
}

Paired pairedAnalysis(const std::vector<double>& logRatios, double confidence)
{
    Paired result;
    const auto n = logRatios.size();
    result.blocks = static_cast<int>(n);
    if (n == 0)
        return result;
    const auto moments = momentsOf(logRatios);
    result.ratio = std::exp(moments.mean);
    result.spread = moments.deviation;
    result.lower = static_cast<int>(std::count_if(logRatios.begin(), logRatios.end(), [](double d) { return d < 0; }));
    if (n < 2)
        return result;
    const double error = moments.deviation / std::sqrt(static_cast<double>(n));
    const double t = studentQuantile(1 - (1 - confidence) / 2, static_cast<double>(n - 1));
    result.interval = scaled(moments.mean, error, -t, t);
    result.signFlipP = signFlipP(logRatios);
    if (n >= bootstrapFrom)
        result.bootstrap = bootstrapT(logRatios, moments, confidence);
    return result;
}

} // namespace ceteris::stats
