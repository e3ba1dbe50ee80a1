// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ceteris::stats {

// P(X <= x) of χ² with df > 0 degrees of freedom: the regularised lower incomplete gamma function P(df/2, x/2)
// (Abramowitz & Stegun 6.5.29 and 6.5.31, 26.4.19).
double chiSquareCdf(double x, double df);

// The x with chiSquareCdf(x, df) = p, 0 < p < 1, by bisection to full precision. The two-sided normal quantile of
// confidence c is √ of that for df = 1.
double chiSquareQuantile(double p, double df);

} // namespace ceteris::stats
