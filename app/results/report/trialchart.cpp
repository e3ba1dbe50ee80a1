// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/comparedmetric.h"
#include "app/results/contrast.h"
#include "app/results/report/axis.h"
#include "app/results/report/charts.h"
#include "app/results/report/quantity.h"
#include "app/results/report/reporttext.h"
#include "app/results/report/svg.h"

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

constexpr double width = 430;
constexpr double height = 280;
constexpr double left = 78;
constexpr double right = width - 12;
constexpr double top = 12;
constexpr double bottom = height - 34;

struct Dot
{
    const TrialRow* row = nullptr;
    int arm = 0;
    double value = 0;
};

std::vector<Dot> dotsOf(const ReportData& data, const QString& level)
{
    const auto& decision = data.plan().decision;
    const auto metric = std::ranges::find(comparedMetrics(), decision.metric, &ComparedMetric::name);
    std::vector<Dot> dots;
    for (const auto& row : data.results.trials) {
        if (row.level != level || row.operation != decision.operation || row.status == u"failed")
            continue;
        const auto value = metric == comparedMetrics().end() ? std::nullopt : metric->value(row);
        if (value)
            dots.push_back({ &row, data.armIndex(row.arm), *value });
    }
    return dots;
}

class Drawing
{
public:
    Drawing(const ReportData& data, const QString& level, std::vector<Dot> dots)
        : m_data(data)
        , m_metric(data.plan().decision.metric)
        , m_dots(std::move(dots))
        , m_voided(fatesOf(data.plan(), data.results.trials).voided)
        , m_svg(width, height, Report::tr("%1 of each trial, %2").arg(metricWords(m_metric), level))
    {
        const auto [low, high] = std::ranges::minmax_element(m_dots, {}, &Dot::value);
        m_axis = linearAxis(low->value, high->value);
        for (const auto& dot : m_dots)
            m_blocks = std::max(m_blocks, dot.row->block);
    }

    QString html()
    {
        drawAxes();
        drawBlocks();
        for (const auto& dot : m_dots)
            m_svg.marker(at(dot), dot.arm, isVoid(dot) ? u"void"_s : QString(), tooltip(dot));
        return m_svg.html();
    }

private:
    // With one of its trials a block is void as a whole.
    bool isVoid(const Dot& dot) const { return m_voided.contains(dot.row->block); }
    double column(int arm) const
    {
        return left + (right - left) * (arm + 0.5) / static_cast<double>(m_data.plan().arms.size());
    }

    // Blocks lie beside each other within an arm, so that no two dots of an arm hide each other.
    QPointF at(const Dot& dot) const
    {
        const double spread = std::min(120.0, (right - left) / static_cast<double>(m_data.plan().arms.size()) * 0.5);
        const double shift = m_blocks > 1 ? (dot.row->block - 1.0) / (m_blocks - 1.0) - 0.5 : 0;
        return { column(dot.arm) + shift * spread, m_axis.place(dot.value, bottom, top) };
    }

    QString tooltip(const Dot& dot) const
    {
        const auto text
            = Report::tr("Block %1, %2: %3").arg(dot.row->block).arg(dot.row->arm, quantityText(m_metric, dot.value));
        return isVoid(dot) ? QString(text % u" – " % dot.row->reason) : text;
    }

    void drawAxes()
    {
        for (const double tick : m_axis.ticks) {
            const double y = m_axis.place(tick, bottom, top);
            m_svg.line({ left, y }, { right, y }, u"grid"_s);
            m_svg.text({ left - 8, y + 4 }, quantityText(m_metric, tick), u"end muted number"_s);
        }
        for (std::size_t arm = 0; arm < m_data.plan().arms.size(); ++arm)
            m_svg.text({ column(static_cast<int>(arm)), height - 12 }, m_data.plan().arms[arm].name, u"middle"_s);
    }

    // The comparison is within blocks: a line joins what belongs together.
    void drawBlocks()
    {
        std::map<int, std::vector<const Dot*>> blocks;
        for (const auto& dot : m_dots)
            if (!isVoid(dot))
                blocks[dot.row->block].push_back(&dot);
        for (auto& [block, dots] : blocks) {
            std::ranges::sort(dots, {}, &Dot::arm);
            QList<QPointF> points;
            for (const auto* dot : dots)
                points.append(at(*dot));
            if (points.size() > 1)
                m_svg.path(points, u"pair"_s);
        }
    }

    const ReportData& m_data;
    QString m_metric;
    std::vector<Dot> m_dots;
    std::set<int> m_voided; // blocks
    Axis m_axis;
    int m_blocks = 1;
    Svg m_svg;
};

} // namespace

QString trialChart(const ReportData& data, const QString& level)
{
    auto dots = dotsOf(data, level);
    return dots.empty() ? QString() : Drawing(data, level, std::move(dots)).html();
}

} // namespace ceteris::results
