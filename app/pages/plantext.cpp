// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/plantext.h"

#include "app/models/plandocument.h"
#include "widgets/input/tonelabel.h"
#include "widgets/shell/theme.h"

#include <QEvent>
#include <QFontDatabase>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::pages {

PlanText::PlanText(models::PlanDocument* document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_edit(new QPlainTextEdit(this))
    , m_heading(new QLabel(this))
    , m_problems(new QListWidget(this))
{
    m_edit->setObjectName(u"text"_s);
    m_edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_edit->setTabChangesFocus(true);
    m_edit->setUndoRedoEnabled(false); // the document steps back, for form and text alike
    m_problems->setObjectName(u"problems"_s);
    m_problems->setWordWrap(true);
    m_heading->setBuddy(m_problems);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(8);
    column->addWidget(m_edit, 3);
    column->addWidget(m_heading);
    column->addWidget(m_problems, 1);
    connect(
        m_edit, &QPlainTextEdit::textChanged, this, [this] { m_document->setText(m_edit->toPlainText().toUtf8()); });
    const auto go = [this](const QListWidgetItem* item) { goToLine(item->data(Qt::UserRole).toInt()); };
    connect(m_problems, &QListWidget::itemClicked, this, go);
    connect(m_problems, &QListWidget::itemActivated, this, go);
    retranslate();
}

void PlanText::refresh()
{
    showText();
    showProblems();
    markLines();
}

void PlanText::setReadOnly(bool readOnly)
{
    m_edit->setReadOnly(readOnly);
}

void PlanText::goToLine(int line)
{
    const auto block = m_edit->document()->findBlockByNumber(std::max(0, line - 1));
    m_edit->setTextCursor(QTextCursor(block));
    m_edit->centerCursor();
    m_edit->setFocus(Qt::OtherFocusReason);
}

void PlanText::focusFirstProblem()
{
    if (!m_document->reading().ok())
        goToLine(m_document->reading().problems.front().line);
}

// Only when the text is another one, so that typing here keeps the cursor.
void PlanText::showText()
{
    const auto text = QString::fromUtf8(m_document->text());
    if (m_edit->toPlainText() == text)
        return;
    const QSignalBlocker quiet(m_edit);
    const auto place = m_edit->textCursor().position();
    m_edit->setPlainText(text);
    auto cursor = m_edit->textCursor();
    cursor.setPosition(std::min(place, static_cast<int>(text.size())));
    m_edit->setTextCursor(cursor);
}

void PlanText::showProblems()
{
    m_problems->clear();
    for (const auto& problem : m_document->reading().problems) {
        const auto glyph = widgets::glyph(widgets::Tone::Bad);
        auto* item
            = new QListWidgetItem(QString(glyph + u' ' + plan::describe(problem, m_document->title())), m_problems);
        item->setData(Qt::UserRole, problem.line);
    }
    const auto any = m_problems->count() > 0;
    m_problems->setVisible(any);
    m_heading->setVisible(any);
    m_heading->setText(tr("%n problem(s)", nullptr, m_problems->count()));
}

void PlanText::markLines()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const auto& problem : m_document->reading().problems) {
        if (problem.line <= 0)
            continue;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_edit->document()->findBlockByNumber(problem.line - 1));
        mark.format.setBackground(widgets::theme().fill(widgets::Tone::Bad));
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks += mark;
    }
    m_edit->setExtraSelections(marks);
}

void PlanText::retranslate()
{
    m_edit->setAccessibleName(tr("Text of the plan"));
    m_problems->setAccessibleName(tr("Problems"));
    showProblems();
}

void PlanText::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        markLines();
    QWidget::changeEvent(event);
}

} // namespace ceteris::pages
