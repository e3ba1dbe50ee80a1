// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/report/armlook.h"
#include "app/results/report/axis.h"
#include "app/results/report/charts.h"
#include "app/results/report/quantity.h"
#include "app/results/report/reporttext.h"
#include "app/results/report/svg.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

constexpr double width = 430;
constexpr double height = 280;
constexpr double left = 64;
constexpr double right = width - 24;
constexpr double top = 12;
constexpr double bottom = height - 40;

struct Tick
{
    double x;
    QStringView text;
};
constexpr std::array ticks { Tick { 0, u"0" }, Tick { 0.30103, u"50" }, Tick { 1, u"90" }, Tick { 2, u"99" },
    Tick { 3, u"99.9" }, Tick { 4, u"99.99" }, Tick { 5, u"99.999" }, Tick { 6, u"99.9999" } };

struct Extent
{
    double lowUs = 1e12;
    double highUs = 1;
    double x = 1;

    void hold(const Curve& curve)
    {
        for (const auto& point : curve) {
            lowUs = std::min(lowUs, point.y());
            highUs = std::max(highUs, point.y());
            x = std::max(x, point.x());
        }
    }
};

class Drawing
{
public:
    Drawing(const std::vector<const Distribution*>& lines, const Extent& extent, const QString& title)
        : m_lines(lines)
        , m_y(logAxis(extent.lowUs, extent.highUs))
        , m_x { 0, extent.x, false, {} }
        , m_svg(width, height, title)
    {
    }

    QString html()
    {
        drawAxes();
        for (const auto* line : m_lines)
            for (const auto& trial : line->trials)
                m_svg.path(placed(trial), u"thin a%1"_s.arg(line->arm % 6));
        for (const auto* line : m_lines)
            drawLine(*line);
        return m_svg.html();
    }

private:
    Curve placed(const Curve& curve) const
    {
        Curve points;
        for (const auto& point : curve)
            points.append({ m_x.place(point.x(), left, right), m_y.place(point.y(), bottom, top) });
        return points;
    }

    void drawLine(const Distribution& line)
    {
        const auto points = placed(line.all);
        if (points.isEmpty())
            return;
        m_svg.path(points, u"line a%1"_s.arg(line.arm % 6), QString::fromLatin1(armLook(line.arm).dash));
        m_svg.marker(points.last(), line.arm);
    }

    void drawAxes()
    {
        for (const double tick : m_y.ticks) {
            const double y = m_y.place(tick, bottom, top);
            m_svg.line({ left, y }, { right, y }, u"grid"_s);
            m_svg.text({ left - 8, y + 4 }, timeText(tick), u"end muted number"_s);
        }
        for (const auto& tick : ticks) {
            if (tick.x > m_x.high + 1e-9)
                continue;
            const double x = m_x.place(tick.x, left, right);
            m_svg.line({ x, top }, { x, bottom }, u"grid"_s);
            m_svg.text({ x, bottom + 16 }, tick.text.toString(), u"middle muted number"_s);
        }
        m_svg.text({ (left + right) / 2, height - 6 }, Report::tr("percentile, %"), u"middle muted"_s);
    }

    const std::vector<const Distribution*>& m_lines;
    Axis m_y;
    Axis m_x;
    Svg m_svg;
};

} // namespace

QString percentileChart(const ReportData& data, const QString& level, const QString& operation)
{
    std::vector<const Distribution*> lines;
    Extent extent;
    for (const auto& it : data.distributions) {
        if (it.operation != operation)
            continue;
        extent.hold(it.all); // levels have the same axes
        for (const auto& trial : it.trials)
            extent.hold(trial);
        if (it.level == level && !it.all.isEmpty())
            lines.push_back(&it);
    }
    if (lines.empty())
        return {};
    return Drawing(lines, extent, Report::tr("Percentiles of %1, %2").arg(operation, level)).html();
}

} // namespace ceteris::results
