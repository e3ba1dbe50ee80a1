// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/input/fieldrow.h"

#include "widgets/input/tonelabel.h"

#include <QAbstractButton>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {

FieldRow::FieldRow(QWidget* parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_line(new QHBoxLayout)
    , m_unit(new ToneLabel(this))
    , m_hint(new ToneLabel(this))
    , m_problem(new ToneLabel(this))
{
    m_label->setWordWrap(true);
    m_problem->setObjectName(u"problem"_s);
    m_unit->setWordWrap(false);
    m_line->setSpacing(8);
    m_line->addWidget(m_unit);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_label, 0, 0, Qt::AlignVCenter);
    grid->addLayout(m_line, 0, 1);
    grid->addWidget(m_hint, 1, 1);
    grid->addWidget(m_problem, 2, 1);
    grid->setColumnStretch(1, 1);
    for (auto* label : { m_unit, m_hint, m_problem })
        label->hide();
    fitLabel();
}

void FieldRow::setEditor(QWidget* editor, bool wide)
{
    m_editor = editor;
    m_label->setBuddy(editor);
    m_line->insertWidget(0, editor, wide ? 1 : 0);
    if (!wide)
        m_line->addStretch(1);
}

void FieldRow::setLabel(const QString& label)
{
    if (auto* button = qobject_cast<QAbstractButton*>(m_editor))
        button->setText(label);
    else
        m_label->setText(label);
    if (m_editor)
        m_editor->setAccessibleName(QString(label).remove(u'&'));
}

void FieldRow::setUnit(const QString& unit)
{
    m_unit->setText(unit);
    m_unit->setVisible(!unit.isEmpty());
}

void FieldRow::setHint(const QString& hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    describeEditor();
}

void FieldRow::setProblem(const QString& sentence)
{
    if (sentence == m_sentence)
        return;
    m_sentence = sentence;
    m_problem->setMessage(Tone::Bad, sentence);
    describeEditor();
}

void FieldRow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        fitLabel();
    QWidget::changeEvent(event);
}

// What a screen reader says behind the name.
void FieldRow::describeEditor()
{
    if (m_editor)
        m_editor->setAccessibleDescription(m_sentence.isEmpty() ? m_hint->text() : m_sentence);
}

// Equal in all rows, so that the editors stand below each other.
void FieldRow::fitLabel()
{
    m_label->setFixedWidth(fontMetrics().averageCharWidth() * 22);
}

} // namespace ceteris::widgets
