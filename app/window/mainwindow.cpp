// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/mainwindow.h"

#include "app/pages/comparepage.h"
#include "app/pages/demopage.h"
#include "app/pages/livepage.h"
#include "app/pages/planpage.h"
#include "app/pages/resultspage.h"
#include "app/window/actions.h"
#include "app/window/header.h"
#include "app/window/planfiles.h"
#include "widgets/shell/banner.h"
#include "widgets/shell/headerbar.h"
#include "widgets/shell/icons.h"
#include "widgets/shell/navrail.h"
#include "widgets/shell/statusstrip.h"
#include "widgets/shell/theme.h"
#include "widgets/shell/undobar.h"

#include <QAction>
#include <QActionGroup>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace ceteris::window {
namespace {

constexpr int railNeeds = 1100; // narrower windows show icons alone

void check(QActionGroup* group, const QString& data)
{
    for (auto* action : group->actions())
        if (action->data().toString() == data)
            action->setChecked(true);
}

} // namespace

MainWindow::MainWindow(const StartOptions& options, QWidget* parent)
    : QMainWindow(parent)
    , m_feed(&m_live)
    , m_actions(new Actions(this))
    , m_files(new PlanFiles(&m_document, &m_settings, this))
{
    setWindowIcon(widgets::appIcon());
    setMinimumSize(1024, 700);
    setAcceptDrops(true);
    setAnimated(false); // or every new layout moves the page for 200 ms and paints all of it again
    setupPages();
    setupShell();
    m_actions->fill(menuBar());
    wireFiles();
    wireRun();
    wireView();
    wirePlanPage();
    wireLivePage();
    wireResultsPages();
    m_history.setRoot(m_settings.resultsRoot());
    retranslate();
    restore(options);
}

MainWindow::~MainWindow()
{
    m_feed.disconnect(this);
    m_preflight.disconnect(this);
}

void MainWindow::setupPages()
{
    m_planPage = new pages::PlanPage(&m_document);
    m_livePage = new pages::LivePage(&m_live);
    m_resultsPage = new pages::ResultsPage(&m_history);
    m_comparePage = new pages::ComparePage(&m_history);
    m_stack = new QStackedWidget;
    for (QWidget* page : std::initializer_list<QWidget*> { m_planPage, m_livePage, m_resultsPage, m_comparePage })
        m_stack->addWidget(page);
}

void MainWindow::setupShell()
{
    m_rail = new widgets::NavRail;
    m_rail->setPages(m_actions->pages);
    m_header = new widgets::HeaderBar;
    m_banner = new widgets::Banner;
    m_banner->setObjectName(u"windowBanner"_s);
    m_passing = new widgets::UndoBar;
    m_passing->setObjectName(u"passingBar"_s);
    m_status = new widgets::StatusStrip;
    setStatusBar(m_status);

    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_header);
    right->addWidget(m_banner);
    right->addWidget(m_stack, 1);
    right->addWidget(m_passing);
    auto* shell = new QWidget;
    auto* row = new QHBoxLayout(shell);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(right, 1);
    m_whole = new QStackedWidget;
    m_whole->addWidget(shell);
    setCentralWidget(m_whole);
}

void MainWindow::restore(const StartOptions& options)
{
    setLanguage(options.language.isEmpty() ? m_settings.get(key::language) : options.language);
    setTheme(options.theme.isEmpty() ? m_settings.get(key::theme) : options.theme);
    if (!restoreGeometry(m_settings.get(key::geometry)))
        resize(1280, 800);
    const QStringList names { u"plan"_s, u"live"_s, u"results"_s, u"compare"_s };
    const auto asked = names.indexOf(options.page);
    showPage(static_cast<Page>(asked >= 0 ? asked : qBound(0, m_settings.get(key::page), 3)));
    updateRecent();
    updateRecordings();
    updateHeader();
    attach();
    open(options.files);
    if (!options.replay.isEmpty())
        replay(options.replay);
    if (options.demo)
        setDemo(true);
}

void MainWindow::showPage(Page page)
{
    const auto index = static_cast<int>(page);
    m_stack->setCurrentIndex(index);
    m_actions->pages[index]->setChecked(true);
    m_stack->currentWidget()->setFocus(); // or its keys would go to the rail
    updateActions();
}

MainWindow::Page MainWindow::page() const
{
    return static_cast<Page>(m_stack->currentIndex());
}

bool MainWindow::isDemo() const
{
    return m_demoPage && m_whole->currentWidget() == m_demoPage;
}

void MainWindow::setDemo(bool on)
{
    if (on == isDemo())
        return;
    if (!m_demoPage)
        setupDemoPage();
    if (on)
        m_wasMaximized = isMaximized();
    m_whole->setCurrentWidget(on ? m_demoPage : m_whole->widget(0));
    menuBar()->setVisible(!on);
    m_status->setVisible(!on);
    m_screenLock.setInhibited(on);
    if (on) {
        showFullScreen();
        m_demoPage->setFocus();
    } else if (m_wasMaximized) {
        showMaximized();
    } else {
        showNormal();
    }
}

void MainWindow::setTheme(const QString& choice)
{
    using widgets::ThemeChoice;
    widgets::applyTheme(choice == "dark"_L1 ? ThemeChoice::Dark
            : choice == "light"_L1          ? ThemeChoice::Light
                                            : ThemeChoice::System);
    check(m_actions->themes, choice);
}

void MainWindow::setLanguage(const QString& choice)
{
    m_language.apply(choice);
    check(m_actions->languages, choice);
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    updateRecordings();
    updateHeader();
    attach();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_rail->setCompact(width() < railNeeds);
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_feed.isOurs() || (m_document.isModified() && !m_settled)) {
        event->ignore();
        askToQuit();
        return;
    }
    m_settings.set(key::page, m_stack->currentIndex());
    if (!isDemo())
        m_settings.set(key::geometry, saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::updateHeader()
{
    const auto& state = m_live.state();
    // Of somebody else's run and of a recording the plan is not the one on the screen.
    const bool isWatched = m_feed.recording() || m_feed.source() == RunFeed::Source::Other;
    const auto title = m_document.isEmpty() ? QString() : m_document.title();
    const bool isNamed = isWatched && !state.experiment.name.isEmpty();
    m_header->setPlan(isNamed ? state.experiment.name : title, !isNamed && m_document.isModified());
    showState(m_header, state);
    if (m_feed.isStopping())
        m_header->setState(u"■"_s, tr("Stopping"), widgets::Tone::Neutral);
    m_header->setTimes(m_feed.recording() ? tr("Replay") : QString());
    setWindowTitle(title.isEmpty() ? u"Ceteris"_s : QString(title + u"[*] – Ceteris"_s));
    setWindowModified(m_document.isModified());
    updateActions();
    showStatus();
}

} // namespace ceteris::window
