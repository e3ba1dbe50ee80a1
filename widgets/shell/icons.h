// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPalette>
#include <QString>

namespace ceteris::widgets {

// A one-colour icon of resources/icons by its file's name, such as "live". It is coloured when it is painted, by the
// palette of that moment: nothing has to be set anew when the theme changes. Disabled and selected icons take their
// colours of the palette; `on` is the role for a checked button. An unknown name gives a null icon.
QIcon icon(const QString& name, QPalette::ColorRole on = QPalette::ButtonText);

// The same in any colour, for a glyph among text.
QPixmap glyph(const QString& name, const QColor& colour, int size, qreal scale = 1);

QIcon appIcon();

} // namespace ceteris::widgets
