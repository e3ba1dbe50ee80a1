// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/effectplot.h"

#include "widgets/chart/armstyle.h"
#include "widgets/chart/frame.h"
#include "widgets/chart/scale.h"
#include "widgets/chart/timedata.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {
namespace {

QString wordOf(const Estimate& row)
{
    return row.word.isEmpty() || row.tone == Tone::Neutral ? row.word : glyph(row.tone) + u' ' + row.word;
}

Scale scaleOf(const QList<Estimate>& rows)
{
    double low = 0.9, high = 1.1;
    for (const auto& row : rows) {
        low = std::min(low, 1 / (1 + row.band * 1.3));
        high = std::max(high, 1 + row.band * 1.3);
        for (const auto& end : { row.ratio, row.low, row.high })
            if (end && *end > 0) {
                low = std::min(low, *end);
                high = std::max(high, *end);
            }
    }
    return ratioScale(low, high);
}

} // namespace

struct EffectPlot::Plan
{
    QRectF plot; // of the intervals
    double row = 0; // height
    double left = 0; // of the labels
    double figures = 0; // x of the text column
    double words = 0; // x of the word column
    Scale x;
    QList<Tick> ticks;

    double px(double ratio) const { return plot.left() + x.share(ratio) * plot.width(); }
    double middle(qsizetype i) const { return plot.top() + (static_cast<double>(i) + 0.5) * row; }
};

EffectPlot::EffectPlot(QWidget* parent)
    : ChartPane(parent)
{
}

void EffectPlot::setRows(const QList<Estimate>& rows)
{
    m_rows = rows;
    updateGeometry();
    refresh();
}

void EffectPlot::setEnds(const QString& low, const QString& high)
{
    m_low = low;
    m_high = high;
    refresh();
}

void EffectPlot::setAxisTitle(const QString& title)
{
    m_axisTitle = title;
    refresh();
}

void EffectPlot::setCaption(const QString& caption)
{
    m_caption = caption;
    refresh();
}

ChartTable EffectPlot::table() const
{
    ChartTable table {
        { tr("Measure"), tr("Ratio"), tr("CI from"), tr("CI to"), tr("Practical band"), tr("Decides"), tr("Text") }, {}
    };
    for (const auto& row : m_rows)
        table.rows += { row.label, cellText(row.ratio), cellText(row.low), cellText(row.high), cellText(row.band),
            row.registered ? tr("yes") : tr("no"), row.word.isEmpty() ? row.text : row.text + u", " + row.word };
    return table;
}

bool EffectPlot::isEmpty() const
{
    return m_rows.isEmpty();
}

QSize EffectPlot::minimumSizeHint() const
{
    const int line = fontMetrics().height();
    return { 480, static_cast<int>((line + 8) * (m_rows.size() + 4)) };
}

EffectPlot::Plan EffectPlot::plan(const QFont& face, const QRectF& target) const
{
    const QFontMetricsF metrics(face);
    double label = 0, figures = 0, words = 0;
    for (const auto& row : m_rows) {
        auto bold = face;
        bold.setBold(row.registered);
        label = std::max(label, QFontMetricsF(bold).horizontalAdvance(row.label));
        figures = std::max(figures, metrics.horizontalAdvance(row.text));
        words = std::max(words, metrics.horizontalAdvance(wordOf(row)));
    }
    Plan plan;
    const double right = target.right() - 8 - words - (words > 0 ? 12 : 0);
    const double left = std::min(target.left() + 8 + label + 12, target.left() + target.width() * 0.45);
    const double end = std::max(right - figures - 16, left + 60);
    const double below = 2 * QFontMetricsF(labelFont(face)).height() + 8 + captionHeight(face, m_caption);
    plan.plot = { QPointF(left, target.top() + 4), QPointF(end, target.bottom() - below) };
    const auto rows = static_cast<double>(std::max<qsizetype>(1, m_rows.size()));
    plan.row = std::min(plan.plot.height() / rows, metrics.height() * 3.1);
    const double spare = plan.plot.height() - plan.row * rows;
    plan.plot.adjust(0, spare / 2, 0, -spare / 2);
    plan.left = target.left() + 8;
    plan.figures = end + 16;
    plan.words = right + 12;
    plan.x = scaleOf(m_rows);
    plan.ticks = ratioTicks(plan.x, (metrics.horizontalAdvance(u"0.95"_s) + 8) / plan.plot.width());
    return plan;
}

