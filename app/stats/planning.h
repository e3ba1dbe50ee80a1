// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ceteris::stats {

// Probability that a paired t test of n >= 2 blocks at `alpha` finds a true log ratio of `effect` when log ratios
// spread by `spread`: the noncentral t distribution with noncentrality effect·√n/spread, both tails.
double powerOf(double effect, double spread, int blocks, double alpha = 0.05);

// Blocks that find a difference of `band` (a share) with 80 % power if the spread is as given: the smallest n >= 6
// with powerOf(ln(1+δ), s, n, α) >= 0.8. At most `most`.
int blocksToResolve(double spread, double band, double alpha = 0.05, int most = 1000);

// The smallest difference that n blocks find with 80 % power, as a share: the same formula solved for δ.
double resolvableDifference(double spread, int blocks, double alpha = 0.05);

// Upper bound, at 80 % confidence, of the true spread behind one measured in a pilot of n >= 2 blocks:
// s·√((n−1)/q), q the lower 20 % quantile of χ²(n−1). A pilot's own spread is too low in half of all pilots.
double upperSpread(double spread, int blocks, double confidence = 0.8);

// blocksToResolve for that upper bound: what a plan should ask for after a pilot.
int blocksFromPilot(double spread, int pilotBlocks, double band, double alpha = 0.05, int most = 1000);

} // namespace ceteris::stats
