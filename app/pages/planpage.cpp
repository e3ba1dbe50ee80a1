// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/planpage.h"

#include "app/models/plandocument.h"
#include "app/models/planfacts.h"
#include "app/pages/planform.h"
#include "app/pages/planparibus.h"
#include "app/pages/planpreflight.h"
#include "app/pages/planschedule.h"
#include "app/pages/planstart.h"
#include "app/pages/plantext.h"
#include "widgets/input/tonelabel.h"
#include "widgets/shell/banner.h"
#include "widgets/shell/theme.h"

#include <QEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QTime>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ceteris::pages {

using widgets::Tone;

void PlanPage::setRecent(const QStringList& paths)
{
    m_start->setRecent(paths);
}

void PlanPage::setRunning(Run run)
{
    if (std::exchange(m_run, run) == run)
        return;
    if (run == Run::This)
        m_finishedFolder.clear();
    applyReadOnly();
    refreshBanner();
    refreshFooter();
}

void PlanPage::setChecking(bool checking)
{
    m_checking = checking;
    if (checking)
        m_checkedText = m_document->text();
    m_preflight->setChecking(checking);
    applyReadOnly();
    refreshFooter();
}

void PlanPage::setPreflight(const results::Preflight& preflight)
{
    m_checkedText = m_document->text();
    m_preflight->setRows(preflight);
    refreshFooter();
}

void PlanPage::setPreflightFailed(const QString& sentence)
{
    m_preflight->setFailed(sentence);
    refreshFooter();
}

void PlanPage::setTrialStates(const QHash<int, widgets::SlotState>& states)
{
    m_schedule->setStates(states);
}

void PlanPage::setFinished(const QString& folder)
{
    m_finishedFolder = folder;
    m_finishedAt = QTime::currentTime().toString(u"HH:mm"_s);
    refreshBanner();
}

bool PlanPage::canStart() const
{
    return startHindrance().isEmpty();
}

QString PlanPage::startHindrance() const
{
    if (m_document->isEmpty())
        return tr("There is no plan yet.");
    if (m_run != Run::None)
        return m_run == Run::This ? tr("This plan is running.") : tr("Another experiment is running.");
    if (m_checking)
        return tr("This machine is being checked.");
    const auto problems = static_cast<int>(m_document->reading().problems.size());
    if (problems > 0)
        return tr("Mend %n problem(s) first.", nullptr, problems);
    if (m_preflight->standsInTheWay())
        return tr("This machine is not fit for it; see the check.");
    return {};
}

void PlanPage::focusFirstProblem()
{
    if (m_views->currentWidget() == m_form && !m_form->focusFirstProblem())
        m_tabs->setCurrentIndex(1); // no field shows it, its line does
    if (m_views->currentWidget() == m_text)
        m_text->focusFirstProblem();
}

void PlanPage::refresh()
{
    m_states->setCurrentIndex(m_document->isEmpty() ? 0 : 1);
    if (m_document->text() != m_checkedText && !m_checking)
        m_preflight->forget(); // another plan: the answers were not about it
    m_form->refresh();
    m_text->refresh();
    m_paribus->refresh();
    m_schedule->refresh();
    refreshHeader();
    refreshFooter();
}

void PlanPage::refreshBanner()
{
    if (m_run == Run::This)
        m_banner->setMessage(Tone::Info, tr("This plan is running – duplicate it to edit"), { tr("Duplicate") });
    else if (!m_finishedFolder.isEmpty())
        m_banner->setMessage(
            Tone::Good, tr("Finished %1 – results are saved").arg(m_finishedAt), { tr("Show results") });
    else
        m_banner->clear();
}

void PlanPage::refreshHeader()
{
    const auto& reading = m_document->reading();
    const auto problems = static_cast<int>(reading.problems.size());
    const auto size = models::sizeOf(reading.plan);
    m_ready->setMessage(Tone::Good,
        reading.ok()
            ? tr("Ready: %1 × %2").arg(tr("%n arm(s)", nullptr, size.arms), tr("%n block(s)", nullptr, size.blocks))
            : QString());
    m_problems->setVisible(problems > 0);
    m_problems->setText(QString(widgets::glyph(Tone::Bad) + u' ' + tr("%n problem(s)", nullptr, problems)));
    auto colours = m_problems->palette();
    colours.setColor(QPalette::ButtonText, widgets::theme().tone(Tone::Bad));
    m_problems->setPalette(colours);
    m_undo->setEnabled(m_document->canUndo() && !isReadOnly());
    m_redo->setEnabled(m_document->canRedo() && !isReadOnly());
}

void PlanPage::refreshFooter()
{
    const auto hindrance = startHindrance();
    m_save->setEnabled(!m_document->isEmpty() && (m_document->isModified() || m_document->path().isEmpty()));
    m_check->setEnabled(!m_document->isEmpty() && m_document->reading().ok() && m_run == Run::None && !m_checking);
    m_startButton->setEnabled(hindrance.isEmpty());
    m_hindrance->setText(hindrance);
    emit startAllowedChanged();
}

// Below the width for three panes the checks come as a drawer in place of the list of sections.
void PlanPage::refreshDrawer()
{
    constexpr int widthForAll = 1032; // of a window of 1200 with its rail
    const auto roomy = width() >= widthForAll;
    m_drawer->setVisible(!roomy);
    m_checks->setVisible(roomy || m_drawer->isChecked());
    m_form->setListShown(roomy || !m_drawer->isChecked());
}

void PlanPage::applyReadOnly()
{
    const auto readOnly = isReadOnly();
    m_form->setReadOnly(readOnly);
    m_text->setReadOnly(readOnly);
    m_paribus->setReadOnly(readOnly);
    refreshHeader();
}

void PlanPage::retranslate()
{
    m_tabs->setTabText(0, tr("Form"));
    m_tabs->setTabText(1, tr("Text"));
    m_undo->setText(tr("Undo"));
    m_redo->setText(tr("Redo"));
    m_drawer->setText(tr("Checks"));
    m_problems->setToolTip(tr("Go to the first problem"));
    m_save->setText(tr("&Save"));
    m_check->setText(tr("&Check this machine"));
    m_startButton->setText(tr("S&tart"));
    refreshBanner();
    refreshHeader();
    refreshFooter();
}

void PlanPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        refreshHeader();
    QWidget::changeEvent(event);
}

void PlanPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    refreshDrawer();
}

} // namespace ceteris::pages
