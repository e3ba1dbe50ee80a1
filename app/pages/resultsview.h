// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/experiment.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;
class QToolButton;

namespace ceteris::models {
class HistoryModel;
}

namespace ceteris::pages {

class ResultsTab;

// One experiment in full: its name and state, what can be done with it, and its tabs.
class ResultsView : public QWidget
{
    Q_OBJECT

public:
    explicit ResultsView(models::HistoryModel* history, QWidget* parent = nullptr);

    void setExperiment(models::ExperimentPtr experiment);

signals:
    void compareRequested(const QString& folder);
    void replayRequested(const QString& folder);
    void resumeRequested(const QString& folder);
    void deleteRequested(const QString& folder);
    void exportRequested(const QString& folder, const QString& format);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* setupHeader();
    void setupTabs();
    void showTabs(); // those that there is something for
    void setupExport();
    void setupAnnotations();
    void retranslate();
    void showHeader();
    void showAnnotations();
    void keepAnnotations();
    QString folder() const;

    models::HistoryModel* m_history;
    models::ExperimentPtr m_experiment;
    QLabel *m_name, *m_state, *m_question, *m_problem;
    QPushButton *m_compare, *m_replay, *m_resume, *m_delete;
    QToolButton *m_export, *m_star;
    QList<QAction*> m_formats;
    QLineEdit *m_tags, *m_note;
    QTabWidget* m_tabs;
    QList<ResultsTab*> m_pages;
    ResultsTab *m_summary, *m_imported; // the first tab is one of them
    ResultsTab *m_trials, *m_checks; // of experiments alone
};

} // namespace ceteris::pages
