// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/sentences.h"

#include "app/results/wordforms.h"

#include <array>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

using stats::Verdict;

// "18 % lower than memory's", "1.52 times memory's": from a third up a factor is easier to read than a share.
QString against(double ratio, const QString& control)
{
    if (ratio >= 4.0 / 3)
        return Text::tr("%1 times %2's").arg(factor(ratio), control);
    if (isSame(ratio))
        return Text::tr("the same as %1's").arg(control);
    const auto pattern = ratio < 1 ? Text::tr("%1 lower than %2's") : Text::tr("%1 higher than %2's");
    return pattern.arg(percent(ratio - 1), control);
}

QString interval(const stats::Paired& paired, double confidenceLevel)
{
    if (!paired.interval || paired.blocks < intervalFrom)
        return {};
    const auto& [low, high] = *paired.interval;
    const auto confidence = QString::number(confidenceLevel * 100, 'g', 4);
    if (paired.ratio >= 4.0 / 3)
        return Text::tr(" (%1 % CI %2 to %3 times)").arg(confidence, factor(low), factor(high));
    return Text::tr(" (%1 % CI %2 to %3)").arg(confidence, signedPercent(low), signedPercent(high));
}

QString interval(const Comparison& it)
{
    return interval(it.paired, it.confidence);
}

QString direction(const stats::Paired& paired)
{
    if (isSame(paired.ratio))
        return {};
    if (paired.ratio < 1)
        return Text::tr(", lower in %1 of %2 blocks").arg(paired.lower).arg(paired.blocks);
    return Text::tr(", higher in %1 of %2 blocks").arg(paired.blocks - paired.lower).arg(paired.blocks);
}

QString place(const Comparison& it, const ComparedMetric& metric)
{
    return metric.ofOperation ? QString(it.level % u", "_s % operationWord(it.operation)) : it.level;
}

QString subject(const Comparison& it, const ComparedMetric& metric)
{
    return Text::tr("%1: %2's %3").arg(place(it, metric), it.arm, metric.words());
}

QString moreBlocks(const Comparison& it)
{
    const auto more = it.blocksToResolve - it.paired.blocks;
    if (it.blocksToResolve == 0 || more <= 0)
        return {};
    return Text::tr(" About %1 more blocks would resolve %2.").arg(QString::number(more), percent(it.band));
}

QString measuredSentence(const Comparison& it, const QString& who)
{
    const auto is
        = it.primary || it.decision.verdict == Verdict::Pilot ? Text::tr("%1 is %2%3%4") : Text::tr("%1 seems %2%3%4");
    const auto measured = is.arg(who, against(it.paired.ratio, it.control), interval(it), direction(it.paired));
    if (it.decision.verdict == Verdict::Pilot)
        return Text::tr("%1. A pilot: numbers, no verdict.").arg(measured);
    if (it.decision.verdict == Verdict::Different)
        return Text::tr("%1, so it may be under the %2 that matters.").arg(measured, percent(it.band)) % moreBlocks(it);
    return measured % u'.';
}

QString equivalentSentence(const Comparison& it, const QString& who)
{
    const auto pattern = it.decision.negligible
        ? Text::tr("%1 differs from %2's by no more than %3%4; a real but negligible %5.")
        : Text::tr("%1 differs from %2's by no more than %3%4.");
    const QStringList facts { who, it.control, percent(it.band), interval(it) };
    return it.decision.negligible ? pattern.arg(facts[0], facts[1], facts[2], facts[3], signedPercent(it.paired.ratio))
                                  : pattern.arg(facts[0], facts[1], facts[2], facts[3]);
}

QString verdictSentence(const Comparison& it, const ComparedMetric& metric)
{
    const auto who = subject(it, metric);
    if (it.paired.blocks == 0)
        return Text::tr("%1 cannot be compared with %2's: %3.")
            .arg(who, it.control, it.reason.isEmpty() ? Text::tr("no block has both") : it.reason);
    switch (it.decision.verdict) {
    case Verdict::NotComparable:
        return Text::tr("%1: no verdict, %2.").arg(who, it.reason);
    case Verdict::Pilot:
    case Verdict::Better:
    case Verdict::Worse:
    case Verdict::Different:
        return measuredSentence(it, who);
    case Verdict::Equivalent:
        return equivalentSentence(it, who);
    case Verdict::Inconclusive:
        break;
    }
    const auto pattern = it.decision.methodsDisagree ? Text::tr("%1: cannot tell, the statistical methods disagree%2.")
                                                     : Text::tr("%1: cannot tell%2.");
    return pattern.arg(who, interval(it)) % moreBlocks(it);
}

