// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartdata.h"

#include <QWidget>

namespace ceteris::widgets {

// The last minute of a figure, without axes; a dot at its latest value. NaN is a gap.
class Sparkline : public QWidget
{
    Q_OBJECT

public:
    explicit Sparkline(QWidget* parent = nullptr);

    void setValues(const QList<double>& values); // oldest first
    void setArm(int arm);
    void setDimmed(bool dimmed);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<double> m_values;
    int m_arm = 0;
    bool m_dimmed = false;
};

} // namespace ceteris::widgets
