// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/timechart.h"

#include <QImage>
#include <QPainter>

// What the tests of charts draw and how they look at it.
namespace ceteris::widgets {

using namespace Qt::StringLiterals;

inline constexpr QSize size { 800, 300 };

inline QList<QPointF> line(double value, int gapFrom = -1, int gapTo = -1)
{
    QList<QPointF> points;
    for (int i = 0; i <= 100; ++i)
        points += QPointF(i, i >= gapFrom && i < gapTo ? qQNaN() : value);
    return points;
}

inline QImage drawn(const ChartPane& chart)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(lightTheme().surface);
    QPainter painter(&image);
    chart.render(painter, QRectF(QPointF(), size), lightTheme());
    return image;
}

// Pixels that differ from the ground in the upper part of the columns from and to (shares of the width).
inline int inked(const QImage& image, double from, double to)
{
    int count = 0;
    for (int x = int(from * image.width()); x < int(to * image.width()); ++x)
        for (int y = 0; y < image.height() - 40; ++y) {
            const QColor pixel(image.pixel(x, y));
            count += pixel.hslSaturation() > 60 && pixel.lightness() < 245 ? 1 : 0; // grid and text are grey
        }
    return count;
}

inline void fill(TimeChart& chart)
{
    chart.setTitle(u"Latency"_s);
    chart.setAxis({ u"ms"_s, true, {}, {}, {} });
    chart.setRange(0, 100);
    chart.setLines({ { u"p50"_s, line(3), 0 }, { u"p99"_s, line(20), 1 } });
    chart.setEvents({ { 50, u"restart"_s, Tone::Warning, {} } });
}

} // namespace ceteris::widgets
