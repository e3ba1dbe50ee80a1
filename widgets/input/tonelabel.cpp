// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/input/tonelabel.h"

#include <QEvent>

namespace ceteris::widgets {

ToneLabel::ToneLabel(QWidget* parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    applyColour();
}

void ToneLabel::setTone(Tone tone)
{
    m_tone = tone;
    applyColour();
}

void ToneLabel::setMessage(Tone tone, const QString& text)
{
    setTone(tone);
    setText(text.isEmpty() ? QString() : QString(glyph(tone) + u' ' + text));
    setVisible(!text.isEmpty());
}

void ToneLabel::changeEvent(QEvent* event)
{
    // Of the application: this label's own palette changes by applyColour.
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::PaletteChange)
        applyColour();
    QLabel::changeEvent(event);
}

void ToneLabel::applyColour()
{
    const auto colour = theme().tone(m_tone);
    if (palette().color(QPalette::WindowText) == colour)
        return;
    auto own = palette();
    own.setColor(QPalette::WindowText, colour);
    setPalette(own);
}

} // namespace ceteris::widgets
