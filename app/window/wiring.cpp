// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow: which wish of a page or a person goes where.
#include "app/models/recordings.h"
#include "app/pages/comparepage.h"
#include "app/pages/demopage.h"
#include "app/pages/livepage.h"
#include "app/pages/planpage.h"
#include "app/pages/resultspage.h"
#include "app/window/actions.h"
#include "app/window/mainwindow.h"
#include "app/window/planfiles.h"
#include "app/window/questions.h"
#include "widgets/shell/banner.h"
#include "widgets/shell/navrail.h"
#include "widgets/shell/statusstrip.h"
#include "widgets/shell/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QFileInfo>
#include <QMenu>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace ceteris::window {

void MainWindow::wireFiles()
{
    const auto* it = m_actions;
    connect(it->newPlan, &QAction::triggered, this, [this] {
        showPage(Page::Plan);
        m_files->startNew();
    });
    connect(it->openPlan, &QAction::triggered, this, [this] {
        showPage(Page::Plan);
        m_files->open({});
    });
    connect(it->openResults, &QAction::triggered, this, [this] { openResults({}); });
    connect(it->importResults, &QAction::triggered, this, [this] { importResults({}); });
    connect(it->save, &QAction::triggered, m_files, &PlanFiles::save);
    connect(it->saveAs, &QAction::triggered, m_files, &PlanFiles::saveAs);
    connect(it->chooseFolder, &QAction::triggered, this, &MainWindow::chooseFolder);
    connect(it->closeWindow, &QAction::triggered, this, &QWidget::close);
    connect(it->exports, &QMenu::triggered, this,
        [this](QAction* action) { exportResults(currentFolder(), action->data().toString()); });
    connect(it->recent, &QMenu::triggered, this, [this](QAction* action) { openRecent(action->data().toString()); });
    connect(m_files, &PlanFiles::recentChanged, this, &MainWindow::updateRecent);
    connect(&m_document, &models::PlanDocument::changed, this, &MainWindow::updateHeader);
}

void MainWindow::wireRun()
{
    const auto* it = m_actions;
    connect(it->check, &QAction::triggered, this, &MainWindow::preflight);
    connect(it->start, &QAction::triggered, this, &MainWindow::start);
    connect(it->stop, &QAction::triggered, this, &MainWindow::stop);
    connect(it->resume, &QAction::triggered, this, [this] { resume(m_feed.folder()); });
    connect(it->mark, &QAction::triggered, this, [this] { m_feed.mark(tr("Marker %1").arg(++m_markers)); });
    connect(it->skip, &QAction::triggered, this, &MainWindow::skip);
    connect(it->showResults, &QAction::triggered, this, [this] { openResults(m_feed.folder()); });
    connect(it->replayLast, &QAction::triggered, this, [this] { replay(m_settings.get(key::lastRun)); });
    connect(it->endReplay, &QAction::triggered, &m_feed, &RunFeed::endReplay);
    connect(it->recordings, &QMenu::triggered, this, [this](QAction* action) { replay(action->data().toString()); });
    connect(&m_live, &models::LiveModel::changed, this, &MainWindow::updateHeader);
    connect(&m_live, &models::LiveModel::changed, this, &MainWindow::showPlanState);
    connect(&m_document, &models::PlanDocument::changed, this, &MainWindow::showPlanState);
    connect(&m_feed, &RunFeed::changed, this, &MainWindow::onFeedChanged);
    connect(&m_feed, &RunFeed::ended, this, &MainWindow::onRunEnded);
    connect(&m_preflight, &EngineProcess::entry, this, &MainWindow::onPreflightEntry);
    connect(&m_preflight, &EngineProcess::ended, this, &MainWindow::onPreflightEnded);
    connect(&m_notifier, &Notifier::clicked, this, [this] {
        raise();
        activateWindow();
    });
    connect(&m_exporter, &Exporter::done, this, &MainWindow::onExported);
    connect(m_banner, &widgets::Banner::chosen, this, [this] {
        watch(m_offered);
        m_offered.clear();
        m_banner->clear();
        showPage(Page::Live); // also when it has ended meanwhile
    });
}

