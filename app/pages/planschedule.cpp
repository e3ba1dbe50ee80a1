// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/planschedule.h"

#include "app/models/figures.h"
#include "app/models/plandocument.h"
#include "app/models/planfacts.h"
#include "app/plan/schedule.h"
#include "widgets/chart/schedulestrip.h"
#include "widgets/input/tonelabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ceteris::pages {
namespace {

constexpr int mostShown = 600; // trials; more would be thinner than a pixel

QList<widgets::Slot> slotsOf(const plan::Plan& plan, const TrialStates& states)
{
    QList<widgets::Slot> list;
    for (const auto& trial : plan::schedule(plan)) {
        const auto& arm = plan.arms[static_cast<std::size_t>(trial.arm)];
        const auto& level = plan.levels[static_cast<std::size_t>(trial.level)];
        widgets::Slot slot;
        slot.trial = trial.number;
        slot.block = trial.block;
        slot.arm = arm.isTwin ? 0 : trial.arm;
        slot.letter = QChar(static_cast<char16_t>(u'A' + trial.arm));
        slot.level = level.name;
        slot.state = states.value(trial.number, widgets::SlotState::Planned);
        slot.lengthS = plan::trialSeconds(plan, level);
        slot.text = PlanSchedule::tr("Trial %1, block %2: %3 at %4, %5")
                        .arg(QString::number(trial.number), QString::number(trial.block), arm.name, level.name,
                            models::durationText(slot.lengthS));
        list += slot;
    }
    return list;
}

} // namespace

PlanSchedule::PlanSchedule(models::PlanDocument* document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_title(new QLabel(this))
    , m_size(new widgets::ToneLabel(this))
    , m_strip(new widgets::ScheduleStrip(this))
{
    m_size->setObjectName(u"size"_s);
    m_strip->setObjectName(u"schedule"_s);
    auto bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    auto* header = new QHBoxLayout;
    header->setSpacing(16);
    header->addWidget(m_title);
    header->addWidget(m_size, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(4);
    column->addLayout(header);
    column->addWidget(m_strip);
    refresh();
}

void PlanSchedule::setStates(const TrialStates& states)
{
    if (states == m_states)
        return;
    m_states = states;
    refresh();
}

void PlanSchedule::refresh()
{
    m_title->setText(tr("Schedule"));
    m_strip->setAccessibleName(tr("Schedule"));
    if (m_document->isEmpty() || !m_document->reading().ok())
        return;
    showSize();
    showSlots();
}

void PlanSchedule::showSize()
{
    const auto size = models::sizeOf(m_document->reading().plan);
    const auto trials = tr("%n trial(s)", nullptr, size.trials);
    m_size->setText(tr("%1 · %2 · ≈ %3").arg(trials, models::aboutText(size.seconds), models::bytesText(size.bytes)));
}

void PlanSchedule::showSlots()
{
    const auto& plan = m_document->reading().plan;
    const auto many = models::sizeOf(plan).trials > mostShown;
    m_strip->setVisible(!many);
    if (!many)
        m_strip->setSlots(slotsOf(plan, m_states));
}

void PlanSchedule::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace ceteris::pages
