// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRect>

class QPainter;
class QWidget;

namespace ceteris::pages {

void drawCard(QPainter& painter, const QRect& rect); // the ground of tiles and bars, as charts have it
void setInk(QWidget* widget, const QColor& colour); // of its text; does nothing when it has it already

} // namespace ceteris::pages
