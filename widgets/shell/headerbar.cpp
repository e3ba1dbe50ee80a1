// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/headerbar.h"

#include "widgets/shell/primarybutton.h"
#include "widgets/shell/statepill.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {
namespace {

constexpr int steps = 1000;

} // namespace

HeaderBar::HeaderBar(QWidget* parent)
    : QWidget(parent)
{
    setupParts();
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(12);
    row->addWidget(m_plan);
    row->addWidget(m_trial);
    row->addWidget(m_state);
    row->addWidget(m_doubt);
    row->addWidget(m_progress, 1);
    row->addStretch(0);
    row->addWidget(m_times);
    row->addWidget(m_primary);
    setMinimumHeight(48);
    setState(u"○"_s, {}, Tone::Neutral);
    setProgress(-1, {});
    setDoubt({});
    applyColours();
}

void HeaderBar::setupParts()
{
    m_plan = new QLabel(this);
    m_plan->setObjectName(u"headerPlan"_s);
    m_plan->setTextFormat(Qt::PlainText);
    auto bold = m_plan->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    m_plan->setFont(bold);
    m_trial = new QLabel(this);
    m_trial->setObjectName(u"headerTrial"_s);
    m_trial->setTextFormat(Qt::PlainText);
    m_state = new StatePill(this);
    m_state->setObjectName(u"headerState"_s);
    m_doubt = new StatePill(this);
    m_doubt->setObjectName(u"headerDoubt"_s);
    m_times = new QLabel(this);
    m_times->setObjectName(u"headerTimes"_s);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(u"headerProgress"_s);
    m_progress->setRange(0, steps);
    m_progress->setAlignment(Qt::AlignCenter);
    auto policy = m_progress->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // nothing moves when a run begins
    m_progress->setSizePolicy(policy);
    m_primary = new PrimaryButton(this);
    m_primary->setObjectName(u"headerPrimary"_s);
    connect(m_primary, &QPushButton::clicked, this, [this] {
        if (m_action)
            m_action->trigger();
    });
}

void HeaderBar::setPlan(const QString& name, bool modified)
{
    m_name = name;
    m_modified = modified;
    showPlan();
}

void HeaderBar::showPlan()
{
    constexpr int widest = 220;
    const QString full = m_modified ? tr("%1 (changed)").arg(m_name) : m_name;
    m_plan->setText(m_plan->fontMetrics().elidedText(full, Qt::ElideMiddle, widest));
    m_plan->setToolTip(full);
    m_plan->setVisible(!m_name.isEmpty());
}

void HeaderBar::setTrial(const QString& text)
{
    m_trial->setText(text);
    m_trial->setVisible(!text.isEmpty());
}

void HeaderBar::setState(const QString& glyph, const QString& word, Tone tone)
{
    m_state->setState(glyph, word, tone);
}

void HeaderBar::setDoubt(const QString& word)
{
    m_doubt->setState(u"⚠"_s, word, Tone::Warning);
    m_doubt->setVisible(!word.isEmpty());
}

void HeaderBar::setTimes(const QString& text)
{
    m_times->setText(text);
}

void HeaderBar::setProgress(double share, const QString& text)
{
    m_progress->setVisible(share >= 0);
    m_progress->setValue(static_cast<int>(std::lround(qBound(0.0, share, 1.0) * steps)));
    m_progress->setFormat(text);
    m_progress->setAccessibleName(text);
}

void HeaderBar::setPrimary(QAction* action)
{
    if (m_action == action)
        return;
    if (m_action)
        m_action->disconnect(this);
    m_action = action;
    if (m_action)
        connect(m_action, &QAction::changed, this, &HeaderBar::applyPrimary);
    applyPrimary();
}

QPushButton* HeaderBar::primaryButton() const
{
    return m_primary;
}

void HeaderBar::applyPrimary()
{
    m_primary->setVisible(m_action);
    if (!m_action)
        return;
    m_primary->setText(m_action->iconText());
    m_primary->setEnabled(m_action->isEnabled());
    m_primary->setToolTip(m_action->toolTip());
}

void HeaderBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        applyColours();
    if (event->type() == QEvent::LanguageChange)
        showPlan();
    QWidget::changeEvent(event);
}

void HeaderBar::applyColours()
{
    const auto look = theme();
    for (auto* label : { m_trial, m_times }) {
        auto quiet = label->palette();
        quiet.setColor(QPalette::WindowText, look.muted);
        label->setPalette(quiet);
    }
}

} // namespace ceteris::widgets
