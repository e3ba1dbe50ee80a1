// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/comparewatermark.h"

#include "widgets/shell/theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace ceteris::pages {

CompareWatermark::CompareWatermark(QWidget* below)
    : QWidget(below)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    below->installEventFilter(this);
    hide();
}

void CompareWatermark::setText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    setGeometry(parentWidget()->rect());
    setVisible(!text.isEmpty());
    raise();
    update();
}

bool CompareWatermark::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void CompareWatermark::paintEvent(QPaintEvent*)
{
    constexpr double angle = -20;
    constexpr double opacity = 0.16;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    auto face = font();
    face.setBold(true);
    face.setPixelSize(std::max(24, width() / 14));
    painter.setFont(face);
    auto colour = widgets::theme().tone(widgets::Tone::Warning);
    colour.setAlphaF(opacity);
    painter.setPen(colour);
    painter.translate(rect().center());
    painter.rotate(angle);
    painter.drawText(QRectF(-width(), -height() / 2.0, 2.0 * width(), height()), Qt::AlignCenter, m_text);
}

} // namespace ceteris::pages
