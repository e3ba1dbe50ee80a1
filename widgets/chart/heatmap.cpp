// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/heatmap.h"

#include "widgets/chart/frame.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {
namespace {

// From the ground to full; by the logarithm, so that a few slow requests are seen beside thousands of quick ones.
QColor shade(double count, double full, const Theme& theme)
{
    const double share = std::clamp(std::log1p(count) / std::log1p(full), 0.0, 1.0);
    const QColor least = theme.dark ? QColor(0x1f3d54) : QColor(0xcfe3f1);
    const QColor most = theme.dark ? QColor(0xd6efff) : QColor(0x08306b);
    const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a + share * (b - a))); };
    return { mix(least.red(), most.red()), mix(least.green(), most.green()), mix(least.blue(), most.blue()) };
}

} // namespace

HeatMap::HeatMap(QWidget* parent)
    : ChartPane(parent)
{
}

void HeatMap::setAxis(const Axis& axis)
{
    m_axis = axis;
    setSubtitle(axis.title);
    refresh();
}

void HeatMap::setRange(double from, double to)
{
    m_from = from;
    m_to = std::max(to, from + 1);
    refresh();
}

void HeatMap::setCells(const QList<Cell>& cells, double columnS)
{
    m_cells = cells;
    m_columnS = columnS;
    refresh();
}

void HeatMap::setFullCount(std::optional<double> count)
{
    m_fullCount = count;
    refresh();
}

ChartTable HeatMap::table() const
{
    ChartTable table { { tr("Time, s"), tr("From"), tr("To"), tr("Requests") }, {} };
    for (const auto& cell : m_cells)
        table.rows += { cellText(cell.x), cellText(cell.low), cellText(cell.high), cellText(cell.count) };
    return table;
}

double HeatMap::fullCount() const
{
    double most = 1;
    for (const auto& cell : m_cells)
        most = std::max(most, cell.count);
    return m_fullCount.value_or(most);
}

bool HeatMap::isEmpty() const
{
    return m_cells.isEmpty();
}

Frame HeatMap::frame(const QFont& face, const QRectF& target) const
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const auto& cell : m_cells) {
        low = std::min(low, cell.low);
        high = std::max(high, cell.high);
    }
    const double line = QFontMetricsF(labelFont(face)).height();
    Frame frame;
    frame.x = { m_from, m_to, false };
    frame.y = fittedScale(m_axis, low, high);
    frame.yTicks = ticks(m_axis, frame.y, mostTicks(target.height() - 2 * line, face));
    frame.plot = plotWithin(target, face, frame.yTicks, { 0, 0, line * 4, 0 });
    frame.xTicks = timeTicks(m_from, m_to, static_cast<int>(frame.plot.width() / (line * 5)));
    return frame;
}

void HeatMap::render(QPainter& painter, const QRectF& target, const Theme& theme) const
{
    const auto frame = this->frame(painter.font(), target);
    drawFrame(painter, frame, theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setClipRect(frame.plot);
    const double full = fullCount();
    for (const auto& cell : m_cells) {
        if (cell.count <= 0)
            continue;
        // Whole pixels, so that neighbours leave no seams.
        const QPoint from(qFloor(frame.px(cell.x)), qFloor(frame.py(cell.high)));
        const QPoint to(qFloor(frame.px(cell.x + m_columnS)), qFloor(frame.py(cell.low)));
        painter.fillRect(QRect(from, QSize(std::max(1, to.x() - from.x()), std::max(1, to.y() - from.y()))),
            shade(cell.count, full, theme));
    }
    painter.restore();
    drawScale(painter,
        QRectF(
            frame.plot.right() + 12, frame.plot.top(), target.right() - frame.plot.right() - 12, frame.plot.height()),
        theme);
}

void HeatMap::drawScale(QPainter& painter, const QRectF& target, const Theme& theme) const
{
    painter.save();
    painter.setFont(labelFont(painter.font()));
    const QFontMetricsF metrics(painter.font());
    const double line = metrics.height();
    const double full = fullCount();
    const QRectF bar(target.left(), target.top() + line, 10, target.height() - line);
    for (double y = bar.top(); y < bar.bottom(); ++y) {
        const double share = (bar.bottom() - y) / bar.height();
        painter.fillRect(
            QRectF(bar.left(), y, bar.width(), 1), shade(std::expm1(share * std::log1p(full)), full, theme));
    }
    painter.setPen(theme.muted);
    painter.drawText(QRectF(target.left(), target.top() - 2, target.width(), line), Qt::AlignLeft, tr("requests"));
    double free = bar.bottom() + line; // labels from below; each needs its line
    for (const double count : { 1.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6 }) {
        const double y = bar.bottom() - std::log1p(count) / std::log1p(full) * bar.height();
        if (count > full || y > free - line || y < bar.top())
            continue;
        free = y;
        painter.drawText(QRectF(bar.right() + 4, y - line / 2, target.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
            QLocale().toString(count, 'f', 0));
    }
    painter.restore();
}

QString HeatMap::tipAt(const QPointF& position, const QRectF& target) const
{
    const auto frame = this->frame(font(), target);
    const double x = frame.x.value((position.x() - frame.plot.left()) / frame.plot.width());
    const double y = frame.y.value((frame.plot.bottom() - position.y()) / frame.plot.height());
    for (const auto& cell : m_cells)
        if (x >= cell.x && x < cell.x + m_columnS && y >= cell.low && y < cell.high)
            return tr("%1: %2 to %3, %n request(s)", nullptr, static_cast<int>(cell.count))
                .arg(timeText(cell.x), valueText(m_axis, cell.low), valueText(m_axis, cell.high));
    return {};
}

} // namespace ceteris::widgets
