// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/percentileplot.h"

#include "widgets/chart/armstyle.h"
#include "widgets/chart/decimate.h"
#include "widgets/chart/frame.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {

PercentilePlot::PercentilePlot(QWidget* parent)
    : ChartPane(parent)
{
}

void PercentilePlot::setAxis(const Axis& axis)
{
    m_axis = axis;
    setView(m_view);
}

void PercentilePlot::setLines(const QList<PercentileLine>& lines)
{
    m_lines = lines;
    QList<LegendEntry> entries;
    for (const auto& line : lines)
        if (!line.thin)
            entries += LegendEntry { line.name, LegendEntry::Kind::Line, line.arm, Weight::Medium, {} };
    setLegend(entries);
    refresh();
}

void PercentilePlot::setView(View view)
{
    m_view = view;
    setSubtitle(view == View::Percentiles ? m_axis.title : tr("share of requests below"));
    refresh();
}

ChartTable PercentilePlot::table() const
{
    ChartTable table { { tr("Line"), tr("Percentile"), tr("Value") }, {} };
    for (const auto& line : m_lines)
        for (const auto& point : line.points)
            if (point.share <= line.supported)
                table.rows += { line.name, cellText(point.share * 100), cellText(point.value) };
    return table;
}

bool PercentilePlot::isEmpty() const
{
    return std::ranges::none_of(m_lines, [](const PercentileLine& line) { return !line.points.isEmpty(); });
}

bool PercentilePlot::isDrawn(const PercentileLine& line) const // a thin one belongs to its arm's
{
    const auto whole = std::ranges::find_if(
        m_lines, [&](const PercentileLine& other) { return !other.thin && other.arm == line.arm; });
    return whole == m_lines.end() ? isShown(line.name) : isShown(whole->name);
}

QList<QPointF> PercentilePlot::drawn(const PercentileLine& line) const
{
    QList<QPointF> points;
    for (const auto& point : line.points) {
        if (point.share > line.supported)
            break;
        points += m_view == View::Percentiles ? QPointF(percentilePlace(point.share), point.value)
                                              : QPointF(point.value, point.share * 100);
    }
    return points;
}

Frame PercentilePlot::frame(const QFont& face, const QRectF& target) const
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    double most = 0.9;
    for (const auto& line : m_lines)
        for (const auto& point : line.points) {
            if (point.share > line.supported)
                break;
            low = std::min(low, point.value > 0 ? point.value : low);
            high = std::max(high, point.value);
            most = std::max(most, point.share);
        }
    const auto values = fittedScale(m_axis, low, high);
    const double line = QFontMetricsF(labelFont(face)).height();
    const int up = mostTicks(target.height() - 3 * line, face);
    const int across = static_cast<int>(target.width() / (line * 5));
    Frame frame;
    if (m_view == View::Percentiles) {
        frame.x = { 0, percentilePlace(std::min(most, 0.999999)), false };
        frame.y = values;
        frame.xTicks = percentileTicks(most);
        frame.yTicks = ticks(m_axis, values, up);
        frame.xTitle = tr("Percentile of requests");
    } else {
        frame.x = values;
        frame.y = { 0, 100, false };
        frame.xTicks = ticks(m_axis, values, across);
        for (const double percent : roundValues(0, 100, up))
            frame.yTicks += Tick { percent, u"%1 %"_s.arg(QLocale().toString(percent, 'g', 3)) };
        frame.xTitle = m_axis.title;
    }
    frame.plot = plotWithin(target, face, frame.yTicks, {}, true);
    return frame;
}

void PercentilePlot::render(QPainter& painter, const QRectF& target, const Theme& theme) const
{
    const auto frame = this->frame(painter.font(), target);
    drawFrame(painter, frame, theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const bool thin : { true, false })
        for (const auto& line : m_lines) {
            if (line.thin != thin || !isDrawn(line))
                continue;
            const auto style = armStyle(line.arm, theme.dark);
            QPolygonF path;
            for (const auto& point : drawn(line))
                path += frame.at(point);
            painter.setOpacity(thin ? 0.35 : 1);
            painter.setPen(
                QPen(style.colour, thin ? 1 : 2, thin ? Qt::SolidLine : style.dash, Qt::FlatCap, Qt::RoundJoin));
            painter.drawPolyline(path);
            if (!thin && !path.isEmpty()) // it ends where too few requests stand behind it
                painter.fillPath(markerPath(style.marker, 8).translated(path.last()), style.colour);
        }
    painter.restore();
}

QString PercentilePlot::tipAt(const QPointF& position, const QRectF& target) const
{
    const auto frame = this->frame(font(), target);
    if (!frame.plot.contains(position))
        return {};
    const double x = frame.x.value((position.x() - frame.plot.left()) / frame.plot.width());
    QStringList lines;
    for (const auto& line : m_lines) {
        if (line.thin || !isDrawn(line))
            continue;
        const auto points = drawn(line);
        const auto next = std::ranges::lower_bound(points, x, {}, [](const QPointF& point) { return point.x(); });
        if (next == points.end())
            continue;
        if (m_view == View::Percentiles)
            lines += tr("%1: %2 at %3 %")
                         .arg(line.name, valueText(m_axis, next->y()),
                             QLocale().toString(100 - 100 * std::pow(10, -next->x()), 'g', 5));
        else
            lines += tr("%1: %2 % under %3")
                         .arg(line.name, QLocale().toString(next->y(), 'f', 1), valueText(m_axis, next->x()));
    }
    return lines.join(u'\n');
}

} // namespace ceteris::widgets
