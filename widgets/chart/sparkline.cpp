// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/sparkline.h"

#include "widgets/chart/armstyle.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ceteris::widgets {

Sparkline::Sparkline(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void Sparkline::setValues(const QList<double>& values)
{
    m_values = values;
    update();
}

void Sparkline::setArm(int arm)
{
    m_arm = arm;
    update();
}

void Sparkline::setDimmed(bool dimmed)
{
    m_dimmed = dimmed;
    update();
}

QSize Sparkline::sizeHint() const
{
    return { 120, 24 };
}

QSize Sparkline::minimumSizeHint() const
{
    return { 40, 16 };
}

void Sparkline::paintEvent(QPaintEvent*)
{
    QList<double> known;
    std::ranges::copy_if(m_values, std::back_inserter(known), [](double value) { return std::isfinite(value); });
    if (known.isEmpty())
        return;
    const auto [low, high] = std::ranges::minmax(known);
    const QRectF box = QRectF(rect()).adjusted(3, 4, -4, -4);
    const auto at = [&, low = low, high = high](qsizetype i) {
        const double share = high > low ? (m_values[i] - low) / (high - low) : 0.5;
        const auto last = static_cast<double>(std::max<qsizetype>(1, m_values.size() - 1));
        return QPointF(box.left() + static_cast<double>(i) / last * box.width(), box.bottom() - share * box.height());
    };
    const auto colours = theme();
    const auto colour = m_dimmed ? colours.muted : armStyle(m_arm, colours.dark).colour;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.5));
    QPolygonF run;
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        if (std::isfinite(m_values[i]))
            run += at(i);
        if (!std::isfinite(m_values[i]) || i + 1 == m_values.size()) {
            painter.drawPolyline(run);
            run.clear();
        }
    }
    if (std::isfinite(m_values.last())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(at(m_values.size() - 1), 3, 3);
    }
}

} // namespace ceteris::widgets
