// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartpane.h"

namespace ceteris::widgets {

struct Frame;

// Each trial a dot, by arm; their mean and its interval beside them; dots of one block joined.
class DotPlot : public ChartPane
{
    Q_OBJECT

public:
    explicit DotPlot(QWidget* parent = nullptr);

    void setAxis(const Axis& axis); // y
    void setData(const QList<Dot>& dots, const QList<DotGroup>& groups);
    void setCaption(const QString& caption); // below: "mean and 95 % CI, n = 8 blocks"

    ChartTable table() const override;
    void render(QPainter& painter, const QRectF& target, const Theme& theme) const override;

protected:
    bool isEmpty() const override;
    QString tipAt(const QPointF& position, const QRectF& target) const override;

private:
    Frame frame(const QFont& face, const QRectF& target) const;
    QPointF place(const Frame& frame, qsizetype dot) const;
    void drawPairs(QPainter& painter, const Frame& frame, const Theme& theme) const;
    void drawGroups(QPainter& painter, const Frame& frame, const Theme& theme) const;

    Axis m_axis;
    QList<Dot> m_dots;
    QList<DotGroup> m_groups;
    QString m_caption;
};

} // namespace ceteris::widgets
