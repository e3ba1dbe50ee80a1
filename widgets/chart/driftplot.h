// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartpane.h"

namespace ceteris::widgets {

struct Frame;

// A metric against the order that the trials ran in, by arm: warming and leaks show as slopes.
class DriftPlot : public ChartPane
{
    Q_OBJECT

public:
    explicit DriftPlot(QWidget* parent = nullptr);

    void setAxis(const Axis& axis); // y
    void setPoints(const QList<DriftPoint>& points, const QStringList& armNames);
    void setCaption(const QString& caption); // below: "slope …"

    ChartTable table() const override;
    void render(QPainter& painter, const QRectF& target, const Theme& theme) const override;

protected:
    bool isEmpty() const override;
    QString tipAt(const QPointF& position, const QRectF& target) const override;

private:
    Frame frame(const QFont& face, const QRectF& target) const;
    bool isDrawn(const DriftPoint& point) const;

    Axis m_axis;
    QList<DriftPoint> m_points;
    QStringList m_arms;
    QString m_caption;
};

} // namespace ceteris::widgets
