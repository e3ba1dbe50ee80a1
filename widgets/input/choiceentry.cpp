// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/input/choiceentry.h"

#include <QSignalBlocker>
#include <QWheelEvent>

#include <algorithm>

namespace ceteris::widgets {

ChoiceEntry::ChoiceEntry(QWidget* parent)
    : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(this, &QComboBox::activated, this, [this](int index) {
        m_value = itemData(index).toString();
        emit chosen(m_value);
    });
}

void ChoiceEntry::setChoices(const QList<Choice>& choices)
{
    if (choices == m_choices)
        return;
    m_choices = choices;
    fill();
}

void ChoiceEntry::setValue(const QString& value)
{
    if (value == m_value && count() > 0)
        return;
    m_value = value;
    fill();
}

QSize ChoiceEntry::minimumSizeHint() const
{
    const auto hint = QComboBox::minimumSizeHint();
    return { std::min(hint.width(), fontMetrics().averageCharWidth() * 16), hint.height() };
}

void ChoiceEntry::fill()
{
    const QSignalBlocker quiet(this);
    clear();
    for (const auto& choice : m_choices) {
        addItem(choice.text, choice.value);
        setItemData(count() - 1, choice.hint, Qt::ToolTipRole);
    }
    if (findData(m_value) < 0)
        addItem(m_value, m_value);
    setCurrentIndex(findData(m_value));
}

void ChoiceEntry::wheelEvent(QWheelEvent* event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace ceteris::widgets
