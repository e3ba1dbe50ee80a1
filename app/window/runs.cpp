// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow: experiments, from the check of the machine to the end.
#include "app/models/enginetext.h"
#include "app/pages/demopage.h"
#include "app/pages/livepage.h"
#include "app/pages/planpage.h"
#include "app/pages/resultspage.h"
#include "app/results/readplan.h"
#include "app/window/actions.h"
#include "app/window/mainwindow.h"
#include "app/window/planfiles.h"
#include "app/window/questions.h"
#include "widgets/shell/banner.h"
#include "widgets/shell/headerbar.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QMenu>

#include <utility>

using namespace Qt::StringLiterals;

namespace ceteris::window {
namespace {

constexpr double askBeforeS = 60; // of data: less is stopped without a question

} // namespace

QString MainWindow::whyNoStart() const
{
    if (m_feed.isRunning())
        return tr("An experiment is running.");
    if (m_preflight.isRunning())
        return tr("This machine is being checked.");
    if (m_document.isEmpty())
        return tr("There is no plan yet.");
    return m_planPage->startHindrance();
}

void MainWindow::start()
{
    if (!whyNoStart().isEmpty())
        return;
    const auto plan = m_files->runnable();
    if (!plan) {
        report(this, describe(plan.error()));
        return;
    }
    QDir().mkpath(m_settings.resultsRoot());
    m_planPage->setFinished({});
    m_runningPlan = shownPlan();
    m_feed.run(*plan, m_settings.resultsRoot());
    if (!isDemo())
        showPage(Page::Live);
}

void MainWindow::resume(const QString& folder)
{
    if (folder.isEmpty() || m_feed.isRunning())
        return;
    m_feed.resume(folder);
    if (!isDemo())
        showPage(Page::Live);
}

void MainWindow::stop()
{
    if (m_preflight.isRunning()) {
        m_preflight.stop();
        return;
    }
    if (!m_feed.isRunning() || m_feed.isStopping())
        return;
    if (m_live.state().nowS < askBeforeS) {
        m_feed.stop();
        return;
    }
    ask(this, u"stopQuestion"_s, tr("Stop the experiment?"),
        tr("%n finished trial(s) are saved; the current one is discarded. It can be resumed later.", nullptr,
            finishedTrials()),
        { { tr("Stop"), QMessageBox::AcceptRole, [this] { m_feed.stop(); } },
            { tr("Keep running"), QMessageBox::RejectRole, {} } });
}

// A trial that was just begun is skipped without a question.
void MainWindow::skip()
{
    const auto& state = m_live.state();
    if (!m_feed.isOurs() || !state.canSkip())
        return;
    const auto trial = state.trial()->number;
    if (state.nowS - state.trial()->beganS < askBeforeS) {
        m_feed.skip(trial);
        return;
    }
    ask(this, u"skipQuestion"_s, tr("Skip trial %1?").arg(trial),
        tr("What it has measured is given up, and its block is run again at the end."),
        { { tr("Skip"), QMessageBox::AcceptRole, [this, trial] { m_feed.skip(trial); } },
            { tr("Keep running"), QMessageBox::RejectRole, {} } });
}

void MainWindow::attach()
{
    if (m_feed.isRunning())
        return;
    const auto running = runningFolders(m_settings.resultsRoot());
    if (running.empty()) {
        m_offered.clear();
        m_banner->clear();
        return;
    }
    m_offered = running.front().path;
    m_banner->setMessage(widgets::Tone::Info,
        tr("The experiment %1 is running, started elsewhere.").arg(QFileInfo(m_offered).fileName()),
        { tr("Watch it") });
}

bool MainWindow::watch(const QString& folder)
{
    const auto path = QDir(folder).absolutePath();
    const auto running = runningFolder(path);
    const bool watched = m_feed.isRunning() && QDir(m_feed.folder()).absolutePath() == path;
    if (!running || (m_feed.isRunning() && !watched))
        return false;
    if (!watched)
        m_feed.attach(*running);
    if (!isDemo())
        showPage(Page::Live);
    return true;
}

void MainWindow::onFeedChanged()
{
    const bool running = m_feed.isRunning();
    if (std::exchange(m_wasRunning, running) != running && running && !m_feed.folder().isEmpty())
        noteRunningPlan(m_feed.folder()); // resumed or attached to; start() knows its own
    m_resultsPage->setRunning(running ? m_feed.folder() : QString());
    m_livePage->setReplay(m_feed.recording());
    m_livePage->setMayOrder(m_feed.takesOrders());
    if (m_demoPage)
        m_demoPage->setReplay(m_feed.recording());
    if (running) {
        m_offered.clear();
        m_banner->clear();
    }
    tellOfVoids();
    showPlanState();
    updateHeader();
}

void MainWindow::onRunEnded()
{
    const auto folder = m_feed.folder();
    if (!folder.isEmpty()) {
        m_settings.set(key::lastRun, folder);
        m_settings.addRecent(folder);
        updateRecent();
        m_livePage->setLastRun(folder);
        if (shownPlan() == m_runningPlan)
            m_planPage->setFinished(folder);
    }
    m_history.refresh();
    tellOfEnd();
    updateHeader();
    if (m_quitWhenEnded)
        close();
}

void MainWindow::tellOfVoids()
{
    const int voids = m_live.state().countOf(models::TrialStatus::Void);
    if (voids > m_voids && m_feed.isRunning() && !isActiveWindow() && !isDemo())
        m_notifier.tell(tr("A trial is contaminated"), models::engineText(m_live.state().trials.back().reason));
    m_voids = voids;
}

void MainWindow::noteRunningPlan(const QString& folder)
{
    const auto plan = results::readPlan(folder);
    m_runningPlan = plan && *plan == m_document.reading().plan ? shownPlan() : ShownPlan {};
}

void MainWindow::showPlanState()
{
    using Run = pages::PlanPage::Run;
    using widgets::SlotState;
    const bool isThis = shownPlan() == m_runningPlan;
    const bool running = m_feed.isRunning();
    m_planPage->setRunning(!running ? Run::None : isThis ? Run::This : Run::Another);
    QHash<int, SlotState> states; // the numbers of another run would mean other trials
    if (running && isThis)
        for (const auto& trial : m_live.state().trials)
            states[trial.number] = trial.status == models::TrialStatus::Running ? SlotState::Running
                : trial.status == models::TrialStatus::Ok                       ? SlotState::Done
                : trial.status == models::TrialStatus::Failed                   ? SlotState::Failed
                                                                                : SlotState::Void;
    m_planPage->setTrialStates(states);
}

void MainWindow::tellOfEnd()
{
    const auto& state = m_live.state();
    if (isActiveWindow() || isDemo() || state.stage == models::Stage::Stopped)
        return;
    if (state.stage == models::Stage::Failed)
        m_notifier.tell(tr("The experiment failed"), models::engineText(state.failure));
    else
        m_notifier.tell(tr("The experiment is done"), state.experiment.name);
}

void MainWindow::preflight()
{
    if (m_preflight.isRunning() || m_feed.isRunning() || m_document.isEmpty() || !m_document.reading().ok())
        return;
    const auto plan = m_files->runnable();
    if (!plan) {
        report(this, describe(plan.error()));
        return;
    }
    showPage(Page::Plan);
    m_planPage->setChecking(true);
    m_preflight.preflight(*plan);
    updateHeader();
}

void MainWindow::onPreflightEntry(const results::Entry& entry)
{
    if (const auto* asked = std::get_if<results::Preflight>(&entry.event))
        m_planPage->setPreflight(*asked);
    else if (const auto* end = std::get_if<results::ExperimentFinished>(&entry.event);
             end && end->outcome == "failed"_L1)
        m_planPage->setPreflightFailed(end->text);
}

void MainWindow::onPreflightEnded(const Ending& ending)
{
    m_planPage->setChecking(false);
    if (!ending.started || ending.crashed)
        m_planPage->setPreflightFailed(
            ending.log.isEmpty() ? tr("The engine ended without a word.") : ending.log.last());
    updateHeader();
}

int MainWindow::finishedTrials() const
{
    return m_live.state().experiment.finishedBefore + m_live.state().countOf(models::TrialStatus::Ok);
}

void MainWindow::updateActions()
{
    const auto stage = m_live.state().stage;
    const bool running = m_feed.isRunning();
    const bool idle = !running && !m_preflight.isRunning();
    const bool hasPlan = !m_document.isEmpty();
    const bool cutOff = idle && !m_feed.recording() && !m_feed.folder().isEmpty()
        && (stage == models::Stage::Stopped || stage == models::Stage::Failed);
    const bool done = idle && !m_feed.recording() && stage == models::Stage::Finished;
    auto* it = m_actions;
    const auto why = whyNoStart();
    it->start->setEnabled(why.isEmpty());
    it->start->setToolTip(why.isEmpty() ? it->start->iconText() : why);
    it->check->setEnabled(why.isEmpty());
    it->stop->setEnabled((running && !m_feed.isStopping()) || m_preflight.isRunning());
    it->mark->setEnabled(m_feed.isOurs());
    it->skip->setEnabled(m_feed.isOurs() && !m_feed.isStopping() && m_live.state().canSkip());
    it->resume->setEnabled(cutOff);
    it->showResults->setEnabled(done || cutOff);
    it->replayLast->setEnabled(!running && QFileInfo::exists(m_settings.get(key::lastRun)));
    it->recordings->setEnabled(!running);
    it->endReplay->setEnabled(m_feed.recording());
    it->save->setEnabled(hasPlan && (m_document.isModified() || m_document.path().isEmpty()));
    it->saveAs->setEnabled(hasPlan);
    it->exports->setEnabled(!currentFolder().isEmpty() && !m_exporter.isBusy());
    it->freeze->setChecked(m_livePage->isFrozen());
    m_header->setPrimary(running || m_preflight.isRunning() ? it->stop
            : m_feed.recording()                            ? it->endReplay
            : done && page() == Page::Live                  ? it->showResults
            : cutOff && page() == Page::Live                ? it->resume
                                                            : it->start);
}

} // namespace ceteris::window
