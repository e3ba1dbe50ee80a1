// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartpane.h"

#include <memory>

namespace ceteris::widgets {

// Lines, bands and stacked layers over time, with phases behind and events before them. At most 4 lines by intent;
// points are decimated to the plot's width with their extremes kept. Charts that share a CursorLink show one cursor.
class TimeChart : public ChartPane
{
    Q_OBJECT

public:
    explicit TimeChart(QWidget* parent = nullptr);
    ~TimeChart() override;

    void setAxis(const Axis& axis); // y
    void setRange(double from, double to); // seconds
    void setZoom(std::optional<QPointF> range); // from, to: looked at closer than the range; absent: the range
    void setLines(const QList<Line>& lines);
    void setBands(const QList<Band>& bands);
    void setLayers(const QList<Layer>& layers); // stacked areas
    void setPhases(const QList<Phase>& phases);
    void setEvents(const QList<ChartEvent>& events);
    void setLimits(const QList<Limit>& limits);
    void setErrors(const QList<QPointF>& perSecond); // in a strip of their own under the plot; empty: no strip
    void setDimmed(bool dimmed); // warm-up: not counted
    void setProjected(bool projected); // for a projector: wide lines, large type, few ticks, labels at line ends

    void setCursor(std::optional<double> x); // shows the values there
    std::optional<double> cursor() const;
    void stepCursor(int points); // left or right, as the arrow keys do

    ChartTable table() const override;
    void render(QPainter& painter, const QRectF& target, const Theme& theme) const override;
    double lastPaintMs() const; // for the app's own account

signals:
    void cursorMoved(std::optional<double> x); // by mouse or arrow keys
    void zoomed(std::optional<QPointF> range); // by dragging, + and −; absent: back, by a double click or 0
    void painted(double ms);

protected:
    bool isEmpty() const override;
    void legendToggled() override;
    QString tipAt(const QPointF& position, const QRectF& target) const override;
    void refresh() override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace ceteris::widgets
