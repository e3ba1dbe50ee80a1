// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/historymodel.h"
#include "app/models/livemodel.h"
#include "app/models/plandocument.h"
#include "app/window/engineprocess.h"
#include "app/window/exporter.h"
#include "app/window/importer.h"
#include "app/window/language.h"
#include "app/window/notifier.h"
#include "app/window/owncpu.h"
#include "app/window/runfeed.h"
#include "app/window/screenlock.h"
#include "app/window/settings.h"
#include "app/window/startoptions.h"

#include <QMainWindow>

class QStackedWidget;

namespace ceteris::widgets {
class Banner;
class HeaderBar;
class NavRail;
class StatusStrip;
class UndoBar;
}

namespace ceteris::pages {
class ComparePage;
class DemoPage;
class LivePage;
class PlanPage;
class ResultsPage;
}

namespace ceteris::window {

class Actions;
class PlanFiles;

// The window: it owns models and pages, and joins what a page asks for to what does it.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    enum class Page { Plan, Live, Results, Compare };

    explicit MainWindow(const StartOptions& options = {}, QWidget* parent = nullptr);
    ~MainWindow() override;

    void open(const QStringList& files); // plans, presets, results folders; what other tools wrote is imported
    void receive(const QStringList& files); // of a second start of the program
    void showPage(Page page);
    Page page() const;
    void setDemo(bool on);
    bool isDemo() const;
    void setTheme(const QString& choice);
    void setLanguage(const QString& choice);
    void replay(const QString& path);

    Actions* actions() const { return m_actions; }
    models::PlanDocument* document() { return &m_document; }
    models::LiveModel* liveModel() { return &m_live; }
    RunFeed* feed() { return &m_feed; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void setupShell();
    void setupPages();
    void wireFiles();
    void wireRun();
    void wireView();
    void wirePlanPage();
    void wireLivePage();
    void wireResultsPages();
    void setupDemoPage();
    void restore(const StartOptions& options);

    void retranslate();
    void updateHeader();
    void updateActions();
    void updateRecent();
    void updateRecordings();
    void showStatus();

    void start();
    void preflight();
    void stop();
    void skip();
    void resume(const QString& folder);
    void attach();
    bool watch(const QString& folder); // true: an experiment runs there, and is on Live
    void onFeedChanged();
    void onRunEnded();
    void tellOfVoids();
    void showPlanState(); // on Plan: whether it runs, and its trials
    void tellOfEnd();
    void onPreflightEntry(const results::Entry& entry);
    void onPreflightEnded(const Ending& ending);
    void exportResults(const QString& folder, const QString& format);
    void onExported(const QString& target, const Result<QStringList>& files);
    void importResults(const QStringList& files); // none: ask
    void onImported(const QString& file, const Result<QString>& folder);
    void saveDiagnostics();
    void openResults(const QString& folder); // empty: ask
    void openRecent(const QString& path);
    void chooseFolder();
    void askToQuit();
    void showShortcuts();
    void showHelp();
    void showAbout();
    int finishedTrials() const;
    QString whyNoStart() const; // empty: it can be started
    QString currentFolder() const; // that an export or a replay is about

    Settings m_settings;
    Language m_language;
    models::PlanDocument m_document;
    models::LiveModel m_live;
    models::HistoryModel m_history;
    RunFeed m_feed;
    EngineProcess m_preflight;
    Exporter m_exporter;
    Importer m_importer;
    Notifier m_notifier;
    ScreenLock m_screenLock;
    OwnCpu m_ownCpu;
    Actions* m_actions;
    PlanFiles* m_files;

    QStackedWidget* m_whole = nullptr; // the shell, or Demo
    QStackedWidget* m_stack = nullptr;
    widgets::NavRail* m_rail = nullptr;
    widgets::HeaderBar* m_header = nullptr;
    widgets::Banner* m_banner = nullptr;
    widgets::UndoBar* m_passing = nullptr;
    widgets::StatusStrip* m_status = nullptr;
    pages::PlanPage* m_planPage = nullptr;
    pages::LivePage* m_livePage = nullptr;
    pages::ResultsPage* m_resultsPage = nullptr;
    pages::ComparePage* m_comparePage = nullptr;
    pages::DemoPage* m_demoPage = nullptr;

    struct ShownPlan
    {
        QString title; // a copy has another
        QByteArray text;

        bool operator==(const ShownPlan&) const = default;
    };
    ShownPlan shownPlan() const { return { m_document.title(), m_document.text() }; }
    void noteRunningPlan(const QString& folder); // of an experiment that this window did not start from the document

    ShownPlan m_runningPlan; // the document when its plan began to run; empty: another plan runs
    QString m_offered; // the running experiment that the banner offers to watch
    int m_markers = 0;
    int m_voids = 0; // trials of this run that somebody was told of
    bool m_wasRunning = false;
    bool m_quitWhenEnded = false;
    bool m_settled = false; // what was not saved has been given up
    bool m_wasMaximized = false;
};

} // namespace ceteris::window
