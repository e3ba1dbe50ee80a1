// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/student.h"

#include <cmath>

namespace ceteris::stats {
namespace {

// The continued fraction of the incomplete beta function by Lentz's method (Press et al., Numerical Recipes §6.4).
double betaFraction(double a, double b, double x)
{
    constexpr double tiny = 1e-300;
    constexpr int terms = 10'000;
    const auto safe = [](double value) { return std::abs(value) < tiny ? tiny : value; };
    double c = 1;
    double d = 1 / safe(1 - (a + b) * x / (a + 1));
    double result = d;
    for (int m = 1; m <= terms; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / safe(1 + even * d);
        c = safe(1 + even / c);
        result *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / safe(1 + odd * d);
        c = safe(1 + odd / c);
        result *= d * c;
        if (std::abs(d * c - 1) < 1e-15)
            break;
    }
    return result;
}

double regularisedBeta(double a, double b, double x)
{
    if (x <= 0)
        return 0;
    if (x >= 1)
        return 1;
    const double front
        = std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x));
    // The fraction converges fast only on its own side of the mean.
    if (x < (a + 1) / (a + b + 2))
        return front * betaFraction(a, b, x) / a;
    return 1 - front * betaFraction(b, a, 1 - x) / b;
}

} // namespace

double studentCdf(double t, double df)
{
    const double tail = regularisedBeta(df / 2, 0.5, df / (df + t * t)) / 2;
    return t < 0 ? tail : 1 - tail;
}

double studentQuantile(double p, double df)
{
    if (p < 0.5)
        return -studentQuantile(1 - p, df);
    double high = 1;
    while (studentCdf(high, df) < p)
        high *= 2;
    double low = 0;
    for (int i = 0; i < 200 && low < high; ++i) {
        const double middle = low + (high - low) / 2;
        if (middle == low || middle == high)
            break;
        (studentCdf(middle, df) < p ? low : high) = middle;
    }
    return high;
}

} // namespace ceteris::stats
