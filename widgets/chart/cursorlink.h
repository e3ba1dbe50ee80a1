// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPointF>

#include <optional>

namespace ceteris::widgets {

class TimeChart;

// Joins several time charts: one range, one zoom, one cursor.
class CursorLink : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void add(TimeChart* chart); // not owned; may go before this
    void setRange(double from, double to);
    void setCursor(std::optional<double> x); // from the event log
    std::optional<double> cursor() const;
    void step(int points); // by the first chart's points
    void setZoom(std::optional<QPointF> range);

signals:
    void cursorMoved(std::optional<double> x);

private:
    QList<TimeChart*> m_charts;
    std::optional<double> m_cursor;
};

} // namespace ceteris::widgets
