// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartpane.h"

namespace ceteris::widgets {

struct Frame;

struct Frame;

// A distribution without loss: value by percentile with the tail stretched out, or the share below each value.
class PercentilePlot : public ChartPane
{
    Q_OBJECT

public:
    enum class View { Percentiles, Cumulative };

    explicit PercentilePlot(QWidget* parent = nullptr);

    void setAxis(const Axis& axis); // of the values
    void setLines(const QList<PercentileLine>& lines);
    void setView(View view);

    ChartTable table() const override;
    void render(QPainter& painter, const QRectF& target, const Theme& theme) const override;

protected:
    bool isEmpty() const override;
    QString tipAt(const QPointF& position, const QRectF& target) const override;

private:
    Frame frame(const QFont& face, const QRectF& target) const;
    bool isDrawn(const PercentileLine& line) const;
    QList<QPointF> drawn(const PercentileLine& line) const; // in the frame's values

    Axis m_axis;
    QList<PercentileLine> m_lines;
    View m_view = View::Percentiles;
};

} // namespace ceteris::widgets
