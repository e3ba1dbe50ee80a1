// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/frame.h"

namespace ceteris::widgets {

// All that a time chart shows, and how the parts of it are painted. Hidden lines are not in it.
struct TimeData
{
    Axis axis;
    double from = 0;
    double to = 60;
    QList<Line> lines;
    QList<Band> bands;
    QList<Layer> layers;
    QList<Phase> phases;
    QList<ChartEvent> events;
    QList<Limit> limits;
    QList<QPointF> errors;
    bool dimmed = false;
    bool projected = false;
};

// The same, laid out.
struct TimeLayout
{
    TimeData data; // its lines and bands are decimated
    Theme theme;
    QFont face;
    QSizeF size;
    Frame frame;
    QRectF names; // of the phases
    QRectF labels; // at the ends of lines; null: none
    QRectF strip; // of errors; null: none
};

TimeLayout layOut(const TimeData& data, const Theme& theme, const QFont& face, QSizeF size, const Scale* before);

struct EventFlag // one event, or several that lie too close together
{
    double x = 0; // pixels
    QString glyph;
    Tone tone = Tone::Neutral;
    QStringList texts;
};
QList<EventFlag> gathered(const QList<ChartEvent>& events, const Frame& frame, double width);

struct StackRow // the layers at one moment, each on those below it
{
    double x = 0;
    QList<double> tops; // NaN: a gap
};
QList<StackRow> stacked(const QList<Layer>& layers, double from, double to);

QRectF spanOf(const Phase& phase, const Frame& frame); // of the plot
void drawBackdrop(QPainter& painter, const TimeLayout& layout); // behind the lines: phases, grid, layers, bands
void drawMarks(QPainter& painter, const TimeLayout& layout); // before them: limits, events, ends, errors
QString tipAt(const TimeLayout& layout, const QPointF& position);

} // namespace ceteris::widgets
