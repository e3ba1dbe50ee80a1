// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/driftplot.h"

#include "widgets/chart/armstyle.h"
#include "widgets/chart/frame.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {

DriftPlot::DriftPlot(QWidget* parent)
    : ChartPane(parent)
{
}

void DriftPlot::setAxis(const Axis& axis)
{
    m_axis = axis;
    setSubtitle(axis.title);
    refresh();
}

void DriftPlot::setPoints(const QList<DriftPoint>& points, const QStringList& armNames)
{
    m_points = points;
    m_arms = armNames;
    QList<LegendEntry> entries;
    for (int i = 0; i < armNames.size(); ++i)
        entries += LegendEntry { armNames[i], LegendEntry::Kind::Line, i, Weight::Light, {} };
    setLegend(entries);
    refresh();
}

void DriftPlot::setCaption(const QString& caption)
{
    m_caption = caption;
    refresh();
}

ChartTable DriftPlot::table() const
{
    ChartTable table { { tr("Order"), tr("Arm"), tr("Value"), tr("Counted") }, {} };
    for (const auto& point : m_points)
        table.rows += { QString::number(point.order), m_arms.value(point.arm), cellText(point.value),
            point.excluded ? tr("no") : tr("yes") };
    return table;
}

bool DriftPlot::isEmpty() const
{
    return m_points.isEmpty();
}

bool DriftPlot::isDrawn(const DriftPoint& point) const
{
    return isShown(m_arms.value(point.arm));
}

Frame DriftPlot::frame(const QFont& face, const QRectF& target) const
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    int first = std::numeric_limits<int>::max();
    int last = 1;
    for (const auto& point : m_points) {
        low = std::min(low, point.value);
        high = std::max(high, point.value);
        first = std::min(first, point.order);
        last = std::max(last, point.order);
    }
    first = std::min(first, last);
    const double line = QFontMetricsF(labelFont(face)).height();
    Frame frame;
    frame.x = { first - 0.5, last + 0.5, false };
    for (const double order : roundValues(first, last, static_cast<int>(target.width() / (line * 3))))
        if (order == std::floor(order))
            frame.xTicks += Tick { order, QString::number(order) };
    frame.xTitle = tr("Trial, in run order");
    frame.y = fittedScale(m_axis, low, high);
    const double caption = captionHeight(face, m_caption);
    frame.yTicks = ticks(m_axis, frame.y, mostTicks(target.height() - caption - 3 * line, face));
    frame.plot = plotWithin(target, face, frame.yTicks, { 0, 0, 0, caption }, true);
    return frame;
}

void DriftPlot::render(QPainter& painter, const QRectF& target, const Theme& theme) const
{
    const auto frame = this->frame(painter.font(), target);
    drawFrame(painter, frame, theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (int arm = 0; arm < m_arms.size(); ++arm) {
        const auto style = armStyle(arm, theme.dark);
        QPolygonF path;
        for (const auto& point : m_points)
            if (point.arm == arm && isDrawn(point) && !point.excluded)
                path += frame.at({ double(point.order), point.value });
        painter.setPen(QPen(style.colour, 1.5, style.dash));
        painter.drawPolyline(path);
        painter.setPen(QPen(style.colour, 1.5));
        for (const auto& point : m_points) {
            if (point.arm != arm || !isDrawn(point))
                continue;
            painter.setBrush(point.excluded ? QBrush(theme.surface) : QBrush(style.colour));
            painter.drawPath(markerPath(style.marker, 8).translated(frame.at({ double(point.order), point.value })));
        }
    }
    drawCaption(painter, target.adjusted(8, 0, 0, 0), m_caption, theme);
    painter.restore();
}

QString DriftPlot::tipAt(const QPointF& position, const QRectF& target) const
{
    const auto frame = this->frame(font(), target);
    for (const auto& point : m_points)
        if (QLineF(frame.at({ double(point.order), point.value }), position).length() <= 8)
            return point.text.isEmpty() ? valueText(m_axis, point.value) : point.text;
    return {};
}

} // namespace ceteris::widgets
