// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/livetile.h"

#include "app/pages/livecard.h"
#include "widgets/chart/sparkline.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>

namespace ceteris::pages {

using widgets::Tone;

LiveTile::LiveTile(QWidget* parent)
    : QWidget(parent)
{
    setupParts();
    applyColours();
}

void LiveTile::setupParts()
{
    m_label = new QLabel(this);
    m_value = new QLabel(this);
    m_note = new QLabel(this);
    m_sparkline = new widgets::Sparkline(this);
    auto bold = font();
    bold.setPointSizeF(bold.pointSizeF() * 1.6);
    bold.setBold(true);
    m_value->setFont(bold);
    auto small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    m_label->setFont(small);
    m_note->setFont(small);
    m_sparkline->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    for (auto* label : { m_label, m_value, m_note })
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // six tiles share the width evenly
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(8, 4, 8, 4);
    grid->setSpacing(0);
    grid->setColumnStretch(0, 5);
    grid->setColumnStretch(1, 3);
    grid->addWidget(m_label, 0, 0, 1, 2);
    grid->addWidget(m_value, 1, 0);
    grid->addWidget(m_sparkline, 1, 1);
    grid->addWidget(m_note, 2, 0, 1, 2);
}

void LiveTile::setContent(const Content& content)
{
    m_label->setText(content.label);
    m_value->setText(content.value);
    m_note->setText(content.note);
    m_sparkline->setValues(content.minute);
    m_sparkline->setArm(content.arm);
    m_sparkline->setDimmed(content.dimmed);
    setToolTip(content.details);
    setAccessibleName(content.label);
    setAccessibleDescription(QString(content.value + u' ' + content.note));
    if (m_noteTone != content.noteTone || m_dimmed != content.dimmed) {
        m_noteTone = content.noteTone;
        m_dimmed = content.dimmed;
        applyColours();
    }
}

QString LiveTile::value() const
{
    return m_value->text();
}

QString LiveTile::label() const
{
    return m_label->text();
}

QString LiveTile::note() const
{
    return m_note->text();
}

void LiveTile::applyColours()
{
    const auto theme = widgets::theme();
    setInk(m_label, theme.muted);
    setInk(m_value, m_dimmed ? theme.muted : theme.text);
    setInk(m_note, m_noteTone == Tone::Neutral ? theme.muted : theme.tone(m_noteTone));
}

void LiveTile::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawCard(painter, rect());
}

void LiveTile::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        applyColours();
    QWidget::changeEvent(event);
}

} // namespace ceteris::pages
