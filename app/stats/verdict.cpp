// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/verdict.h"

#include "app/stats/student.h"

#include <cmath>

namespace ceteris::stats {
namespace {

constexpr double power = 0.8;

// Half-width of what can be told apart, on the log scale.
double resolution(double spread, int blocks, double alpha)
{
    const double df = blocks - 1;
    return (studentQuantile(1 - alpha / 2, df) + studentQuantile(power, df)) * spread / std::sqrt(blocks);
}

Verdict verdictOf(const Interval& interval, const Rule& rule)
{
    const double low = 1 / (1 + rule.band);
    const double high = 1 + rule.band;
    if (interval.high < low)
        return rule.lowerIsBetter ? Verdict::Better : Verdict::Worse;
    if (interval.low > high)
        return rule.lowerIsBetter ? Verdict::Worse : Verdict::Better;
    if (interval.low >= low && interval.high <= high)
        return Verdict::Equivalent;
    return interval.contains(1) ? Verdict::Inconclusive : Verdict::Different;
}

bool isClaim(Verdict verdict)
{
    return verdict == Verdict::Better || verdict == Verdict::Worse || verdict == Verdict::Equivalent;
}

bool methodsDisagree(const Paired& paired, const Rule& rule, Verdict verdict)
{
    const bool excludesOne = !paired.interval->contains(1);
    const bool flipsRejects = *paired.signFlipP <= rule.alpha;
    if (excludesOne != flipsRejects)
        return true;
    if (!paired.bootstrap)
        return false;
    const auto other = verdictOf(*paired.bootstrap, rule);
    return isClaim(verdict) && isClaim(other) && verdict != other;
}

} // namespace

Decision decide(const Paired& paired, const Rule& rule)
{
    if (paired.blocks < confirmedFrom || !paired.interval || !paired.signFlipP)
        return { Verdict::Pilot, false, false };
    const auto verdict = verdictOf(*paired.interval, rule);
    if (methodsDisagree(paired, rule, verdict))
        return { Verdict::Inconclusive, true, false };
    return { verdict, false, verdict == Verdict::Equivalent && !paired.interval->contains(1) };
}

int blocksToResolve(double spread, double band, double alpha, int most)
{
    const double wanted = std::log1p(band);
    int blocks = confirmedFrom;
    while (blocks < most && resolution(spread, blocks, alpha) > wanted)
        ++blocks;
    return blocks;
}

double resolvableDifference(double spread, int blocks, double alpha)
{
    return std::expm1(resolution(spread, blocks, alpha));
}

} // namespace ceteris::stats
