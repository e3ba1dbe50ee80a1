// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ceteris::stats {

// P(T <= t) of Student's t with df > 0 degrees of freedom, by the regularised incomplete beta function
// (Abramowitz & Stegun 26.7.1, continued fraction 26.5.8). Absolute error below 1e-12.
double studentCdf(double t, double df);

// The t with studentCdf(t, df) = p, 0 < p < 1, by bisection to full precision.
double studentQuantile(double p, double df);

} // namespace ceteris::stats
