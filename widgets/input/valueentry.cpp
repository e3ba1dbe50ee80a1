// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/input/valueentry.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace ceteris::widgets {

ValueEntry::ValueEntry(Kind kind, QWidget* parent)
    : QLineEdit(parent)
    , m_kind(kind)
{
    if (m_kind == Kind::Number)
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ValueEntry::setValue(const QString& value)
{
    if (value == text())
        return;
    const auto cursor = cursorPosition();
    setText(value);
    setCursorPosition(hasFocus() ? std::min(cursor, static_cast<int>(value.size())) : 0);
}

QSize ValueEntry::sizeHint() const
{
    const auto hint = QLineEdit::sizeHint();
    return m_kind == Kind::Number ? QSize(fontMetrics().averageCharWidth() * 16, hint.height()) : hint;
}

void ValueEntry::keyPressEvent(QKeyEvent* event)
{
    const auto by = event->key() == Qt::Key_Up ? 1
        : event->key() == Qt::Key_Down         ? -1
        : event->key() == Qt::Key_PageUp       ? 10
        : event->key() == Qt::Key_PageDown     ? -10
                                               : 0;
    if (by == 0 || m_kind != Kind::Number || isReadOnly() || !step(by))
        QLineEdit::keyPressEvent(event);
}

// By ones of the last digit: 0.05 goes to 0.06, 10 to 11. Never below 0, as nothing here is.
bool ValueEntry::step(int by)
{
    const auto now = text().isEmpty() ? placeholderText() : text();
    bool isNumber = false;
    const auto value = now.toDouble(&isNumber);
    if (!isNumber || now.contains(u'e', Qt::CaseInsensitive))
        return false;
    const auto dot = now.indexOf(u'.');
    const auto decimals = dot < 0 ? 0 : static_cast<int>(now.size() - dot - 1);
    setText(QString::number(std::max(0.0, value + by * std::pow(10, -decimals)), 'f', decimals));
    emit textEdited(text());
    return true;
}

} // namespace ceteris::widgets