void EffectPlot::render(QPainter& painter, const QRectF& target, const Theme& theme) const
{
    const auto plan = this->plan(painter.font(), target);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    drawAxis(painter, plan, theme);
    for (int i = 0; i < m_rows.size(); ++i)
        drawRow(painter, plan, i, theme);
    painter.restore();
}

void EffectPlot::drawAxis(QPainter& painter, const Plan& plan, const Theme& theme) const
{
    painter.save();
    painter.setFont(labelFont(painter.font()));
    const double line = QFontMetricsF(painter.font()).height();
    const auto& plot = plan.plot;
    auto practical = theme.text;
    practical.setAlphaF(0.09F);
    for (qsizetype i = 0; i < m_rows.size(); ++i) { // each row has its own: "between these nothing that matters"
        const double from = plan.px(1 / (1 + m_rows[i].band));
        painter.fillRect(
            QRectF(from, plot.top() + static_cast<double>(i) * plan.row, plan.px(1 + m_rows[i].band) - from, plan.row),
            practical);
    }
    for (const auto& tick : plan.ticks) {
        const double x = plan.px(tick.value);
        painter.setPen(QPen(tick.value == 1 ? theme.muted : theme.grid, 1));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() + 3));
        painter.setPen(theme.muted);
        painter.drawText(QRectF(x - 40, plot.bottom() + 4, 80, line), Qt::AlignHCenter, tick.text);
    }
    const QRectF ends(plot.left(), plot.bottom() + 4 + line, plot.width(), line);
    painter.drawText(ends, Qt::AlignLeft, u"← "_s + (m_low.isEmpty() ? tr("lower") : m_low));
    painter.drawText(ends, Qt::AlignRight, (m_high.isEmpty() ? tr("higher") : m_high) + u" →");
    painter.drawText(ends, Qt::AlignHCenter, m_axisTitle.isEmpty() ? tr("ratio to the control") : m_axisTitle);
    painter.drawText(QPointF(plan.left, ends.bottom() + line), m_caption);
    painter.restore();
}

void EffectPlot::drawRow(QPainter& painter, const Plan& plan, int i, const Theme& theme) const
{
    const auto& row = m_rows[i];
    const double y = plan.middle(i);
    const double top = y - plan.row / 2;
    const auto face = painter.font();
    auto bold = face;
    bold.setBold(row.registered);
    painter.setFont(bold);
    painter.setPen(theme.text);
    const QRectF label(plan.left, top, plan.plot.left() - plan.left - 12, plan.row);
    painter.drawText(
        label, Qt::AlignVCenter, QFontMetricsF(bold).elidedText(row.label, Qt::ElideMiddle, label.width()));
    painter.setFont(face);
    const double end = plan.plot.right() + 4000;
    painter.setPen(row.ratio ? theme.text : theme.muted);
    painter.drawText(QRectF(plan.figures, top, end, plan.row), Qt::AlignVCenter, row.text);
    painter.setPen(theme.tone(row.tone));
    painter.drawText(QRectF(plan.words, top, end, plan.row), Qt::AlignVCenter, wordOf(row));
    if (!row.ratio)
        return;
    const auto style = armStyle(row.arm, theme.dark);
    const auto inside = [&](double ratio) { return std::clamp(plan.px(ratio), plan.plot.left(), plan.plot.right()); };
    painter.setPen(QPen(style.colour, 2));
    if (row.low && row.high) {
        painter.drawLine(QPointF(inside(*row.low), y), QPointF(inside(*row.high), y));
        for (const double whisker : { inside(*row.low), inside(*row.high) })
            painter.drawLine(QPointF(whisker, y - 4), QPointF(whisker, y + 4));
    }
    const auto mark = markerPath(row.registered ? Marker::Square : Marker::Circle, row.registered ? 11 : 8);
    painter.setPen(QPen(theme.surface, 1));
    painter.setBrush(style.colour);
    painter.drawPath(mark.translated(inside(*row.ratio), y));
}

QString EffectPlot::tipAt(const QPointF& position, const QRectF& target) const
{
    const auto plan = this->plan(font(), target);
    const auto i = static_cast<qsizetype>(std::floor((position.y() - plan.plot.top()) / plan.row));
    if (i < 0 || i >= m_rows.size())
        return {};
    return m_rows[i].registered ? tr("%1: the measure that the plan decides on").arg(m_rows[i].label) : m_rows[i].label;
}

} // namespace ceteris::widgets
