// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/scale.h"

#include <QFont>
#include <QFontMetricsF>
#include <QRectF>

class QPainter;

namespace ceteris::widgets {

// A plot's place and its two axes: what all charts share that have two.
struct Frame
{
    QRectF plot;
    Scale x;
    Scale y;
    QList<Tick> xTicks;
    QList<Tick> yTicks;
    QString xTitle;

    double px(double value) const { return plot.left() + x.share(value) * plot.width(); }
    double py(double value) const { return plot.bottom() - y.share(value) * plot.height(); }
    QPointF at(const QPointF& value) const { return { px(value.x()), py(value.y()) }; }
};

QFont labelFont(const QFont& face); // of ticks and notes: a little smaller
// Of a narrow span: elided, but nothing rather than fewer than five letters.
QString fittedName(const QFontMetricsF& metrics, const QString& name, double width);
int mostTicks(double height, const QFont& face, bool projected = false); // that a vertical axis has room for

// The plot within target when its labels, its title and what the margins ask for have their room.
QRectF plotWithin(const QRectF& target, const QFont& face, const QList<Tick>& yTicks, const QMarginsF& more = {},
    bool xTitle = false);
void drawFrame(QPainter& painter, const Frame& frame, const Theme& theme); // grid, labels, titles; painter has the font
void drawCaption(QPainter& painter, const QRectF& target, const QString& text, const Theme& theme); // at the bottom
double captionHeight(const QFont& face, const QString& text);

} // namespace ceteris::widgets
