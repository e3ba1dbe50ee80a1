// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/dotplot.h"

#include "widgets/chart/armstyle.h"
#include "widgets/chart/frame.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {
namespace {

constexpr double reach = 8; // px from a dot that its tip is shown in

// Beside one another by their block, the same place in every group.
double shiftOf(const Dot& dot)
{
    return dot.pair > 0 ? (dot.pair * 7 % 11 - 5) * 0.02 : 0;
}

} // namespace

DotPlot::DotPlot(QWidget* parent)
    : ChartPane(parent)
{
}

void DotPlot::setAxis(const Axis& axis)
{
    m_axis = axis;
    setSubtitle(axis.title);
    refresh();
}

void DotPlot::setData(const QList<Dot>& dots, const QList<DotGroup>& groups)
{
    m_dots = dots;
    m_groups = groups;
    refresh();
}

void DotPlot::setCaption(const QString& caption)
{
    m_caption = caption;
    refresh();
}

ChartTable DotPlot::table() const
{
    ChartTable table { { tr("Group"), tr("Kind"), tr("Block"), tr("Value"), tr("CI from"), tr("CI to") }, {} };
    for (const auto& dot : m_dots)
        table.rows += { m_groups.value(dot.group).name, dot.excluded ? tr("excluded trial") : tr("trial"),
            dot.pair > 0 ? QString::number(dot.pair) : QString(), cellText(dot.value), {}, {} };
    for (const auto& group : m_groups)
        if (group.centre)
            table.rows
                += { group.name, tr("mean"), {}, cellText(group.centre), cellText(group.low), cellText(group.high) };
    return table;
}

bool DotPlot::isEmpty() const
{
    return m_dots.isEmpty();
}

Frame DotPlot::frame(const QFont& face, const QRectF& target) const
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    const auto take = [&](double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    };
    for (const auto& dot : m_dots)
        take(dot.value);
    for (const auto& group : m_groups)
        for (const auto& end : { group.low, group.high })
            if (end)
                take(*end);
    Frame frame;
    frame.x = { -0.5, static_cast<double>(std::max<qsizetype>(1, m_groups.size())) - 0.5, false };
    for (int i = 0; i < m_groups.size(); ++i)
        frame.xTicks += Tick { double(i), m_groups[i].name };
    frame.y = fittedScale(m_axis, low, high);
    const double caption = captionHeight(face, m_caption);
    frame.yTicks = ticks(m_axis, frame.y, mostTicks(target.height() - caption - 32, face));
    frame.plot = plotWithin(target, face, frame.yTicks, { 0, 0, 0, caption });
    return frame;
}

QPointF DotPlot::place(const Frame& frame, qsizetype i) const
{
    const auto& dot = m_dots[i];
    return frame.at({ dot.group - 0.08 + shiftOf(dot), dot.value });
}

void DotPlot::render(QPainter& painter, const QRectF& target, const Theme& theme) const
{
    const auto frame = this->frame(painter.font(), target);
    drawFrame(painter, frame, theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    drawPairs(painter, frame, theme);
    for (qsizetype i = 0; i < m_dots.size(); ++i) {
        const auto style = armStyle(m_dots[i].arm, theme.dark);
        painter.setPen(QPen(style.colour, 1.5));
        painter.setBrush(m_dots[i].excluded ? QBrush(theme.surface) : QBrush(style.colour));
        painter.drawPath(markerPath(style.marker, 8).translated(place(frame, i)));
    }
    drawGroups(painter, frame, theme);
    drawCaption(painter, target.adjusted(8, 0, 0, 0), m_caption, theme);
    painter.restore();
}

void DotPlot::drawPairs(QPainter& painter, const Frame& frame, const Theme& theme) const
{
    painter.setPen(QPen(theme.outline, 1));
    for (qsizetype a = 0; a < m_dots.size(); ++a)
        for (qsizetype b = 0; b < m_dots.size(); ++b)
            if (m_dots[a].pair > 0 && m_dots[a].pair == m_dots[b].pair && m_dots[b].group == m_dots[a].group + 1
                && !m_dots[a].excluded && !m_dots[b].excluded)
                painter.drawLine(place(frame, a), place(frame, b));
}

void DotPlot::drawGroups(QPainter& painter, const Frame& frame, const Theme& theme) const
{
    for (int i = 0; i < m_groups.size(); ++i) {
        const auto& group = m_groups[i];
        if (!group.centre)
            continue;
        const double x = frame.px(i + 0.14);
        painter.setPen(QPen(theme.text, 2));
        painter.drawLine(QPointF(x - 8, frame.py(*group.centre)), QPointF(x + 8, frame.py(*group.centre)));
        if (!group.low || !group.high)
            continue;
        painter.drawLine(QPointF(x, frame.py(*group.low)), QPointF(x, frame.py(*group.high)));
        for (const double end : { *group.low, *group.high })
            painter.drawLine(QPointF(x - 4, frame.py(end)), QPointF(x + 4, frame.py(end)));
    }
}

QString DotPlot::tipAt(const QPointF& position, const QRectF& target) const
{
    const auto frame = this->frame(font(), target);
    for (qsizetype i = 0; i < m_dots.size(); ++i)
        if (QLineF(place(frame, i), position).length() <= reach)
            return m_dots[i].text.isEmpty() ? valueText(m_axis, m_dots[i].value) : m_dots[i].text;
    return {};
}

} // namespace ceteris::widgets
