// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/report/axis.h"
#include "app/results/report/charts.h"
#include "app/results/report/quantity.h"
#include "app/results/report/reporttext.h"
#include "app/results/report/svg.h"
#include "app/results/wordforms.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

constexpr double width = 880;
constexpr double plotLeft = 250;
constexpr double plotRight = 640;
constexpr double top = 34;
constexpr double rowHeight = 42;
constexpr std::size_t mostRows = 24;

std::vector<const Comparison*> rowsOf(const std::vector<Comparison>& comparisons)
{
    std::vector<const Comparison*> rows;
    for (const auto& it : comparisons)
        if (it.paired.blocks > 0 && !it.errors)
            rows.push_back(&it);
    std::ranges::stable_sort(rows, std::greater {}, [](const auto* it) { return it->primary; });
    rows.resize(std::min(rows.size(), mostRows));
    return rows;
}

Axis axisFor(const std::vector<const Comparison*>& rows)
{
    double low = 1;
    double high = 1;
    for (const auto* it : rows) {
        low = std::min({ low, it->paired.ratio, 1 / (1 + it->band) });
        high = std::max({ high, it->paired.ratio, 1 + it->band });
        // An interval of few blocks may reach from nothing to everything: its ends are cut, not the others squeezed.
        if (const auto interval = shownInterval(*it)) {
            low = std::min(low, std::max(interval->low, it->paired.ratio / 4));
            high = std::max(high, std::min(interval->high, it->paired.ratio * 4));
        }
    }
    const double room = std::pow(high / low, 0.06);
    return { low / room, high * room, true, {} };
}

// Ratios that read well, as far apart as their texts need.
std::vector<double> ticksFor(const Axis& axis)
{
    constexpr std::array candidates { 1.0, 0.5, 2.0, 0.8, 1.25, 0.25, 4.0, 1.5, 1 / 1.5, 3.0, 1 / 3.0, 0.9, 1.1, 0.1,
        10.0, 0.95, 1.05, 0.05, 20.0, 0.98, 1.02, 0.01, 100.0, 0.99, 1.01 };
    std::vector<double> ticks;
    for (const double candidate : candidates) {
        const double x = axis.place(candidate, plotLeft, plotRight);
        const bool fits = std::ranges::none_of(
            ticks, [&](double tick) { return std::abs(axis.place(tick, plotLeft, plotRight) - x) < 52; });
        if (candidate > axis.low && candidate < axis.high && fits)
            ticks.push_back(candidate);
    }
    return ticks;
}

QString intervalText(const Comparison& it)
{
    const auto interval = shownInterval(it);
    const auto change = changeText(it.paired.ratio);
    return interval ? u"%1 [%2, %3]"_s.arg(change, changeText(interval->low), changeText(interval->high)) : change;
}

QString wordsOf(const Comparison& it)
{
    if (it.isTwin)
        return Report::tr("noise floor");
    const bool isFinding
        = it.decision.verdict != stats::Verdict::NotComparable && it.decision.verdict != stats::Verdict::Pilot;
    return it.primary || !isFinding ? verdictText(it) : Report::tr("%1 (suggests)").arg(verdictText(it));
}

class Drawing
{
public:
    Drawing(const ReportData& data, std::vector<const Comparison*> rows)
        : m_data(data)
        , m_rows(std::move(rows))
        , m_axis(axisFor(m_rows))
        , m_bottom(top + rowHeight * static_cast<double>(m_rows.size()))
        , m_svg(width, m_bottom + 44, Report::tr("Each arm against the control: ratio with its interval"))
    {
    }

    QString html()
    {
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            drawBand(*m_rows[i], yOf(i));
        drawAxis();
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            drawRow(*m_rows[i], yOf(i));
        return m_svg.html();
    }

private:
    static double yOf(std::size_t row) { return top + rowHeight * (static_cast<double>(row) + 0.5); }
    double x(double ratio) const { return std::clamp(m_axis.place(ratio, plotLeft, plotRight), plotLeft, plotRight); }

    void drawBand(const Comparison& it, double y)
    {
        const double left = x(1 / (1 + it.band));
        m_svg.rect({ left, y - rowHeight / 2, x(1 + it.band) - left, rowHeight }, u"band"_s,
            Report::tr("Less than %1 does not matter").arg(percent(it.band)));
    }

    void drawAxis()
    {
        for (const double tick : ticksFor(m_axis)) {
            m_svg.line({ x(tick), top }, { x(tick), m_bottom }, tick == 1 ? u"axis"_s : u"grid"_s);
            m_svg.text(
                { x(tick), m_bottom + 16 }, tick == 1 ? Report::tr("the same") : changeText(tick), u"middle muted"_s);
        }
        m_svg.text({ plotLeft, top - 12 }, Report::tr("← lower than the control"), u"start muted"_s);
        m_svg.text({ plotRight, top - 12 }, Report::tr("higher than the control →"), u"end muted"_s);
        m_svg.text({ (plotLeft + plotRight) / 2, m_bottom + 36 },
            Report::tr("arm / control, log scale; grey: too small to matter"), u"middle muted"_s);
    }

    void drawRow(const Comparison& it, double y)
    {
        const auto arm = m_data.armIndex(it.arm);
        const auto colour = u"a%1"_s.arg(arm % 6);
        m_svg.text({ 0, y - 3 }, metricWords(it.metric), it.primary ? u"start strong"_s : u"start"_s);
        m_svg.text({ 0, y + 13 }, Report::tr("%1 against %2 · %3, %4").arg(it.arm, it.control, it.level, it.operation),
            u"start muted"_s);
        if (const auto interval = shownInterval(it)) {
            m_svg.line({ x(interval->low), y }, { x(interval->high), y }, QString(u"interval "_s % colour));
            for (const double end : { interval->low, interval->high })
                if (end > m_axis.low && end < m_axis.high)
                    m_svg.line({ x(end), y - 5 }, { x(end), y + 5 }, QString(u"interval "_s % colour));
        }
        m_svg.marker({ x(it.paired.ratio), y }, arm, {}, it.sentence);
        m_svg.text({ plotRight + 16, y - 3 }, intervalText(it), u"start number"_s);
        m_svg.text(
            { plotRight + 16, y + 13 }, wordsOf(it), QString(u"start "_s % (it.isTwin ? u"none"_s : toneOf(it))));
    }

    const ReportData& m_data;
    std::vector<const Comparison*> m_rows;
    Axis m_axis;
    double m_bottom;
    Svg m_svg;
};

} // namespace

QString effectChart(const ReportData& data)
{
    auto rows = rowsOf(data.comparisons);
    return rows.empty() ? QString() : Drawing(data, std::move(rows)).html();
}

} // namespace ceteris::results
