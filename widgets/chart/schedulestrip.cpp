// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/schedulestrip.h"

#include "widgets/chart/armstyle.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {
namespace {

constexpr double betweenBlocks = 6; // px

Tone toneOf(SlotState state)
{
    switch (state) {
    case SlotState::Planned:
        return Tone::Neutral;
    case SlotState::Running:
        return Tone::Info;
    case SlotState::Done:
        return Tone::Good;
    case SlotState::Void:
        return Tone::Warning;
    case SlotState::Failed:
        return Tone::Bad;
    }
    return Tone::Neutral;
}

QString glyphOf(SlotState state)
{
    if (state == SlotState::Planned)
        return {};
    return state == SlotState::Running ? u"▶"_s : glyph(toneOf(state));
}

} // namespace

ScheduleStrip::ScheduleStrip(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Schedule of trials"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ScheduleStrip::setSlots(const QList<Slot>& slotList)
{
    m_slots = slotList;
    if (indexOf(m_current) < 0)
        m_current = 0;
    update();
}

void ScheduleStrip::setCurrent(int trial)
{
    if (trial == m_current || (trial != 0 && indexOf(trial) < 0))
        return;
    m_current = trial;
    if (const auto i = indexOf(trial); i >= 0)
        setAccessibleDescription(m_slots[i].text);
    update();
    emit currentChanged(trial);
}

int ScheduleStrip::current() const
{
    return m_current;
}

qsizetype ScheduleStrip::indexOf(int trial) const
{
    const auto found = std::ranges::find(m_slots, trial, &Slot::trial);
    return found == m_slots.end() ? -1 : found - m_slots.begin();
}

int ScheduleStrip::trialAt(const QPointF& position) const
{
    const auto all = boxes();
    for (qsizetype i = 0; i < all.size(); ++i)
        if (all[i].contains(position))
            return m_slots[i].trial;
    return 0;
}

QSize ScheduleStrip::sizeHint() const
{
    return { 480, minimumSizeHint().height() };
}

QSize ScheduleStrip::minimumSizeHint() const
{
    return { 160, 2 * fontMetrics().height() + 12 };
}

QList<QRectF> ScheduleStrip::boxes() const
{
    double length = 0;
    int gaps = 0;
    for (qsizetype i = 0; i < m_slots.size(); ++i) {
        length += std::max(0.1, m_slots[i].lengthS);
        gaps += i > 0 && m_slots[i].block != m_slots[i - 1].block ? 1 : 0;
    }
    const QRectF inner = QRectF(rect()).adjusted(3, 3, -3, -3);
    const double gap = std::min(betweenBlocks, inner.width() * 0.2 / std::max(1, gaps));
    const double scale = (inner.width() - gap * gaps) / std::max(0.1, length);
    QList<QRectF> all;
    double x = inner.left();
    for (qsizetype i = 0; i < m_slots.size(); ++i) {
        if (i > 0 && m_slots[i].block != m_slots[i - 1].block)
            x += gap;
        const double width = std::max(0.1, m_slots[i].lengthS) * scale;
        all += QRectF(x, inner.top(), std::max(1.0, width - 1), inner.height());
        x += width;
    }
    return all;
}

void ScheduleStrip::paintEvent(QPaintEvent*)
{
    const auto colours = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto all = boxes();
    for (qsizetype i = 0; i < all.size(); ++i)
        drawSlot(painter, all[i], m_slots[i], colours);
    if (const auto i = indexOf(m_current); i >= 0) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(hasFocus() ? colours.accent : colours.text, 2));
        painter.drawRoundedRect(all[i].adjusted(-1, -1, 1, 1), 4, 4);
    } else if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void ScheduleStrip::drawSlot(QPainter& painter, const QRectF& box, const Slot& slot, const Theme& theme) const
{
    const auto arm = armStyle(slot.arm, theme.dark).colour;
    const auto tone = toneOf(slot.state);
    painter.setPen(QPen(slot.state == SlotState::Planned ? theme.outline : theme.tone(tone), 1));
    painter.setBrush(theme.fill(tone));
    painter.drawRoundedRect(box, 3, 3);
    if (slot.state == SlotState::Void) {
        auto hatch = theme.tone(Tone::Warning);
        hatch.setAlphaF(0.5F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QBrush(hatch, Qt::BDiagPattern));
        painter.drawRoundedRect(box, 3, 3);
    }
    painter.fillRect(QRectF(box.left(), box.bottom() - 3, box.width(), 3), arm);
    const double line = fontMetrics().height();
    const auto write = [&](const QString& text, double top, const QColor& colour) {
        if (fontMetrics().horizontalAdvance(text) + 1 > box.width())
            return;
        painter.setPen(colour);
        painter.drawText(QRectF(box.left(), top, box.width(), line), Qt::AlignCenter, text);
    };
    write(slot.letter, box.top() + 1, theme.text);
    write(glyphOf(slot.state), box.top() + 1 + line, theme.tone(tone));
}

bool ScheduleStrip::event(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Schedule of trials"));
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto i = indexOf(trialAt(help->pos()));
    i < 0 ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), m_slots[i].text, this);
    return true;
}

void ScheduleStrip::mousePressEvent(QMouseEvent* event)
{
    const int trial = trialAt(event->position());
    if (event->button() != Qt::LeftButton || trial == 0)
        return;
    setCurrent(trial);
    emit trialActivated(trial);
}

void ScheduleStrip::keyPressEvent(QKeyEvent* event)
{
    const auto last = m_slots.size() - 1;
    const auto here = indexOf(m_current);
    const auto go = [&](qsizetype i) {
        if (last >= 0)
            setCurrent(m_slots[std::clamp<qsizetype>(i, 0, last)].trial);
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return go(here < 0 ? last : here - 1);
    case Qt::Key_Right:
        return go(here + 1);
    case Qt::Key_Home:
        return go(0);
    case Qt::Key_End:
        return go(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (here >= 0)
            emit trialActivated(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace ceteris::widgets
