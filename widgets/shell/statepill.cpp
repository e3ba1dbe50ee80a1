// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/statepill.h"

#include <QEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {

StatePill::StatePill(QWidget* parent)
    : QLabel(parent)
{
    setContentsMargins(10, 4, 10, 4);
    setAlignment(Qt::AlignCenter);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Maximum);
    applyColours();
}

void StatePill::setState(const QString& glyph, const QString& word, Tone tone)
{
    const QString shown = glyph.isEmpty() ? word : QString(glyph + u"  "_s + word);
    if (shown == text() && tone == m_tone)
        return;
    m_word = word;
    m_tone = tone;
    setText(shown);
    setAccessibleName(word); // a screen reader would spell the glyph out
    applyColours();
    update();
}

QString StatePill::word() const
{
    return m_word;
}

Tone StatePill::tone() const
{
    return m_tone;
}

void StatePill::paintEvent(QPaintEvent* event)
{
    const auto look = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(look.tone(m_tone), 1));
    painter.setBrush(look.fill(m_tone));
    const auto frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2);
    painter.end();
    QLabel::paintEvent(event);
}

void StatePill::changeEvent(QEvent* event)
{
    // This comes back once with the colours just set, and then changes nothing.
    if (event->type() == QEvent::PaletteChange)
        applyColours();
    QLabel::changeEvent(event);
}

void StatePill::applyColours()
{
    auto colours = palette();
    colours.setColor(QPalette::WindowText, theme().tone(m_tone));
    setPalette(colours);
}

} // namespace ceteris::widgets