// "0.52 % (95 % CI 0.4 % to 0.7 %)"; without errors "none of 12 000 (below 0.025 %)".
QString rate(const ErrorRate& it)
{
    if (it.count.total == 0)
        return Text::tr("nothing sent");
    if (it.count.events == 0)
        return Text::tr("none of %1 (below %2)").arg(grouped(it.count.total), smallPercent(it.interval.high));
    const auto share = static_cast<double>(it.count.events) / static_cast<double>(it.count.total);
    return Text::tr("%1 (95 % CI %2 to %3)")
        .arg(smallPercent(share), smallPercent(it.interval.low), smallPercent(it.interval.high));
}

QString moreErrors(const Comparison& it)
{
    if (it.errors->higher >= it.errors->lower)
        return Text::tr(", more in %1 of %2 blocks").arg(it.errors->higher).arg(it.paired.blocks);
    return Text::tr(", fewer in %1 of %2 blocks").arg(it.errors->lower).arg(it.paired.blocks);
}

QString verdictWord(Verdict verdict)
{
    static constexpr std::array words { QT_TRANSLATE_NOOP("results", "PILOT"), QT_TRANSLATE_NOOP("results", "BETTER"),
        QT_TRANSLATE_NOOP("results", "WORSE"), QT_TRANSLATE_NOOP("results", "EQUIVALENT"),
        QT_TRANSLATE_NOOP("results", "DIFFERENT"), QT_TRANSLATE_NOOP("results", "INCONCLUSIVE"),
        QT_TRANSLATE_NOOP("results", "NOT COMPARABLE") };
    return Text::tr(words[static_cast<std::size_t>(verdict)]);
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
        return Text::tr("%1, %2: no block has the errors of both %3 and %4.")
            .arg(it.level, operationWord(it.operation), it.arm, it.control);
    const auto both = Text::tr("%1, %2: errors of %3 %4, of %5 %6")
                          .arg(it.level, operationWord(it.operation), it.arm, rate(it.errors->arm), it.control,
                              rate(it.errors->control));
    switch (it.decision.verdict) {
    case Verdict::Different:
        return Text::tr("%1%2: the arms seem to differ.").arg(both, moreErrors(it));
    case Verdict::Pilot:
        return Text::tr("%1. A pilot: numbers, no verdict.").arg(both);
    case Verdict::NotComparable:
        return both % u": "_s % it.reason % u'.';
    default:
        return Text::tr("%1: cannot tell them apart.").arg(both);
    }
}

QString twinSentence(const Comparison& it, const ComparedMetric& metric)
{
    if (it.paired.blocks == 0)
        return Text::tr("%1: the control was not measured against itself in %2.")
            .arg(place(it, metric), metric.words());
    return Text::tr("%1: the control against itself differs by %2%3 in %4: the noise floor.")
        .arg(place(it, metric), percent(it.paired.ratio - 1), interval(it), metric.words());
}

QString withVoidedSentence(const Comparison& it, const ComparedMetric& metric)
{
    const auto& paired = it.withVoided->paired;
    const auto with = it.voided == 1 ? Text::tr("With the disturbed block put back")
                                     : Text::tr("With the disturbed %1 blocks put back").arg(it.voided);
    return Text::tr("%1 the verdict on %2 is %3: %4%5.")
        .arg(with, metric.words(), verdictWord(it.withVoided->decision.verdict), against(paired.ratio, it.control),
            interval(paired, it.confidence));
}

QString noiseFloorSentence(const NoiseFloor& floor)
{
    if (!floor.interval)
        return Text::tr("Noise floor: the control differs from itself by %1.").arg(percent(floor.ratio - 1));
    return Text::tr("Noise floor: the control differs from itself by %1 (95 % CI %2 to %3).")
        .arg(percent(floor.ratio - 1), signedPercent(floor.interval->low), signedPercent(floor.interval->high));
}

} // namespace ceteris::results
