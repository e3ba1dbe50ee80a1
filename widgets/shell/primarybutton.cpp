// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/primarybutton.h"

#include "widgets/shell/theme.h"

#include <QPainter>

namespace ceteris::widgets {

PrimaryButton::PrimaryButton(QWidget* parent)
    : QPushButton(parent)
{
    setMinimumHeight(32);
    setMinimumWidth(128); // or its left edge would jump with its text
}

void PrimaryButton::paintEvent(QPaintEvent*)
{
    const auto look = theme();
    const auto ground = !isEnabled() ? look.fill(Tone::Neutral)
        : isDown()                   ? look.accent.darker(120)
        : underMouse()               ? look.accent.darker(108)
                                     : look.accent;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(isEnabled() ? QPen(Qt::NoPen) : QPen(look.outline));
    painter.setBrush(ground);
    painter.drawRoundedRect(frame, 4, 4);
    if (hasFocus()) {
        painter.setPen(QPen(look.onAccent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(frame.adjusted(3, 3, -3, -3), 2, 2);
    }
    painter.setPen(isEnabled() ? look.onAccent : look.muted);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, text());
}

} // namespace ceteris::widgets
