// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartpane.h"

namespace ceteris::widgets {

// A row for each estimate: the ratio to the control with its interval, on a logarithmic axis around 1 whose shaded
// middle is what does not matter; beside it the same in figures and in a word.
class EffectPlot : public ChartPane
{
    Q_OBJECT

public:
    explicit EffectPlot(QWidget* parent = nullptr);

    void setRows(const QList<Estimate>& rows);
    void setEnds(const QString& low, const QString& high); // what the sides mean; default: lower, higher
    void setAxisTitle(const QString& title); // default: ratio to the control
    void setCaption(const QString& caption); // below: n, kind of interval

    ChartTable table() const override;
    void render(QPainter& painter, const QRectF& target, const Theme& theme) const override;
    QSize minimumSizeHint() const override; // every row has its line

protected:
    bool isEmpty() const override;
    QString tipAt(const QPointF& position, const QRectF& target) const override;

private:
    struct Plan;
    Plan plan(const QFont& face, const QRectF& target) const;
    void drawRow(QPainter& painter, const Plan& plan, int row, const Theme& theme) const;
    void drawAxis(QPainter& painter, const Plan& plan, const Theme& theme) const;

    QList<Estimate> m_rows;
    QString m_low, m_high;
    QString m_axisTitle;
    QString m_caption;
};

} // namespace ceteris::widgets
