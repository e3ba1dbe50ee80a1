// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/timedata.h"

#include <QChart>

class QLineSeries;

namespace ceteris::widgets {

// A time chart's drawing: Qt Charts draws the lines, in shares of the plot's width and height, so that its axes never
// move; the rest is painted around them. Logarithms, ticks and labels are ours: one value at zero would take the whole
// line away.
class TimePlot : public QChart
{
public:
    TimePlot();

    void show(const TimeData& data, const Theme& theme, const QFont& face, QSizeF size);
    void setCursorAt(std::optional<double> x);
    const TimeLayout& layOut() const { return m_layout; }

private:
    class Paint;
    void showLine(int index, const Line& line);
    QLineSeries* series(int index);

    TimeLayout m_layout;
    QList<QLineSeries*> m_series;
    Paint* m_backdrop = nullptr;
    Paint* m_marks = nullptr;
    QGraphicsLineItem* m_cursor = nullptr;
    bool m_shown = false;
};

} // namespace ceteris::widgets
