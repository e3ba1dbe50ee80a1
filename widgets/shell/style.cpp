// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/style.h"

#include "widgets/shell/theme.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {
namespace {

void outline(QPainter* painter, const QRect& rect, const QPen& pen, double radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    const double inset = pen.widthF() / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

QPen ring()
{
    return { theme().tone(Tone::Info), 2 };
}

void outlineField(QPainter* painter, const QStyleOption* option, bool focused, double radius)
{
    const auto look = theme();
    const bool enabled = option->state & QStyle::State_Enabled;
    outline(painter, option->rect, focused ? ring() : QPen(enabled ? look.fieldOutline : look.outline), radius);
}

bool focusedByKey(const QStyleOption* option)
{
    return option->state & QStyle::State_HasFocus && option->state & QStyle::State_KeyboardFocusChange;
}

} // namespace

Style::Style()
    : QProxyStyle(u"Fusion"_s)
{
}

void Style::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case PE_FrameLineEdit:
        return outlineField(painter, option, option->state & State_HasFocus, 2);
    case PE_FrameGroupBox:
        return outline(painter, option->rect, theme().outline, 3);
    case PE_FrameFocusRect:
        return focusedByKey(option) ? outline(painter, option->rect, QPen(ring().color(), 1), 2) : void();
    case PE_Frame:
        if (qobject_cast<const QAbstractScrollArea*>(widget))
            return outlineField(painter, option, option->state & State_HasFocus, 0);
        if (!widget || !widget->inherits("QComboBoxPrivateContainer"))
            return outline(painter, option->rect, theme().outline, 3);
        break;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_IndicatorCheckBox) // over Fusion's own outline, at the same place
        outlineField(painter, option, focusedByKey(option), 0);
    if (element == PE_PanelButtonCommand)
        outlineField(painter, option, focusedByKey(option), 2);
}

void Style::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    if (control == CC_SpinBox && spin && spin->frame)
        outlineField(painter, option, option->state & State_HasFocus, 2);
}

} // namespace ceteris::widgets
