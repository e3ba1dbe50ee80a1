// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/banner.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {

Banner::Banner(QWidget* parent)
    : QFrame(parent)
{
    setupParts();
    m_row = new QHBoxLayout;
    m_row->setSpacing(8);
    m_row->addWidget(m_glyph, 0, Qt::AlignTop);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(m_fold);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(8);
    column->addLayout(m_row);
    column->addWidget(m_details);
    retranslate();
    clear();
}

void Banner::setupParts()
{
    m_glyph = new QLabel(this);
    m_text = new QLabel(this);
    m_text->setObjectName(u"bannerText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_fold = new QToolButton(this);
    m_fold->setObjectName(u"bannerFold"_s);
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setArrowType(Qt::RightArrow);
    m_details = new QPlainTextEdit(this);
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_details->setMaximumHeight(fontMetrics().lineSpacing() * 9);
    connect(m_fold, &QToolButton::toggled, this, [this](bool open) {
        m_fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_details->setVisible(open);
    });
}

void Banner::setMessage(Tone tone, const QString& text, const QStringList& buttons)
{
    m_tone = tone;
    m_glyph->setText(glyph(tone));
    m_text->setText(text);
    // Only what differs is touched: a banner is set again with every change of the model, and focus should stay.
    while (m_buttons.size() > buttons.size())
        delete m_buttons.takeLast();
    while (m_buttons.size() < buttons.size()) {
        auto* button = new QPushButton(this);
        const int place = static_cast<int>(m_buttons.size());
        button->setObjectName(u"bannerButton%1"_s.arg(place));
        connect(button, &QPushButton::clicked, this, [this, place] { emit chosen(place); });
        m_row->addWidget(button);
        m_buttons.append(button);
    }
    for (qsizetype i = 0; i < buttons.size(); ++i)
        m_buttons[i]->setText(buttons[i]);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    applyColours();
    update();
}

void Banner::setDetails(const QString& lines)
{
    m_fold->setVisible(!lines.isEmpty());
    if (lines.isEmpty())
        m_fold->setChecked(false);
    m_details->setVisible(m_fold->isChecked());
    if (m_details->toPlainText() != lines)
        m_details->setPlainText(lines);
}

void Banner::clear()
{
    setMessage(Tone::Info, {});
    setDetails({});
}

QString Banner::text() const
{
    return m_text->text();
}

Tone Banner::tone() const
{
    return m_tone;
}

QList<QPushButton*> Banner::buttons() const
{
    return m_buttons;
}

void Banner::paintEvent(QPaintEvent*)
{
    const auto look = theme();
    QPainter painter(this);
    painter.fillRect(rect(), look.fill(m_tone));
    painter.fillRect(QRect(0, 0, 4, height()), look.tone(m_tone));
    painter.fillRect(QRect(0, height() - 1, width(), 1), look.outline);
}

void Banner::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        applyColours();
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void Banner::retranslate()
{
    m_fold->setText(tr("Log"));
    m_details->setAccessibleName(tr("Log"));
}

void Banner::applyColours()
{
    auto colours = m_glyph->palette();
    colours.setColor(QPalette::WindowText, theme().tone(m_tone));
    m_glyph->setPalette(colours);
}

} // namespace ceteris::widgets
