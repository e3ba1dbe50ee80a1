// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/stream.h"
#include "widgets/chart/chartdata.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QTabBar;
class QToolButton;
class QVBoxLayout;

namespace ceteris::models {
class PlanDocument;
}

namespace ceteris::widgets {
class Banner;
class ToneLabel;
}

namespace ceteris::pages {

class PlanForm;
class PlanParibus;
class PlanPreflight;
class PlanSchedule;
class PlanStart;
class PlanText;

// Plan: what changes, what stays the same, how often; problems while typing; whether this machine is fit for it.
class PlanPage : public QWidget
{
    Q_OBJECT

public:
    explicit PlanPage(models::PlanDocument* document, QWidget* parent = nullptr);

    enum class Run { None, This, Another }; // is this plan's, or that of another one

    void setRecent(const QStringList& paths);
    void setRunning(Run run); // this plan is read-only meanwhile, with a banner that says so
    void setChecking(bool checking); // the engine is asking the machine
    void setPreflight(const results::Preflight& preflight);
    void setPreflightFailed(const QString& sentence); // the engine could not ask
    void setTrialStates(const QHash<int, widgets::SlotState>& states); // in the schedule, by number; empty: no run
    void setFinished(const QString& folder); // of the run that this plan just had; empty: none

    bool canStart() const;
    QString startHindrance() const; // why it cannot be started; empty: it can
    void focusFirstProblem(); // in the view that is open

signals:
    void newRequested();
    void openRequested(const QString& path); // empty: ask
    void presetRequested(const QString& name);
    void saveRequested();
    void preflightRequested();
    void startRequested();
    void duplicateRequested();
    void resultsRequested(const QString& folder);
    void startAllowedChanged(); // canStart, startHindrance

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setupStart();
    QWidget* setupEditor();
    QWidget* setupHeader();
    QWidget* setupViews();
    QWidget* setupChecks();
    QWidget* setupFooter();
    void setupShortcuts();
    void connectDocument();

    void refresh();
    void refreshBanner();
    void refreshHeader();
    void refreshFooter();
    void refreshDrawer();
    bool isReadOnly() const { return m_run == Run::This || m_checking; }
    void applyReadOnly();
    void retranslate();

    models::PlanDocument* m_document;
    widgets::Banner* m_banner = nullptr;
    QStackedWidget* m_states = nullptr; // no plan, a plan
    PlanStart* m_start = nullptr;
    QTabBar* m_tabs = nullptr; // form, text
    QStackedWidget* m_views = nullptr;
    PlanForm* m_form = nullptr;
    PlanText* m_text = nullptr;
    QToolButton* m_undo = nullptr;
    QToolButton* m_redo = nullptr;
    widgets::ToneLabel* m_ready = nullptr;
    QToolButton* m_problems = nullptr;
    QToolButton* m_drawer = nullptr;
    QScrollArea* m_checks = nullptr;
    PlanParibus* m_paribus = nullptr;
    PlanPreflight* m_preflight = nullptr;
    PlanSchedule* m_schedule = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_check = nullptr;
    QPushButton* m_startButton = nullptr;
    widgets::ToneLabel* m_hindrance = nullptr;
    QByteArray m_checkedText; // what the last pre-flight was about
    QString m_finishedFolder;
    QString m_finishedAt;
    Run m_run = Run::None;
    bool m_checking = false;
};

} // namespace ceteris::pages
