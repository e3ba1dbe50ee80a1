// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shell/theme.h"

#include <QLabel>

namespace ceteris::widgets {

// A text that wraps, in the colour of what it means; it follows the palette.
class ToneLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ToneLabel(QWidget* parent = nullptr);

    void setTone(Tone tone); // the text as it is: for secondary text
    void setMessage(Tone tone, const QString& text); // behind the glyph of the tone; hidden while empty

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyColour();

    Tone m_tone = Tone::Neutral;
};

} // namespace ceteris::widgets
