// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/verdict.h"

#include <algorithm>
#include <cmath>

namespace ceteris::stats {
namespace {

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
    const double least = std::exp2(1 - paired.blocks); // p of blocks that all agree: the test can say no more
    const bool flipsReject = *paired.signFlipP <= std::max(rule.alpha, least);
    if (least > rule.alpha ? excludesOne && !flipsReject : excludesOne != flipsReject)
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

} // namespace ceteris::stats
