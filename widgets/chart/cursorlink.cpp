// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/cursorlink.h"

#include "widgets/chart/timechart.h"

namespace ceteris::widgets {

void CursorLink::add(TimeChart* chart)
{
    m_charts += chart;
    chart->setCursor(m_cursor);
    connect(chart, &TimeChart::cursorMoved, this, &CursorLink::setCursor);
    connect(chart, &TimeChart::zoomed, this, &CursorLink::setZoom);
    connect(chart, &QObject::destroyed, this, [this, chart] { m_charts.removeOne(chart); });
}

void CursorLink::setRange(double from, double to)
{
    for (auto* chart : m_charts)
        chart->setRange(from, to);
}

void CursorLink::setCursor(std::optional<double> x)
{
    if (x == m_cursor)
        return;
    m_cursor = x;
    for (auto* chart : m_charts)
        chart->setCursor(x);
    emit cursorMoved(x);
}

std::optional<double> CursorLink::cursor() const
{
    return m_cursor;
}

void CursorLink::step(int points)
{
    if (!m_charts.isEmpty())
        m_charts.first()->stepCursor(points);
}

void CursorLink::setZoom(std::optional<QPointF> range)
{
    for (auto* chart : m_charts)
        chart->setZoom(range);
}

} // namespace ceteris::widgets
