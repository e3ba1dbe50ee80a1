// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/frame.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {
namespace {

constexpr double gap = 4;

} // namespace

QFont labelFont(const QFont& face)
{
    auto small = face;
    if (face.pixelSize() > 0)
        small.setPixelSize(face.pixelSize()); // asked for in pixels: for a projector, where nothing may be smaller
    else
        small.setPointSizeF(face.pointSizeF() * 0.9);
    return small;
}

QString fittedName(const QFontMetricsF& metrics, const QString& name, double width)
{
    const auto fitted = metrics.elidedText(name, Qt::ElideRight, width);
    return fitted == name || fitted.size() > 5 ? fitted : QString();
}

int mostTicks(double height, const QFont& face, bool projected)
{
    const int room = static_cast<int>(height / (QFontMetricsF(labelFont(face)).height() * 1.8));
    return std::clamp(room, 2, projected ? 4 : 8);
}

QRectF plotWithin(
    const QRectF& target, const QFont& face, const QList<Tick>& yTicks, const QMarginsF& more, bool xTitle)
{
    const QFontMetricsF metrics(labelFont(face));
    double widest = metrics.horizontalAdvance(u"0000"_s); // so that plots above one another mostly begin together
    for (const auto& tick : yTicks)
        widest = std::max(widest, metrics.horizontalAdvance(tick.text));
    const double left = std::ceil((widest + 2 * gap) / 8) * 8;
    const double below = metrics.height() + gap + (xTitle ? metrics.height() : 0);
    return target.adjusted(left + more.left(), std::max(gap + more.top(), std::ceil(metrics.height() / 2) + 2),
        -8 - more.right(), -below - more.bottom());
}

void drawFrame(QPainter& painter, const Frame& frame, const Theme& theme)
{
    const auto& plot = frame.plot;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(labelFont(painter.font()));
    const QFontMetricsF metrics(painter.font());
    const QPen grid(theme.grid, 1);
    for (const auto& tick : frame.yTicks) {
        const double y = frame.py(tick.value);
        painter.setPen(grid);
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(theme.muted);
        painter.drawText(QRectF(plot.left() - 400 - gap, y - metrics.height() / 2, 400, metrics.height()),
            Qt::AlignRight | Qt::AlignVCenter, tick.text);
    }
    double free = plot.left() - 40; // where the next label may begin
    for (const auto& tick : frame.xTicks) {
        const double x = frame.px(tick.value);
        painter.setPen(grid);
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        const double width = metrics.horizontalAdvance(tick.text);
        const double left = std::clamp(x - width / 2, plot.left() - gap, plot.right() + 8 - width);
        if (left < free)
            continue;
        free = left + width + 2 * gap;
        painter.setPen(theme.muted);
        painter.drawText(QRectF(left, plot.bottom() + gap / 2, width + 1, metrics.height()), Qt::AlignLeft, tick.text);
    }
    painter.setPen(QPen(theme.outline, 1));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.setPen(theme.muted);
    if (!frame.xTitle.isEmpty())
        painter.drawText(
            QRectF(plot.left(), plot.bottom() + gap / 2 + metrics.height(), plot.width(), metrics.height()),
            Qt::AlignRight, frame.xTitle);
    painter.restore();
}

double captionHeight(const QFont& face, const QString& text)
{
    return text.isEmpty() ? 0 : QFontMetricsF(labelFont(face)).height() + gap;
}

void drawCaption(QPainter& painter, const QRectF& target, const QString& text, const Theme& theme)
{
    painter.save();
    painter.setFont(labelFont(painter.font()));
    painter.setPen(theme.muted);
    painter.drawText(target, Qt::AlignBottom | Qt::AlignLeft, text);
    painter.restore();
}

} // namespace ceteris::widgets
