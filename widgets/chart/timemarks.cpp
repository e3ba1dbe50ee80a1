// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/armstyle.h"
#include "widgets/chart/decimate.h"
#include "widgets/chart/legend.h"
#include "widgets/chart/timedata.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {
namespace {

// In strips: of a translucent fill of more rows Qt makes jobs for threads, and to wake them costs more than the fill.
void fillVeil(QPainter& painter, const QRect& rect, const QColor& veil)
{
    constexpr int rows = 64;
    for (int top = rect.top(); top <= rect.bottom(); top += rows)
        painter.fillRect(QRect(rect.left(), top, rect.width(), std::min(rows, rect.bottom() + 1 - top)), veil);
}

void drawVeil(QPainter& painter, const TimeLayout& layout)
{
    auto veil = layout.theme.surface;
    veil.setAlphaF(0.55F);
    for (const auto& phase : layout.data.phases)
        if (!phase.counted && phase.contaminated.isEmpty())
            fillVeil(painter, (spanOf(phase, layout.frame) & layout.frame.plot).toAlignedRect(), veil);
    if (layout.data.dimmed)
        fillVeil(painter, layout.frame.plot.toAlignedRect(), veil);
}

// Text on a plot, readable over what is drawn there.
void drawNote(QPainter& painter, const QPointF& topLeft, const QString& text, const Theme& theme)
{
    const QFontMetricsF metrics(painter.font());
    const QRectF box(topLeft, QSizeF(metrics.horizontalAdvance(text) + 1, metrics.height()));
    auto ground = theme.surface;
    ground.setAlphaF(0.75F);
    painter.fillRect(box, ground);
    painter.drawText(box, Qt::AlignLeft, text);
}

void drawLimits(QPainter& painter, const TimeLayout& layout)
{
    const auto& plot = layout.frame.plot;
    const QFontMetricsF metrics(painter.font());
    for (const auto& limit : layout.data.limits) {
        const bool inside = limit.value <= layout.frame.y.high * (1 + 1e-9);
        const double y = inside ? layout.frame.py(limit.value) : plot.top();
        if (inside) {
            painter.setPen(QPen(layout.theme.tone(Tone::Warning), 1.5, Qt::DashLine));
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        }
        const double top = y - metrics.height() >= plot.top() ? y - metrics.height() : y;
        painter.setPen(layout.theme.tone(Tone::Warning));
        drawNote(painter, QPointF(plot.left() + 4, top), inside ? limit.name : u"↑ "_s + limit.name, layout.theme);
    }
}

void drawEvents(QPainter& painter, const TimeLayout& layout)
{
    const QFontMetricsF metrics(painter.font());
    const double side = metrics.height();
    for (const auto& flag : gathered(layout.data.events, layout.frame, side)) {
        // Info's own blue is the first arm's.
        const auto colour = flag.tone == Tone::Info ? layout.theme.text : layout.theme.tone(flag.tone);
        const auto& plot = layout.frame.plot;
        painter.setPen(QPen(colour, 1));
        painter.drawLine(QPointF(flag.x, plot.top()), QPointF(flag.x, plot.bottom()));
        const QRectF box(flag.x - side / 2, plot.bottom() - side - 2, side, side);
        painter.setBrush(layout.theme.fill(flag.tone));
        painter.drawRoundedRect(box, 3, 3);
        painter.drawText(box, Qt::AlignCenter, flag.glyph);
    }
}

std::optional<QPointF> lastOf(const QList<QPointF>& points, double to)
{
    for (auto it = points.crbegin(); it != points.crend(); ++it)
        if (!std::isnan(it->y()) && it->x() <= to)
            return *it;
    return std::nullopt;
}

struct EndLabel
{
    QString name;
    double y = 0;
    LegendEntry::Kind kind = LegendEntry::Kind::Mark;
    int index = 0;
};

QList<EndLabel> endLabels(const TimeLayout& layout)
{
    QList<EndLabel> labels;
    for (const auto& line : layout.data.lines)
        if (const auto end = lastOf(line.points, layout.data.to))
            labels += EndLabel { line.name, layout.frame.py(end->y()),
                line.stepped ? LegendEntry::Kind::Asked : LegendEntry::Kind::Mark, line.arm };
    const auto rows = stacked(layout.data.layers, layout.data.from, layout.data.to);
    const auto last
        = std::find_if(rows.crbegin(), rows.crend(), [](const auto& r) { return !std::isnan(r.tops.last()); });
    for (int i = 0; last != rows.crend() && i < layout.data.layers.size(); ++i) {
        const double middle = (last->tops[i] + (i > 0 ? last->tops[i - 1] : 0.0)) / 2;
        labels += EndLabel { layout.data.layers[i].name, layout.frame.py(middle), LegendEntry::Kind::Layer, i };
    }
    return labels;
}

void drawEndLabels(QPainter& painter, const TimeLayout& layout)
{
    const auto& room = layout.labels;
    const QFontMetricsF metrics(painter.font());
    const double height = metrics.height();
    const auto labels = endLabels(layout);
    QList<double> wanted;
    for (const auto& label : labels)
        wanted += std::clamp(label.y, room.top(), room.bottom());
    const auto places = spread(wanted, height, room.top() + height / 2, room.bottom() - height / 2);
    const double mark = height * 0.8;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const QRectF box(room.left(), places[i] - height / 2, room.width(), height);
        drawSwatch(painter, QRectF(box.left(), box.top(), mark, height),
            { labels[i].name, labels[i].kind, labels[i].index, Weight::Medium, {}, false }, layout.theme);
        const auto text = box.adjusted(mark + 2, 0, 0, 0);
        painter.setPen(layout.theme.text);
        painter.drawText(text, Qt::AlignVCenter, metrics.elidedText(labels[i].name, Qt::ElideRight, text.width()));
    }
}

