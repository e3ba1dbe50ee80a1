// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

namespace ceteris::widgets {

enum class ThemeChoice { System, Light, Dark };

// What a colour means. It never stands alone: a glyph or a word says the same.
enum class Tone { Neutral, Info, Good, Warning, Bad };
QString glyph(Tone tone); // ○ ℹ ✔ ⚠ ✖, to stand beside a word

// The colours that QPalette has no role for, for one of two grounds. Text is at least 4.5:1 on surface, lines 3:1.
struct Theme
{
    bool dark = false;
    QColor window; // behind everything
    QColor surface; // cards, charts, tables
    QColor text;
    QColor muted; // secondary text
    QColor outline; // frames of cards
    QColor fieldOutline; // of what takes input: at least 3:1
    QColor grid; // of charts
    QColor accent; // the primary action, the chosen page
    QColor onAccent; // text on it

    QColor tone(Tone tone) const; // for text and glyphs on surface
    QColor fill(Tone tone) const; // for a ground behind text of that tone
};

// Sets style and palette of the application; System follows the palette that the platform gave at the start.
void applyTheme(ThemeChoice choice);

// Of the palette that the application has now. Widgets ask again on QEvent::PaletteChange; nothing is kept.
Theme theme();
Theme lightTheme(); // for exports, whatever the window looks like
Theme darkTheme();

} // namespace ceteris::widgets
