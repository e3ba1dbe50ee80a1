// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/report/quantity.h"

#include "app/results/comparedmetric.h"
#include "app/results/sentences.h"
#include "app/results/wordforms.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

using stats::Verdict;

struct Mark
{
    QStringView glyph;
    const char* tone;
};

const Mark& markOf(Verdict verdict)
{
    static constexpr std::array<Mark, 7> marks { { { u"◔", "none" }, { u"✔", "good" }, { u"✖", "bad" },
        { u"≈", "good" }, { u"≠", "unsure" }, { u"?", "none" }, { u"⚠", "unsure" } } };
    return marks[static_cast<std::size_t>(verdict)];
}

} // namespace

QString threeDigits(double value)
{
    if (value == 0)
        return u"0"_s;
    const auto rounded = QString::number(value, 'e', 2).toDouble(); // 0.9997 is 1.00
    const auto magnitude = static_cast<int>(std::floor(std::log10(std::abs(rounded))));
    return QString::number(value, 'f', std::clamp(2 - magnitude, 0, 6));
}

QString timeText(std::optional<double> us)
{
    if (!us)
        return u"—"_s;
    if (*us < 999.5)
        return threeDigits(*us) % u" µs";
    return *us < 999'500 ? QString(threeDigits(*us / 1e3) % u" ms") : QString(threeDigits(*us / 1e6) % u" s");
}

QString bytesText(double bytes)
{
    constexpr std::array units { u"B", u"KiB", u"MiB", u"GiB" };
    std::size_t unit = 0;
    for (; std::abs(bytes) >= 1023.5 && unit + 1 < units.size(); ++unit)
        bytes /= 1024;
    return threeDigits(bytes) % u' ' % QStringView(units[unit]);
}

QString quantityText(const QString& metric, std::optional<double> value)
{
    if (!value)
        return u"—"_s;
    if (metric == u"requests_per_s")
        return threeDigits(*value) % u" /s";
    return metric == u"bytes_per_session" ? bytesText(*value) : timeText(value);
}

QString metricWords(const QString& metric)
{
    const auto& all = comparedMetrics();
    const auto found = std::ranges::find(all, metric, &ComparedMetric::name);
    return found == all.end() ? QString(metric).replace(u'_', u' ') : found->words();
}

QString changeText(double ratio)
{
    return ratio >= 4.0 / 3 ? QString(factor(ratio) % u" ×") : signedPercent(ratio);
}

std::optional<stats::Interval> shownInterval(const Comparison& it)
{
    return it.paired.blocks < intervalFrom ? std::nullopt : it.paired.interval;
}

QString verdictText(const Comparison& it)
{
    const auto verdict = it.decision.verdict;
    return markOf(verdict).glyph % u' ' % QString::fromLatin1(stats::name(verdict).data());
}

QString toneOf(const Comparison& it)
{
    return QString::fromLatin1(markOf(it.decision.verdict).tone);
}

} // namespace ceteris::results