// What stands on few answers is hollow; no two marks so close that they would be a band.
void drawWeak(QPainter& painter, const TimeLayout& layout, const Line& line)
{
    constexpr double apart = 6;
    const auto style = armStyle(line.arm, layout.theme.dark);
    const auto path = markerPath(style.marker, layout.data.projected ? 12 : 6);
    painter.setPen(QPen(style.colour, layout.data.projected ? 2 : 1.2));
    painter.setBrush(layout.theme.surface);
    double free = layout.frame.plot.left();
    for (const auto& point : line.points) {
        const double x = layout.frame.px(point.x());
        if (x < free || std::isnan(point.y()) || !std::ranges::binary_search(line.weak, point.x()))
            continue;
        painter.drawPath(path.translated(layout.frame.at(point)));
        free = x + apart;
    }
}

// Arms differ in more than colour: a marker now and then, at what stands alone, and at the end.
void drawMarkers(QPainter& painter, const TimeLayout& layout)
{
    const auto& first = layout.data.lines.value(0);
    const bool several
        = std::ranges::any_of(layout.data.lines, [&](const Line& l) { return l.arm != first.arm && !l.stepped; });
    painter.setClipRect(layout.frame.plot.adjusted(-5, -5, 5, 5));
    for (const auto& line : layout.data.lines) {
        if (line.stepped)
            continue;
        const auto style = armStyle(line.arm, layout.theme.dark);
        const auto path = markerPath(style.marker, layout.data.projected ? 14 : 7);
        const auto put
            = [&](const QPointF& point) { painter.fillPath(path.translated(layout.frame.at(point)), style.colour); };
        drawWeak(painter, layout, line);
        for (const auto& point : isolated(line.points))
            put(point);
        double free = layout.frame.plot.left() + 20 + 24 * line.arm;
        for (const auto& point : line.points)
            if (const double x = layout.frame.px(point.x()); several && x >= free && !std::isnan(point.y())) {
                put(point);
                free = x + 96;
            }
        if (const auto end = lastOf(line.points, layout.data.to); end && layout.labels.isNull())
            put(*end);
    }
    painter.setClipping(false);
}

void drawErrors(QPainter& painter, const TimeLayout& layout)
{
    const auto& strip = layout.strip;
    double most = 0;
    for (const auto& point : layout.data.errors)
        if (point.x() >= layout.data.from && point.x() <= layout.data.to && !std::isnan(point.y()))
            most = std::max(most, point.y());
    const auto colour = layout.theme.tone(Tone::Bad);
    painter.setPen(QPen(layout.theme.outline, 1));
    painter.drawLine(strip.bottomLeft(), strip.bottomRight());
    const double width = std::clamp(strip.width() / (layout.data.to - layout.data.from) - 1, 1.0, 12.0);
    for (const auto& point : layout.data.errors) {
        if (!(point.y() > 0) || point.x() < layout.data.from || point.x() > layout.data.to)
            continue;
        const double height = std::max(2.0, point.y() / most * strip.height());
        painter.fillRect(
            QRectF(layout.frame.px(point.x()) - width / 2, strip.bottom() - height, width, height), colour);
    }
    painter.setPen(most > 0 ? colour : layout.theme.muted);
    drawNote(painter, QPointF(strip.left() + 4, strip.top()),
        most > 0 ? QCoreApplication::translate("TimeChart", "errors, up to %1 /s").arg(QLocale().toString(most, 'g', 3))
                 : QCoreApplication::translate("TimeChart", "0 errors"),
        layout.theme);
}

} // namespace

void drawMarks(QPainter& painter, const TimeLayout& layout)
{
    painter.setFont(labelFont(layout.face));
    painter.setRenderHint(QPainter::Antialiasing);
    drawMarkers(painter, layout);
    drawVeil(painter, layout);
    drawLimits(painter, layout);
    drawEvents(painter, layout);
    if (!layout.labels.isNull())
        drawEndLabels(painter, layout);
    if (!layout.strip.isNull())
        drawErrors(painter, layout);
}

} // namespace ceteris::widgets
