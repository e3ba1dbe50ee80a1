// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartpane.h"

namespace ceteris::widgets {

// Named bars from zero: errors by kind, requests by node. Nothing to count is said in words.
class BarList : public ChartPane
{
    Q_OBJECT

public:
    explicit BarList(QWidget* parent = nullptr);

    void setAxis(const Axis& axis); // of the values
    void setBars(const QList<Bar>& bars);
    void setEmptyText(const QString& text); // "0 errors"

    ChartTable table() const override;
    void render(QPainter& painter, const QRectF& target, const Theme& theme) const override;
    QSize minimumSizeHint() const override;

protected:
    bool isEmpty() const override;

private:
    Axis m_axis;
    QList<Bar> m_bars;
    QString m_emptyText;
};

} // namespace ceteris::widgets
