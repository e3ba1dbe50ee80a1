// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/sentences.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

using stats::Verdict;

constexpr int intervalFrom = 3; // blocks: below, an interval is so wide that it only confuses

// A share in percent, with no more digits than it deserves.
QString percent(double share)
{
    const auto value = std::abs(share) * 100;
    auto text = QString::number(value, 'f', value < 9.95 ? 1 : 0);
    if (text.endsWith(u".0"))
        text.chop(2);
    return text % u" %"_s;
}

QString signedPercent(double ratio)
{
    const auto size = percent(ratio - 1);
    return size == u"0 %" ? size : QString((ratio < 1 ? u"−"_s : u"+"_s) % size);
}

QString factor(double ratio)
{
    return QString::number(ratio, 'f', ratio < 9.95 ? 2 : 1);
}

// "18 % lower", "1.52 times": from a third up a factor is easier to read than a share.
QString size(double ratio)
{
    if (ratio >= 4.0 / 3)
        return factor(ratio) % u" times"_s;
    return percent(ratio - 1) % (ratio < 1 ? u" lower than"_s : u" higher than"_s);
}

QString interval(const Comparison& it)
{
    if (!it.paired.interval || it.paired.blocks < intervalFrom)
        return {};
    const auto& [low, high] = *it.paired.interval;
    const auto confidence = QString::number(it.confidence * 100, 'g', 4);
    if (it.paired.ratio >= 4.0 / 3)
        return u" (%1 % CI %2 to %3 times)"_s.arg(confidence, factor(low), factor(high));
    return u" (%1 % CI %2 to %3)"_s.arg(confidence, signedPercent(low), signedPercent(high));
}

QString direction(const Comparison& it)
{
    const auto lower = it.paired.lower;
    const auto count = it.paired.ratio < 1 ? lower : it.paired.blocks - lower;
    const auto word = it.paired.ratio < 1 ? u"lower"_s : u"higher"_s;
    return u", %1 in %2 of %3 blocks"_s.arg(word).arg(count).arg(it.paired.blocks);
}

QString subject(const Comparison& it, const ComparedMetric& metric)
{
    const auto where = metric.ofOperation ? QString(it.level % u", "_s % it.operation) : it.level;
    return u"%1: %2's %3"_s.arg(where, it.arm, metric.words);
}

QString moreBlocks(const Comparison& it)
{
    const auto more = it.blocksToResolve - it.paired.blocks;
    if (it.blocksToResolve == 0 || more <= 0)
        return {};
    return u" About %1 more blocks would resolve %2."_s.arg(more).arg(percent(it.band));
}

} // namespace

QString sentence(const Comparison& it, const ComparedMetric& metric)
{
    const auto who = subject(it, metric);
    if (it.paired.blocks == 0)
        return u"%1 cannot be compared with %2's: %3."_s.arg(
            who, it.control, it.reason.isEmpty() ? u"no block has both"_s : it.reason);
    const auto measured = u"%1 %2's%3%4"_s.arg(size(it.paired.ratio), it.control, interval(it), direction(it));
    const auto is = it.primary || it.decision.verdict == Verdict::Pilot ? u" is "_s : u" seems "_s;
    switch (it.decision.verdict) {
    case Verdict::NotComparable:
        return who % u": no verdict, "_s % it.reason % u'.';
    case Verdict::Pilot:
        return who % is % measured % u". A pilot: numbers, no verdict."_s;
    case Verdict::Better:
    case Verdict::Worse:
        return who % is % measured % u'.';
    case Verdict::Equivalent:
        return who % u" differs from "_s % it.control % u"'s by no more than "_s % percent(it.band) % interval(it)
            % (it.decision.negligible ? u"; a real but negligible %1."_s.arg(signedPercent(it.paired.ratio)) : u"."_s);
    case Verdict::Different:
        return who % is % measured % u", so it may be under the %1 that matters."_s.arg(percent(it.band))
            % moreBlocks(it);
    case Verdict::Inconclusive:
        break;
    }
    if (it.decision.methodsDisagree)
        return who % u": cannot tell, the statistical methods disagree"_s % interval(it) % u'.' % moreBlocks(it);
    return who % u": cannot tell"_s % interval(it) % u'.' % moreBlocks(it);
}

} // namespace ceteris::results
