// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shell/theme.h"

#include <QList>
#include <QPointF>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace ceteris::widgets {

// Plain values that charts draw. x of a time chart is seconds; NaN as y is a gap, drawn as one.

struct Axis
{
    QString title; // with the unit: "Response time, ms"
    bool logarithmic = false; // values must be above 0; labelled 1, 3, 10, 30 …
    std::optional<double> low, high; // fixed ends; otherwise by the data (counts and memory: low = 0)
    std::function<QString(double)> text; // of a value, for labels, read-outs and tables; default: plain number
};

enum class Weight { Light, Medium, Strong }; // p50, p95, p99 of one arm: same hue, 1.5, 2, 2.5 px

struct Line
{
    QString name; // at its end, in the legend, as the heading of its column
    QList<QPointF> points; // x rising
    int arm = 0; // whose colour and dash
    Weight weight = Weight::Medium;
    bool stepped = false; // a value that was asked for, not measured: drawn thin and grey
    QList<double> weak = {}; // x, rising, of points that stand on few answers: hollow marks
};

struct BandPoint
{
    double x = 0;
    double low = 0;
    double high = 0; // NaN in either: a gap
};

struct Band // between two lines of one arm: p50 to p95
{
    QString name;
    QList<BandPoint> points;
    int arm = 0;
    std::optional<Tone> tone; // coloured by what it means instead: amber where less was sent than planned
};

struct Limit // a value that is not to be passed: dashed, named at its end
{
    double value = 0;
    QString name;
};

struct Layer // of a stacked chart, from the bottom; x as in the others
{
    QString name;
    QList<QPointF> points;
};

struct Phase // a span of time with a name
{
    double from = 0;
    double to = 0; // infinity while it goes on
    QString name;
    bool counted = false; // the measure window; others are dimmed
    QString contaminated; // why it does not count: hatched; empty: it is clean
};

struct ChartEvent // a moment with a name
{
    double x = 0;
    QString text;
    Tone tone = Tone::Neutral;
    QString glyph; // the letter that the log shows for it; empty: the tone's glyph
};

struct Cell // of a heat map
{
    double x = 0; // left edge
    double low = 0; // of the value bucket
    double high = 0;
    double count = 0;
};

struct Estimate // a row of the effect plot
{
    QString label; // "redis · busy · refresh p99"
    std::optional<double> ratio; // 1: no difference; absent: nothing could be said
    std::optional<double> low, high;
    double band = 0.05; // practical: within it nothing that matters
    int arm = 1;
    bool registered = false; // the one the plan decides on
    QString text; // at the right: "3.03 × (1.75 to 5.25)" or why there is none
    QString word; // after it, with its tone's glyph: "worse"; empty: none
    Tone tone = Tone::Neutral;
};

struct Dot // one trial in a dot plot
{
    int group = 0; // place on the category axis
    double value = 0;
    int arm = 0;
    bool excluded = false; // hollow
    int pair = 0; // dots of one block are joined; 0: none
    QString text; // tooltip
};

struct DotGroup
{
    QString name;
    std::optional<double> centre, low, high; // mean and 95 % interval
};

struct PercentilePoint
{
    double share = 0; // 0.99: p99
    double value = 0;
};

struct PercentileLine // the distribution of an arm, or thin and pale of one trial
{
    QString name;
    QList<PercentilePoint> points; // rising
    int arm = 0;
    double supported = 1; // above this share too few requests stand behind it: not drawn
    bool thin = false;
};

struct DriftPoint // a trial in the order that they ran in
{
    int order = 0;
    double value = 0;
    int arm = 0;
    bool excluded = false; // hollow
    QString text; // tooltip
};

struct Bar
{
    QString name;
    double value = 0;
    int arm = 0;
};

enum class SlotState { Planned, Running, Done, Void, Failed };

struct Slot // a trial in the schedule strip
{
    int trial = 0;
    int block = 0;
    int arm = 0;
    QString letter; // of the arm: A, B …
    QString level;
    SlotState state = SlotState::Planned;
    double lengthS = 1;
    QString text; // tooltip
};

// What a chart shows, as rows: for "show as table", "copy data" and exports.
struct ChartTable
{
    QStringList headings;
    QList<QStringList> rows; // C locale, full precision; empty: nothing there

    bool operator==(const ChartTable&) const = default;
};
QString tabSeparated(const ChartTable& table);
QString cellText(double value); // of a table: C locale; empty for what is not there
QString cellText(const std::optional<double>& value);

} // namespace ceteris::widgets
