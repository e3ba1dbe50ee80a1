// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/livehealthstrip.h"

#include "app/pages/livecard.h"
#include "widgets/shell/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace ceteris::pages {
namespace {

QString glyphOf(models::Condition condition)
{
    switch (condition) {
    case models::Condition::Ok:
        return u"✔"_s;
    case models::Condition::Warning:
        return u"⚠"_s;
    case models::Condition::Bad:
        return u"✖"_s;
    case models::Condition::Unknown:
        break;
    }
    return u"○"_s;
}

QColor inkOf(models::Condition condition, const widgets::Theme& theme)
{
    switch (condition) {
    case models::Condition::Ok:
        return theme.tone(widgets::Tone::Good);
    case models::Condition::Warning:
        return theme.tone(widgets::Tone::Warning);
    case models::Condition::Bad:
        return theme.tone(widgets::Tone::Bad);
    case models::Condition::Unknown:
        break;
    }
    return theme.muted;
}

} // namespace

LiveHealthStrip::LiveHealthStrip(QWidget* parent)
    : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addStretch();
}

void LiveHealthStrip::setChips(const std::vector<models::HealthChip>& chips)
{
    m_chips = chips;
    auto* row = static_cast<QHBoxLayout*>(layout());
    while (m_labels.size() < chips.size()) {
        auto* label = new QLabel(this);
        row->insertWidget(static_cast<int>(m_labels.size()), label);
        m_labels.push_back(label);
    }
    for (std::size_t i = 0; i < chips.size(); ++i) {
        m_labels[i]->setText(u"%1 %2 %3"_s.arg(glyphOf(chips[i].condition), chips[i].name, chips[i].value));
        m_labels[i]->setToolTip(chips[i].text);
        m_labels[i]->setAccessibleDescription(chips[i].text);
    }
    applyColours();
}

void LiveHealthStrip::applyColours()
{
    const auto theme = widgets::theme();
    for (std::size_t i = 0; i < m_chips.size(); ++i)
        setInk(m_labels[i], inkOf(m_chips[i].condition, theme));
}

void LiveHealthStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        applyColours();
    QWidget::changeEvent(event);
}

} // namespace ceteris::pages
