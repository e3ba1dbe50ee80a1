// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/experimentwords.h"

#include "app/models/checkwords.h"
#include "app/models/figures.h"
#include "app/results/comparedmetric.h"
#include "app/results/wordforms.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::models {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ceteris::models", text);
}

QString spaced(QString name)
{
    return name.replace(u'_', u' ');
}

const results::ComparedMetric* metricNamed(const QString& name)
{
    const auto& all = results::comparedMetrics();
    const auto found = std::ranges::find(all, name, &results::ComparedMetric::name);
    return found == all.end() ? nullptr : &*found;
}

} // namespace

QString metricText(const QString& metric)
{
    if (metric == u"response_p99_with_failures")
        return tr("p99 with failures");
    if (metric.startsWith(u"response_"))
        return metric.sliced(9);
    if (metric == u"requests_per_s")
        return tr("requests/s");
    if (metric == u"cpu_per_request")
        return tr("CPU per request");
    if (metric == u"bytes_per_session")
        return tr("memory per session");
    return metric == u"error_rate" ? tr("error rate") : spaced(metric);
}

QString checkText(const QString& check)
{
    return checkTitle(check);
}

QString verdictText(stats::Verdict verdict)
{
    switch (verdict) {
    case stats::Verdict::Pilot:
        return tr("PILOT");
    case stats::Verdict::Better:
        return tr("BETTER");
    case stats::Verdict::Worse:
        return tr("WORSE");
    case stats::Verdict::Equivalent:
        return tr("EQUIVALENT");
    case stats::Verdict::Different:
        return tr("DIFFERENT");
    case stats::Verdict::Inconclusive:
        return tr("INCONCLUSIVE");
    case stats::Verdict::NotComparable:
        break;
    }
    return tr("NOT COMPARABLE");
}

QString standingText(Standing standing)
{
    switch (standing) {
    case Standing::Running:
        return tr("Running");
    case Standing::Interrupted:
        return tr("Interrupted");
    case Standing::Pilot:
        return tr("Pilot");
    case Standing::NotComparable:
        return tr("Not comparable");
    case Standing::Inconclusive:
        return tr("Inconclusive");
    case Standing::Confirmed:
        return tr("Done");
    case Standing::Imported:
        return tr("Imported");
    case Standing::Unreadable:
        break;
    }
    return tr("Unreadable");
}

QString standingGlyph(Standing standing)
{
    constexpr std::array<char16_t, 8> glyphs { u'▶', u'■', u'◔', u'⚠', u'◯', u'✔', u'⇩', u'✖' };
    return QString(QChar(glyphs[static_cast<std::size_t>(standing)]));
}

QString standingKey(Standing standing)
{
    static const std::array keys { u"running"_s, u"interrupted"_s, u"pilot"_s, u"notcomparable"_s, u"inconclusive"_s,
        u"done"_s, u"imported"_s, u"unreadable"_s };
    return keys[static_cast<std::size_t>(standing)];
}

Mood moodOf(Standing standing)
{
    switch (standing) {
    case Standing::Confirmed:
        return Mood::Good;
    case Standing::Interrupted:
    case Standing::NotComparable:
        return Mood::Warning;
    case Standing::Unreadable:
        return Mood::Bad;
    default:
        return Mood::Quiet;
    }
}

QString percentInterval(const stats::Interval& interval)
{
    const auto bare = [](double ratio) {
        QString text = results::signedPercent(ratio);
        return text.remove(u'%').trimmed(); // with or without a space before it, by language
    };
    return u"[%1, %2]"_s.arg(bare(interval.low), bare(interval.high));
}

QString effectText(const results::Comparison& it)
{
    const bool measured = it.errors ? it.errors->ratio.has_value() : it.paired.blocks > 0;
    if (!measured)
        return u"—"_s;
    const QString change = results::signedPercent(it.errors ? *it.errors->ratio : it.paired.ratio);
    return it.paired.interval ? QString(change + u' ' + percentInterval(*it.paired.interval)) : change;
}

QString headlineOf(const Verdict& verdict)
{
    QStringList parts;
    const auto arms = std::ranges::count(verdict.comparisons, true, &results::Comparison::primary);
    for (const auto& it : verdict.comparisons)
        if (it.primary && it.paired.blocks > 0)
            parts += (arms > 1 ? QString(it.arm + u": ") : QString()) + metricText(it.metric) + u' ' + effectText(it);
    return parts.join(u" · "_s);
}

QString metricValueText(const QString& metric, std::optional<double> value)
{
    if (metric == u"requests_per_s")
        return rateText(value);
    if (metric == u"bytes_per_session")
        return bytesText(value);
    return metric == u"error_rate" ? percentText(value) : latencyText(value);
}

bool isBetter(const results::Comparison& it)
{
    const auto* metric = metricNamed(it.metric);
    return metric && (it.paired.ratio < 1) == metric->lowerIsBetter;
}

QString directionText(const results::Comparison& it)
{
    // The engine's word, not the interval's: what cannot be compared is neither.
    switch (it.decision.verdict) {
    case stats::Verdict::Better:
        return tr("better");
    case stats::Verdict::Worse:
        return tr("worse");
    default:
        return {};
    }
}

} // namespace ceteris::models
