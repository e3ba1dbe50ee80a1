// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/timedata.h"

#include "widgets/chart/decimate.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {
namespace {

struct Extent
{
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void take(double value, bool logarithmic)
    {
        if (!std::isfinite(value) || (logarithmic && value <= 0))
            return;
        low = std::min(low, value);
        high = std::max(high, value);
    }
};

Extent extentOf(const TimeData& data)
{
    Extent extent;
    const bool log = data.axis.logarithmic;
    for (const auto& line : data.lines)
        for (const auto& point : line.points)
            extent.take(point.y(), log);
    for (const auto& band : data.bands)
        for (const auto& point : band.points) {
            extent.take(point.low, log);
            extent.take(point.high, log);
        }
    for (const auto& row : stacked(data.layers, data.from, data.to)) {
        extent.take(0, log);
        extent.take(row.tops.last(), log);
    }
    for (const auto& limit : data.limits) // one that is far away would press the data flat
        if (limit.value <= extent.high * 1.5)
            extent.take(limit.value, log);
    return extent;
}

bool hasNames(const QList<Phase>& phases)
{
    return std::ranges::any_of(
        phases, [](const Phase& phase) { return !phase.name.isEmpty() || !phase.contaminated.isEmpty(); });
}

// Between the plot and the labels, so that a marker on the plot's edge does not touch them.
double clearOf(const TimeData& data)
{
    return data.projected ? 16 : 6;
}

double labelWidth(const TimeData& data, const QFont& face, double width)
{
    const auto named = std::ranges::count_if(data.lines, [](const Line& line) { return !line.name.isEmpty(); });
    if (named + data.layers.size() == 0 || width < 240)
        return 0;
    const QFontMetricsF metrics(labelFont(face));
    double widest = 8 * metrics.averageCharWidth(); // so that plots above one another mostly end together
    for (const auto& line : data.lines)
        widest = std::max(widest, metrics.horizontalAdvance(line.name));
    for (const auto& layer : data.layers)
        widest = std::max(widest, metrics.horizontalAdvance(layer.name));
    return std::min(widest + metrics.height() + clearOf(data), width * 0.28);
}

TimeData reduced(const TimeData& data)
{
    auto less = data;
    for (auto& line : less.lines) {
        line.points = decimated(line.points, data.from, data.to, line.stepped ? mostPoints / 2 : mostPoints);
        if (line.stepped)
            line.points = stepped(line.points);
    }
    for (auto& band : less.bands)
        band.points = decimated(band.points, data.from, data.to);
    return less;
}

} // namespace

TimeLayout layOut(const TimeData& data, const Theme& theme, const QFont& face, QSizeF size, const Scale* before)
{
    TimeLayout all { reduced(data), theme, face, size, {}, {}, {}, {} };
    const double line = QFontMetricsF(labelFont(face)).height();
    const auto extent = extentOf(all.data);
    auto& frame = all.frame;
    frame.y = fittedScale(data.axis, extent.low, extent.high, before);
    frame.x = { data.from, data.to, false };
    const double top = hasNames(data.phases) ? line + 2 : 0;
    const double below = data.errors.isEmpty() ? 0 : std::clamp(size.height() * 0.16, line * 1.4, line * 3);
    frame.yTicks = ticks(data.axis, frame.y, mostTicks(size.height() - 2 * line - below, face, data.projected));
    const double right = labelWidth(data, face, size.width());
    const QRectF target(QPointF(), size);
    frame.plot = plotWithin(target, face, frame.yTicks, { 0, top, right, below });
    frame.xTicks
        = timeTicks(data.from, data.to, static_cast<int>(frame.plot.width() / (line * (data.projected ? 7 : 5))));
    const auto& plot = frame.plot;
    all.names = { plot.left(), plot.top() - top - 1, plot.width(), top };
    if (right > 0)
        all.labels = { plot.right() + clearOf(data), plot.top(), right + 4 - clearOf(data), plot.height() };
    if (below > 0)
        all.strip = { plot.left(), size.height() - below + 2, plot.width(), below - 4 };
    return all;
}

QList<EventFlag> gathered(const QList<ChartEvent>& events, const Frame& frame, double width)
{
    auto seen = events;
    seen.removeIf([&](const ChartEvent& event) { return event.x < frame.x.low || event.x > frame.x.high; });
    std::ranges::stable_sort(seen, {}, &ChartEvent::x);
    QList<EventFlag> flags;
    constexpr int most = 8;
    for (double near = width;; near *= 1.5) {
        flags.clear();
        for (const auto& event : seen) {
            const double x = frame.px(event.x);
            if (flags.isEmpty() || x - flags.last().x >= near) {
                flags += EventFlag { x, event.glyph.isEmpty() ? glyph(event.tone) : event.glyph, event.tone,
                    { event.text } };
                continue;
            }
            auto& flag = flags.last();
            flag.texts += event.text;
            flag.tone = std::max(flag.tone, event.tone);
            flag.glyph = QString::number(flag.texts.size());
        }
        if (flags.size() <= most)
            return flags;
    }
}

QList<StackRow> stacked(const QList<Layer>& layers, double from, double to)
{
    if (layers.isEmpty())
        return {};
    QList<StackRow> rows;
    QList<QPointF> totals;
    for (qsizetype i = 0; i < layers.first().points.size(); ++i) {
        StackRow row { layers.first().points[i].x(), {} };
        double sum = 0;
        for (const auto& layer : layers) {
            sum += i < layer.points.size() ? layer.points[i].y() : qQNaN();
            row.tops += sum;
        }
        totals += QPointF(row.x, sum);
        rows += row;
    }
    const auto kept = decimated(totals, from, to, mostPoints / 2);
    QList<StackRow> few;
    auto row = rows.cbegin();
    for (const auto& point : kept) {
        row = std::find_if(row, rows.cend(), [&](const StackRow& r) { return r.x >= point.x(); });
        few += *row;
    }
    return few;
}

QString tipAt(const TimeLayout& layout, const QPointF& position)
{
    for (const auto& flag : gathered(layout.data.events, layout.frame, QFontMetricsF(labelFont(layout.face)).height()))
        if (std::abs(flag.x - position.x()) < 8)
            return flag.texts.join(u'\n');
    const double x = layout.frame.x.value((position.x() - layout.frame.plot.left()) / layout.frame.plot.width());
    for (const auto& phase : layout.data.phases)
        if (x >= phase.from && x < phase.to) {
            if (!phase.contaminated.isEmpty())
                return phase.name.isEmpty() ? phase.contaminated : phase.name + u": " + phase.contaminated;
            return phase.counted || phase.name.isEmpty()
                ? phase.name
                : QCoreApplication::translate("TimeChart", "%1, not counted").arg(phase.name);
        }
    return {};
}

} // namespace ceteris::widgets