void MainWindow::wireView()
{
    for (qsizetype i = 0; i < m_actions->pages.size(); ++i)
        connect(m_actions->pages[i], &QAction::triggered, this, [this, i] { showPage(static_cast<Page>(i)); });
    const auto* it = m_actions;
    connect(it->freeze, &QAction::triggered, this, [this](bool frozen) { m_livePage->setFrozen(frozen); });
    connect(it->filter, &QAction::triggered, this, [this] {
        showPage(Page::Results);
        m_resultsPage->focusFilter();
    });
    connect(it->demo, &QAction::triggered, this, [this] { setDemo(!isDemo()); });
    connect(it->themes, &QActionGroup::triggered, this, [this](const QAction* action) {
        m_settings.set(key::theme, action->data().toString());
        setTheme(action->data().toString());
    });
    connect(it->languages, &QActionGroup::triggered, this, [this](const QAction* action) {
        m_settings.set(key::language, action->data().toString());
        setLanguage(action->data().toString());
    });
    connect(it->help, &QAction::triggered, this, &MainWindow::showHelp);
    connect(it->shortcuts, &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(it->about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(&m_ownCpu, &OwnCpu::measured, m_status, &widgets::StatusStrip::setOwnCpu);
}

void MainWindow::wirePlanPage()
{
    using pages::PlanPage;
    connect(m_planPage, &PlanPage::newRequested, m_files, &PlanFiles::startNew);
    connect(m_planPage, &PlanPage::openRequested, m_files, &PlanFiles::open);
    connect(m_planPage, &PlanPage::presetRequested, m_files, &PlanFiles::startPreset);
    connect(m_planPage, &PlanPage::saveRequested, m_files, &PlanFiles::save);
    connect(m_planPage, &PlanPage::duplicateRequested, m_files, &PlanFiles::duplicate);
    connect(m_planPage, &PlanPage::preflightRequested, this, &MainWindow::preflight);
    connect(m_planPage, &PlanPage::startRequested, this, &MainWindow::start);
    connect(m_planPage, &PlanPage::startAllowedChanged, this, &MainWindow::updateActions);
    connect(m_planPage, &PlanPage::resultsRequested, this, &MainWindow::openResults);
}

void MainWindow::wireLivePage()
{
    using pages::LivePage;
    connect(m_livePage, &LivePage::startRequested, this, &MainWindow::start);
    connect(m_livePage, &LivePage::stopRequested, this, &MainWindow::stop);
    connect(m_livePage, &LivePage::skipRequested, this, &MainWindow::skip);
    connect(m_livePage, &LivePage::againRequested, &m_feed, &RunFeed::runAgain);
    connect(m_livePage, &LivePage::resumeRequested, this, &MainWindow::resume);
    connect(m_livePage, &LivePage::replayRequested, this, &MainWindow::replay);
    connect(m_livePage, &LivePage::resultsRequested, this, &MainWindow::openResults);
    connect(m_livePage, &LivePage::diagnosticsRequested, this, &MainWindow::saveDiagnostics);
    m_livePage->setLastRun(m_settings.get(key::lastRun));
}

void MainWindow::wireResultsPages()
{
    using pages::ResultsPage;
    connect(m_resultsPage, &ResultsPage::compareRequested, this, [this](const QStringList& folders) {
        m_comparePage->setFolders(folders);
        showPage(Page::Compare);
    });
    connect(m_resultsPage, &ResultsPage::replayRequested, this, &MainWindow::replay);
    connect(m_resultsPage, &ResultsPage::resumeRequested, this, &MainWindow::resume);
    connect(m_resultsPage, &ResultsPage::exportRequested, this, &MainWindow::exportResults);
    connect(m_resultsPage, &ResultsPage::planRequested, this, [this] { showPage(Page::Plan); });
    connect(m_resultsPage, &ResultsPage::importRequested, this, [this] { importResults({}); });
    connect(m_resultsPage, &ResultsPage::importCancelled, &m_importer, &Importer::cancel);
    connect(&m_importer, &Importer::progressed, m_resultsPage, &ResultsPage::setImporting);
    connect(&m_importer, &Importer::done, this, &MainWindow::onImported);
    connect(m_resultsPage, &ResultsPage::shownChanged, this, &MainWindow::updateActions);
    connect(m_comparePage, &pages::ComparePage::exported, this,
        [this](const QString& path) { onExported(QFileInfo(path).path(), QStringList { path }); });
    connect(m_comparePage, &pages::ComparePage::exportFailed, this, [this](const QString& why) { report(this, why); });
    connect(m_comparePage, &pages::ComparePage::resultsRequested, this, [this] { showPage(Page::Results); });
}

// Made when it is first wanted: few starts of the window end on a projector.
void MainWindow::setupDemoPage()
{
    using pages::DemoPage;
    m_demoPage = new DemoPage(&m_live);
    m_whole->addWidget(m_demoPage);
    m_demoPage->setReplay(m_feed.recording());
    connect(m_demoPage, &DemoPage::leaveRequested, this, [this] { setDemo(false); });
    connect(m_demoPage, &DemoPage::themeToggled, this,
        [this] { setTheme(widgets::theme().dark ? u"light"_s : u"dark"_s); });
    connect(m_demoPage, &DemoPage::startRequested, this, [this] {
        if (const auto all = models::recordings(); !all.empty() && !m_feed.isRunning() && !m_feed.recording())
            replay(all.front().path);
        if (auto* recording = m_feed.recording())
            recording->play();
    });
}

} // namespace ceteris::window
