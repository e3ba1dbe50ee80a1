// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/picture.h"

#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {
namespace {

constexpr int dotsPerInch = 96;

bool paintPdf(QIODevice* device, QSize size, const QString& title, const Painting& painting)
{
    QPdfWriter writer(device);
    writer.setTitle(title);
    writer.setPageSize(QPageSize(QSizeF(size) / dotsPerInch, QPageSize::Inch, QString(), QPageSize::ExactMatch));
    writer.setPageMargins({});
    writer.setResolution(dotsPerInch);
    QPainter painter(&writer);
    if (!painter.isActive())
        return false;
    painting(painter, QRectF(QPointF(), size));
    return painter.end();
}

bool paintSvg(QIODevice* device, QSize size, const QString& title, const Painting& painting)
{
    QSvgGenerator generator;
    generator.setOutputDevice(device);
    generator.setTitle(title);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setResolution(dotsPerInch);
    QPainter painter(&generator);
    if (!painter.isActive())
        return false;
    painting(painter, QRectF(QPointF(), size));
    return painter.end();
}

} // namespace

QRectF drawHeader(QPainter& painter, const QRectF& target, const PictureHeader& header, const Theme& theme)
{
    const auto face = painter.font();
    auto bold = face;
    bold.setBold(true);
    const QFontMetrics metrics(face);
    const double row = metrics.height() + 4;
    painter.setPen(theme.text);
    painter.setFont(bold);
    painter.drawText(QRectF(target.topLeft(), QSizeF(target.width(), row)), Qt::AlignVCenter, header.title);
    double x = target.left() + QFontMetrics(bold).horizontalAdvance(header.title) + 8;
    painter.setFont(face);
    painter.setPen(theme.muted);
    painter.drawText(QRectF(x, target.top(), target.right() - x, row), Qt::AlignVCenter, header.subtitle);
    x += metrics.horizontalAdvance(header.subtitle) + 16;

    double wanted = 0;
    for (const auto& entry : header.legend)
        wanted += legendWidth(metrics, entry);
    double y = target.top();
    if (x + wanted > target.right()) { // a row of its own
        y += row;
        x = target.left();
    } else {
        x = target.right() - wanted;
    }
    for (const auto& entry : header.legend) {
        drawSwatch(painter, QRectF(x, y, 24, row), entry, theme);
        painter.setPen(theme.text);
        painter.drawText(QRectF(x + 28, y, target.width(), row), Qt::AlignVCenter, entry.name);
        x += legendWidth(metrics, entry);
    }
    return target.adjusted(0, y + row - target.top(), 0, 0);
}

QImage pictureOf(QSize size, double scale, const Painting& painting)
{
    QImage image((QSizeF(size) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painting(painter, QRectF(QPointF(), size));
    return image;
}

bool writePicture(const QString& path, QSize size, const QString& title, const Painting& painting)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    const auto suffix = QFileInfo(path).suffix().toLower();
    bool done = false;
    if (suffix == "png"_L1)
        done = pictureOf(size, 2, painting).save(&file, "PNG");
    else if (suffix == "pdf"_L1)
        done = paintPdf(&file, size, title, painting);
    else if (suffix == "svg"_L1)
        done = paintSvg(&file, size, title, painting);
    return done && file.commit();
}

} // namespace ceteris::widgets
