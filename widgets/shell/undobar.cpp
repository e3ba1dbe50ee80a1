// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/undobar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {

UndoBar::UndoBar(QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_undo(new QPushButton(this))
    , m_timer(new QTimer(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setFrameShape(QFrame::StyledPanel);
    m_text->setTextFormat(Qt::PlainText);
    m_undo->setObjectName(u"undoButton"_s);
    m_timer->setSingleShot(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 8, 8);
    row->addWidget(m_text, 1);
    row->addWidget(m_undo);
    connect(m_timer, &QTimer::timeout, this, &UndoBar::dismiss);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        if (!close())
            return;
        if (m_then)
            m_then();
        else
            emit undone();
    });
    retranslate();
    hide();
}

void UndoBar::offer(const QString& text, int ms)
{
    dismiss();
    m_verb.clear();
    m_then = {};
    open(text, ms);
}

void UndoBar::offer(const QString& text, const QString& verb, const std::function<void()>& then)
{
    dismiss();
    m_verb = verb;
    m_then = then;
    open(text, 10'000);
}

void UndoBar::open(const QString& text, int ms)
{
    retranslate();
    m_text->setText(text);
    m_timer->start(ms);
    show();
}

void UndoBar::dismiss()
{
    if (close())
        emit expired();
}

bool UndoBar::close()
{
    const bool open = !isHidden();
    m_timer->stop();
    hide();
    return open;
}

void UndoBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void UndoBar::retranslate()
{
    m_undo->setText(m_verb.isEmpty() ? tr("&Undo") : m_verb);
}

} // namespace ceteris::widgets
