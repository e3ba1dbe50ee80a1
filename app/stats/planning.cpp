// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/planning.h"

#include "app/stats/chisquare.h"
#include "app/stats/student.h"
#include "app/stats/verdict.h"

#include <algorithm>
#include <cmath>

namespace ceteris::stats {
namespace {

constexpr double wantedPower = 0.8;

double normalTail(double z)
{
    return std::erfc(z / std::sqrt(2.0)) / 2;
}

// Density of s/σ, s the sample deviation with df degrees of freedom.
double deviationDensity(double x, double df)
{
    const double logFactor = std::log(2.0) + df / 2 * std::log(df / 2) - std::lgamma(df / 2);
    return std::exp(logFactor + (df - 1) * std::log(x) - df * x * x / 2);
}

} // namespace

double powerOf(double effect, double spread, int blocks, double alpha)
{
    if (spread <= 0)
        return effect != 0 ? 1 : alpha;
    const double df = blocks - 1;
    const double critical = studentQuantile(1 - alpha / 2, df);
    const double shift = std::abs(effect) * std::sqrt(blocks) / spread;
    const auto rejects = [&](double x) { return normalTail(critical * x - shift) + normalTail(critical * x + shift); };
    // Simpson over all sample deviations that matter: nine standard errors of s/σ to each side.
    const double reach = 9 / std::sqrt(2 * df);
    const double low = std::max(1e-9, 1 - reach);
    constexpr int steps = 400;
    const double width = (1 + reach - low) / steps;
    double sum = 0;
    for (int i = 0; i <= steps; ++i) {
        const double x = low + i * width;
        const int weight = i == 0 || i == steps ? 1 : i % 2 ? 4 : 2;
        sum += weight * deviationDensity(x, df) * rejects(x);
    }
    return std::min(1.0, sum * width / 3);
}

int blocksToResolve(double spread, double band, double alpha, int most)
{
    const double effect = std::log1p(band);
    int tooFew = confirmedFrom - 1;
    int enough = std::max(most, confirmedFrom);
    while (enough - tooFew > 1) { // more blocks find more: halve the range
        const int middle = tooFew + (enough - tooFew) / 2;
        (powerOf(effect, spread, middle, alpha) < wantedPower ? tooFew : enough) = middle;
    }
    return enough;
}

double resolvableDifference(double spread, int blocks, double alpha)
{
    if (spread <= 0)
        return 0;
    double low = 0;
    double high = spread;
    while (powerOf(high, spread, blocks, alpha) < wantedPower)
        high *= 2;
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (powerOf(middle, spread, blocks, alpha) < wantedPower ? low : high) = middle;
    }
    return std::expm1(high);
}

double upperSpread(double spread, int blocks, double confidence)
{
    const double df = blocks - 1;
    return spread * std::sqrt(df / chiSquareQuantile(1 - confidence, df));
}

int blocksFromPilot(double spread, int pilotBlocks, double band, double alpha, int most)
{
    return blocksToResolve(upperSpread(spread, pilotBlocks), band, alpha, most);
}

} // namespace ceteris::stats
