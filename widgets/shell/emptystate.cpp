// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/emptystate.h"

#include "widgets/shell/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_buttons(new QHBoxLayout)
{
    m_title->setObjectName(u"emptyTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setAlignment(Qt::AlignCenter);
    auto large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    m_title->setFont(large);
    m_sentence->setObjectName(u"emptySentence"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->setWordWrap(true);
    m_sentence->setFixedWidth(fontMetrics().averageCharWidth() * 72);
    m_buttons->setSpacing(8);
    m_buttons->setAlignment(Qt::AlignHCenter);
    m_column = new QVBoxLayout(this);
    m_column->setSpacing(16);
    m_column->addStretch(2);
    m_column->addWidget(m_title);
    m_column->addWidget(m_sentence, 0, Qt::AlignHCenter);
    m_column->addLayout(m_buttons);
    m_column->addStretch(3);
    applyColours();
}

void EmptyState::setTitle(const QString& title)
{
    m_title->setText(title);
}

void EmptyState::setSentence(const QString& sentence)
{
    m_sentence->setText(sentence);
    // A layout asks an aligned label for its size, not for its height at that width.
    m_sentence->setMinimumHeight(std::max(0, m_sentence->heightForWidth(m_sentence->maximumWidth())));
    m_sentence->setVisible(!sentence.isEmpty());
}

QPushButton* EmptyState::addButton(const QString& objectName)
{
    auto* button = new QPushButton(this);
    button->setObjectName(objectName);
    button->setMinimumHeight(32);
    if (m_buttons->count() == 0)
        button->setDefault(true);
    m_buttons->addWidget(button);
    return button;
}

void EmptyState::addWidget(QWidget* widget)
{
    m_column->insertWidget(m_column->count() - 1, widget, 0, Qt::AlignHCenter);
}

QString EmptyState::title() const
{
    return m_title->text();
}

QString EmptyState::sentence() const
{
    return m_sentence->text();
}

void EmptyState::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        applyColours();
    QWidget::changeEvent(event);
}

void EmptyState::applyColours()
{
    auto quiet = m_sentence->palette();
    quiet.setColor(QPalette::WindowText, theme().muted);
    m_sentence->setPalette(quiet);
}

} // namespace ceteris::widgets
