// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/legend.h"

#include <QImage>

#include <functional>

namespace ceteris::widgets {

// Charts as files.

using Painting = std::function<void(QPainter& painter, const QRectF& target)>;

struct PictureHeader
{
    QString title;
    QString subtitle;
    QList<LegendEntry> legend;
};

QRectF drawHeader(QPainter& painter, const QRectF& target, const PictureHeader& header, const Theme& theme); // the rest
QImage pictureOf(QSize size, double scale, const Painting& painting);
bool writePicture(const QString& path, QSize size, const QString& title, const Painting& painting); // png, pdf, svg

} // namespace ceteris::widgets
