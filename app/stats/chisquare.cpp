// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/chisquare.h"

#include <cmath>

namespace ceteris::stats {
namespace {

constexpr int terms = 10'000;
constexpr double enough = 1e-16;

// The series of P(a, x), fast below the mean.
double lowerSeries(double a, double x)
{
    double term = 1 / a;
    double sum = term;
    for (int i = 1; i < terms && term > sum * enough; ++i) {
        term *= x / (a + i);
        sum += term;
    }
    return sum;
}

// The continued fraction of Q(a, x) = 1 − P(a, x) by Lentz's method, fast above the mean.
double upperFraction(double a, double x)
{
    constexpr double tiny = 1e-300;
    double b = x + 1 - a;
    double c = 1 / tiny;
    double d = 1 / b;
    double result = d;
    for (int i = 1; i < terms; ++i) {
        const double numerator = -i * (i - a);
        b += 2;
        d = 1 / (numerator * d + b);
        c = b + numerator / c;
        result *= d * c;
        if (std::abs(d * c - 1) < enough)
            break;
    }
    return result;
}

} // namespace

double chiSquareCdf(double x, double df)
{
    if (x <= 0)
        return 0;
    const double a = df / 2;
    const double y = x / 2;
    const double front = std::exp(a * std::log(y) - y - std::lgamma(a));
    return y < a + 1 ? front * lowerSeries(a, y) : 1 - front * upperFraction(a, y);
}

double chiSquareQuantile(double p, double df)
{
    double high = df;
    while (chiSquareCdf(high, df) < p)
        high *= 2;
    double low = 0;
    for (int i = 0; i < 200; ++i) {
        const double middle = low + (high - low) / 2;
        if (middle == low || middle == high)
            break;
        (chiSquareCdf(middle, df) < p ? low : high) = middle;
    }
    return high;
}

} // namespace ceteris::stats
