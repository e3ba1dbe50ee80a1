// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/sentences.h"

#include "app/results/wordforms.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

using stats::Verdict;

bool isSame(double ratio)
{
    return percent(ratio - 1) == u"0 %";
}

// "18 % lower", "1.52 times": from a third up a factor is easier to read than a share.
QString size(double ratio)
{
    if (ratio >= 4.0 / 3)
        return factor(ratio) % u" times"_s;
    if (isSame(ratio))
        return u"the same as"_s;
    return percent(ratio - 1) % (ratio < 1 ? u" lower than"_s : u" higher than"_s);
}

QString interval(const stats::Paired& paired, double confidenceLevel)
{
    if (!paired.interval || paired.blocks < intervalFrom)
        return {};
    const auto& [low, high] = *paired.interval;
    const auto confidence = QString::number(confidenceLevel * 100, 'g', 4);
    if (paired.ratio >= 4.0 / 3)
        return u" (%1 % CI %2 to %3 times)"_s.arg(confidence, factor(low), factor(high));
    return u" (%1 % CI %2 to %3)"_s.arg(confidence, signedPercent(low), signedPercent(high));
}

QString interval(const Comparison& it)
{
    return interval(it.paired, it.confidence);
}

QString inBlocks(const QString& word, int count, int blocks)
{
    return u", %1 in %2 of %3 blocks"_s.arg(word).arg(count).arg(blocks);
}

QString direction(const stats::Paired& paired)
{
    if (isSame(paired.ratio))
        return {};
    if (paired.ratio < 1)
        return inBlocks(u"lower"_s, paired.lower, paired.blocks);
    return inBlocks(u"higher"_s, paired.blocks - paired.lower, paired.blocks);
}

QString place(const Comparison& it, const ComparedMetric& metric)
{
    return metric.ofOperation ? QString(it.level % u", "_s % it.operation) : it.level;
}

QString subject(const Comparison& it, const ComparedMetric& metric)
{
    return u"%1: %2's %3"_s.arg(place(it, metric), it.arm, metric.words);
}

QString moreBlocks(const Comparison& it)
{
    const auto more = it.blocksToResolve - it.paired.blocks;
    if (it.blocksToResolve == 0 || more <= 0)
        return {};
    return u" About %1 more blocks would resolve %2."_s.arg(more).arg(percent(it.band));
}

QString verdictSentence(const Comparison& it, const ComparedMetric& metric)
{
    const auto who = subject(it, metric);
    if (it.paired.blocks == 0)
        return u"%1 cannot be compared with %2's: %3."_s.arg(
            who, it.control, it.reason.isEmpty() ? u"no block has both"_s : it.reason);
    const auto measured = u"%1 %2's%3%4"_s.arg(size(it.paired.ratio), it.control, interval(it), direction(it.paired));
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

// "0.52 % (95 % CI 0.4 % to 0.7 %)"; without errors "none of 12 000 (below 0.025 %)".
QString rate(const ErrorRate& it)
{
    if (it.count.total == 0)
        return u"nothing sent"_s;
    if (it.count.events == 0)
        return u"none of %1 (below %2)"_s.arg(grouped(it.count.total), smallPercent(it.interval.high));
    const auto share = static_cast<double>(it.count.events) / static_cast<double>(it.count.total);
    return u"%1 (95 % CI %2 to %3)"_s.arg(
        smallPercent(share), smallPercent(it.interval.low), smallPercent(it.interval.high));
}

QString verdictWord(stats::Verdict verdict)
{
    return QString::fromLatin1(stats::name(verdict).data());
}

} // namespace

QString sentence(const Comparison& it, const ComparedMetric& metric)
{
    QStringList parts { verdictSentence(it, metric) };
    parts += it.notes;
    return parts.join(u' ');
}

QString errorSentence(const Comparison& it)
{
    if (it.paired.blocks == 0)
        return u"%1, %2: no block has the errors of both %3 and %4."_s.arg(it.level, it.operation, it.arm, it.control);
    const auto both = u"%1, %2: errors of %3 %4, of %5 %6"_s.arg(
        it.level, it.operation, it.arm, rate(it.errors->arm), it.control, rate(it.errors->control));
    switch (it.decision.verdict) {
    case Verdict::Different:
        return both
            % (it.errors->higher >= it.errors->lower ? inBlocks(u"more"_s, it.errors->higher, it.paired.blocks)
                                                     : inBlocks(u"fewer"_s, it.errors->lower, it.paired.blocks))
            % u": the arms seem to differ."_s;
    case Verdict::Pilot:
        return both % u". A pilot: numbers, no verdict."_s;
    case Verdict::NotComparable:
        return both % u": "_s % it.reason % u'.';
    default:
        return both % u": cannot tell them apart."_s;
    }
}

QString twinSentence(const Comparison& it, const ComparedMetric& metric)
{
    if (it.paired.blocks == 0)
        return u"%1: the control was not measured against itself in %2."_s.arg(place(it, metric), metric.words);
    return u"%1: the control against itself differs by %2%3 in %4: the noise floor."_s.arg(
        place(it, metric), percent(it.paired.ratio - 1), interval(it), metric.words);
}

QString withVoidedSentence(const Comparison& it, const ComparedMetric& metric)
{
    const auto& paired = it.withVoided->paired;
    const auto blocks = it.voided == 1 ? u"block"_s : u"%1 blocks"_s.arg(it.voided);
    return u"With the disturbed %1 put back the verdict on %2 is %3: %4 %5's%6."_s.arg(blocks, metric.words,
        verdictWord(it.withVoided->decision.verdict), size(paired.ratio), it.control, interval(paired, it.confidence));
}

QString noiseFloorSentence(const NoiseFloor& floor)
{
    if (!floor.interval)
        return u"Noise floor: the control differs from itself by %1."_s.arg(percent(floor.ratio - 1));
    return u"Noise floor: the control differs from itself by %1 (95 % CI %2 to %3)."_s.arg(
        percent(floor.ratio - 1), signedPercent(floor.interval->low), signedPercent(floor.interval->high));
}

} // namespace ceteris::results
