// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/barlist.h"

#include "widgets/chart/armstyle.h"
#include "widgets/chart/frame.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {

BarList::BarList(QWidget* parent)
    : ChartPane(parent)
{
}

void BarList::setAxis(const Axis& axis)
{
    m_axis = axis;
    setSubtitle(axis.title);
    refresh();
}

void BarList::setBars(const QList<Bar>& bars)
{
    m_bars = bars;
    updateGeometry();
    refresh();
}

void BarList::setEmptyText(const QString& text)
{
    m_emptyText = text;
    refresh();
}

ChartTable BarList::table() const
{
    ChartTable table { { tr("Name"), m_axis.title.isEmpty() ? tr("Value") : m_axis.title }, {} };
    for (const auto& bar : m_bars)
        table.rows += { bar.name, cellText(bar.value) };
    return table;
}

bool BarList::isEmpty() const
{
    return m_bars.isEmpty();
}

QSize BarList::minimumSizeHint() const
{
    const int line = fontMetrics().height();
    return { 240, static_cast<int>((line + 6) * (std::max<qsizetype>(1, m_bars.size()) + 2)) };
}

void BarList::render(QPainter& painter, const QRectF& target, const Theme& theme) const
{
    painter.save();
    painter.setPen(theme.muted);
    if (m_bars.isEmpty()) {
        painter.drawText(target, Qt::AlignCenter, m_emptyText);
        painter.restore();
        return;
    }
    const QFontMetricsF metrics(painter.font());
    double names = 0, figures = 0, most = m_axis.high.value_or(0);
    for (const auto& bar : m_bars) {
        names = std::max(names, metrics.horizontalAdvance(bar.name));
        figures = std::max(figures, metrics.horizontalAdvance(valueText(m_axis, bar.value)));
        most = std::max(most, bar.value);
    }
    names = std::min(names, target.width() * 0.4);
    const double row = std::min(target.height() / static_cast<double>(m_bars.size()), metrics.height() * 2);
    const double left = target.left() + 8 + names + 8;
    const double width = std::max(8.0, target.right() - 8 - figures - 8 - left);
    double top = target.top();
    for (const auto& bar : m_bars) {
        painter.setPen(theme.text);
        painter.drawText(QRectF(target.left() + 8, top, names, row), Qt::AlignRight | Qt::AlignVCenter,
            metrics.elidedText(bar.name, Qt::ElideMiddle, names));
        const double length = most > 0 ? bar.value / most * width : 0;
        painter.fillRect(QRectF(left, top + row * 0.2, length, row * 0.6), armStyle(bar.arm, theme.dark).colour);
        painter.drawText(QRectF(left + length + 8, top, figures + 8, row), Qt::AlignLeft | Qt::AlignVCenter,
            valueText(m_axis, bar.value));
        top += row;
    }
    painter.setPen(QPen(theme.outline, 1));
    painter.drawLine(QPointF(left, target.top()), QPointF(left, top));
    painter.restore();
}

} // namespace ceteris::widgets
