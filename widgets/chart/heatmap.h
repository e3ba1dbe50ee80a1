// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartpane.h"

namespace ceteris::widgets {

struct Frame;

// How many requests took how long, over time: what percentiles hide. One hue from the ground to full; nothing counted
// is the ground.
class HeatMap : public ChartPane
{
    Q_OBJECT

public:
    explicit HeatMap(QWidget* parent = nullptr);

    void setAxis(const Axis& axis); // y
    void setRange(double from, double to); // seconds
    void setCells(const QList<Cell>& cells, double columnS = 1);
    void setFullCount(std::optional<double> count); // locked beside another; absent: the highest there is

    ChartTable table() const override;
    void render(QPainter& painter, const QRectF& target, const Theme& theme) const override;

protected:
    bool isEmpty() const override;
    QString tipAt(const QPointF& position, const QRectF& target) const override;

private:
    double fullCount() const;
    Frame frame(const QFont& face, const QRectF& target) const;
    void drawScale(QPainter& painter, const QRectF& target, const Theme& theme) const;

    Axis m_axis;
    double m_from = 0;
    double m_to = 60;
    double m_columnS = 1;
    QList<Cell> m_cells;
    std::optional<double> m_fullCount;
};

} // namespace ceteris::widgets
