// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartdata.h"

#include <QColor>
#include <QPainterPath>

namespace ceteris::widgets {

// How an arm looks everywhere: colour, marker and dash together, by its place in the plan (0: the control). Okabe and
// Ito's colours, which stay apart for people who see few of them.
enum class Marker { Circle, Square, Triangle, Diamond, Down, Cross };

struct ArmStyle
{
    QColor colour;
    Marker marker = Marker::Circle;
    Qt::PenStyle dash = Qt::SolidLine;
};

ArmStyle armStyle(int arm, bool dark);
double lineWidth(Weight weight);
QColor layerColour(int layer, bool dark); // of a stacked chart; neighbours differ in lightness too
QPainterPath markerPath(Marker marker, double size); // around (0, 0); size is its width in pixels

} // namespace ceteris::widgets
