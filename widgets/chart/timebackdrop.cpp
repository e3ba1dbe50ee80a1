// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/armstyle.h"
#include "widgets/chart/timedata.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {
namespace {

// Opaque: Qt mixes a translucent rectangle by many spans, and sets threads to it.
QColor mixed(const QColor& ground, const QColor& ink, double share)
{
    const auto part = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return { part(ground.red(), ink.red()), part(ground.green(), ink.green()), part(ground.blue(), ink.blue()) };
}

void drawPhases(QPainter& painter, const TimeLayout& layout)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(labelFont(layout.face));
    const QFontMetricsF metrics(painter.font());
    const auto shade = mixed(layout.theme.surface, layout.theme.text, 0.08);
    for (const auto& phase : layout.data.phases) {
        const auto span = spanOf(phase, layout.frame);
        if (span.width() <= 0)
            continue;
        auto amber = layout.theme.tone(Tone::Warning);
        const bool clean = phase.contaminated.isEmpty();
        if (!phase.counted && clean)
            painter.fillRect(span, shade);
        if (!clean) {
            amber.setAlphaF(0.45F);
            painter.fillRect(span, QBrush(amber, Qt::BDiagPattern));
        }
        painter.setPen(QPen(layout.theme.outline, 1));
        if (phase.from > layout.frame.x.low)
            painter.drawLine(QPointF(span.left(), layout.names.top()), span.bottomLeft());
        const QString text = clean ? phase.name : u"⚠ "_s + (phase.name.isEmpty() ? phase.contaminated : phase.name);
        const QRectF box(span.left() + 4, layout.names.top(), span.width() - 6, layout.names.height());
        painter.setPen(clean ? layout.theme.muted : layout.theme.tone(Tone::Warning));
        const bool tight = !clean && fittedName(metrics, text, box.width()).isEmpty(); // its sign at least
        painter.drawText(
            box, Qt::AlignLeft | Qt::AlignVCenter, fittedName(metrics, tight ? u"⚠"_s : text, box.width()));
    }
    painter.restore();
}

void drawBand(QPainter& painter, const TimeLayout& layout, const Band& band)
{
    const auto colour = band.tone ? layout.theme.tone(*band.tone) : armStyle(band.arm, layout.theme.dark).colour;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    QPolygonF above, below;
    const auto close = [&] { // one area for each run, so that a gap stays a gap
        std::ranges::reverse(below);
        painter.drawPolygon(above + below);
        above.clear();
        below.clear();
    };
    for (const auto& point : band.points) {
        if (std::isnan(point.low) || std::isnan(point.high)) {
            close();
            continue;
        }
        above += layout.frame.at({ point.x, point.high });
        below += layout.frame.at({ point.x, point.low });
    }
    close();
}

void drawLayer(QPainter& painter, const TimeLayout& layout, const QList<StackRow>& rows, int layer)
{
    painter.setPen(QPen(layout.theme.surface, 1));
    painter.setBrush(layerColour(layer, layout.theme.dark));
    QPolygonF above, below;
    const auto close = [&] {
        std::ranges::reverse(below);
        if (!above.isEmpty())
            painter.drawPolygon(above + below);
        above.clear();
        below.clear();
    };
    for (const auto& row : rows) {
        if (std::isnan(row.tops.last())) {
            close();
            continue;
        }
        above += layout.frame.at({ row.x, row.tops[layer] });
        below += layout.frame.at({ row.x, layer > 0 ? row.tops[layer - 1] : 0.0 });
    }
    close();
}

} // namespace

QRectF spanOf(const Phase& phase, const Frame& frame)
{
    const double left = frame.px(std::max(phase.from, frame.x.low));
    const double right = frame.px(std::min(phase.to, frame.x.high));
    return { left, frame.plot.top(), right - left, frame.plot.height() };
}

void drawBackdrop(QPainter& painter, const TimeLayout& layout)
{
    painter.setFont(layout.face);
    drawPhases(painter, layout);
    drawFrame(painter, layout.frame, layout.theme);
    painter.setClipRect(layout.frame.plot);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto rows = stacked(layout.data.layers, layout.data.from, layout.data.to);
    for (int i = 0; i < layout.data.layers.size(); ++i)
        drawLayer(painter, layout, rows, i);
    painter.setOpacity(layout.theme.dark ? 0.22 : 0.18);
    for (const auto& band : layout.data.bands)
        drawBand(painter, layout, band);
    painter.setOpacity(1);
    painter.setClipping(false);
}

} // namespace ceteris::widgets
