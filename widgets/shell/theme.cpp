// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/theme.h"

#include "widgets/shell/style.h"

#include <QApplication>
#include <QPalette>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {
namespace {

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QPalette paletteOf(const Theme& theme)
{
    QPalette palette(theme.text, theme.window);
    palette.setColor(QPalette::Base, theme.surface);
    palette.setColor(QPalette::AlternateBase, theme.window);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::Button, theme.dark ? theme.surface.lighter(130) : theme.surface);
    palette.setColor(QPalette::PlaceholderText, theme.muted);
    palette.setColor(QPalette::ToolTipBase, theme.surface);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::Link, theme.tone(Tone::Info));
    palette.setColor(QPalette::Mid, theme.outline);
    palette.setColor(QPalette::Dark, theme.dark ? theme.window.darker(130) : theme.outline.darker(120));
    palette.setColor(QPalette::Light, theme.dark ? theme.surface.lighter(150) : QColor(Qt::white));
    for (const auto role : { QPalette::Text, QPalette::WindowText, QPalette::ButtonText })
        palette.setColor(QPalette::Disabled, role, theme.muted);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, theme.outline);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, theme.muted);
    return palette;
}

// What the platform said before anything was set.
bool platformIsDark()
{
    static const bool dark = isDark(QApplication::palette());
    return dark;
}

} // namespace

QString glyph(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return u"○"_s;
    case Tone::Info:
        return u"ℹ"_s;
    case Tone::Good:
        return u"✔"_s;
    case Tone::Warning:
        return u"⚠"_s;
    case Tone::Bad:
        return u"✖"_s;
    }
    return {};
}

QColor Theme::tone(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral:
        return muted;
    case Tone::Info:
        return dark ? QColor(0x56b4e9) : QColor(0x0072b2);
    case Tone::Good:
        return dark ? QColor(0x7bd88f) : QColor(0x1b7f4b);
    case Tone::Warning:
        return dark ? QColor(0xf5b942) : QColor(0xb45309);
    case Tone::Bad:
        return dark ? QColor(0xff8a80) : QColor(0xb42318);
    }
    return text;
}

QColor Theme::fill(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral:
        return dark ? QColor(0x2a2e32) : QColor(0xeef0f2);
    case Tone::Info:
        return dark ? QColor(0x182c3a) : QColor(0xe6f1f8);
    case Tone::Good:
        return dark ? QColor(0x1a2e20) : QColor(0xeef8f2);
    case Tone::Warning:
        return dark ? QColor(0x362a12) : QColor(0xfdf3e3);
    case Tone::Bad:
        return dark ? QColor(0x3a1d1b) : QColor(0xfcebe9);
    }
    return surface;
}

Theme lightTheme()
{
    Theme theme;
    theme.window = QColor(0xf4f5f7);
    theme.surface = QColor(0xffffff);
    theme.text = QColor(0x1b1e20);
    theme.muted = QColor(0x5a626a);
    theme.outline = QColor(0xd3d8dd);
    theme.fieldOutline = QColor(0x80878e);
    theme.grid = QColor(0xe4e7ea);
    theme.accent = QColor(0x0067a5);
    theme.onAccent = QColor(0xffffff);
    return theme;
}

Theme darkTheme()
{
    Theme theme;
    theme.dark = true;
    theme.window = QColor(0x141618);
    theme.surface = QColor(0x1b1e20);
    theme.text = QColor(0xe8eaec);
    theme.muted = QColor(0xa3abb3);
    theme.outline = QColor(0x4a5158);
    theme.fieldOutline = QColor(0x737b83);
    theme.grid = QColor(0x2d3236);
    theme.accent = QColor(0x2a76ad);
    theme.onAccent = QColor(0xffffff);
    return theme;
}

Theme theme()
{
    return isDark(QApplication::palette()) ? darkTheme() : lightTheme();
}

void applyTheme(ThemeChoice choice)
{
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && platformIsDark());
    if (!qobject_cast<Style*>(QApplication::style()))
        QApplication::setStyle(new Style);
    const auto palette = paletteOf(dark ? darkTheme() : lightTheme());
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

} // namespace ceteris::widgets
