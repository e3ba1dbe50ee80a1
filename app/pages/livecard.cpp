// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/livecard.h"

#include "widgets/shell/theme.h"

#include <QPainter>
#include <QWidget>

namespace ceteris::pages {

void drawCard(QPainter& painter, const QRect& rect)
{
    const auto theme = widgets::theme();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.outline);
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

void setInk(QWidget* widget, const QColor& colour)
{
    auto palette = widget->palette();
    if (palette.color(QPalette::WindowText) == colour)
        return;
    palette.setColor(QPalette::WindowText, colour);
    widget->setPalette(palette);
}

} // namespace ceteris::pages
