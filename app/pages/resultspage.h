// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/experiment.h"
#include "app/models/latest.h"

#include <QTimer>
#include <QWidget>

class QPushButton;
class QSplitter;
class QStackedWidget;

namespace ceteris::models {
class HistoryModel;
}
namespace ceteris::widgets {
class Banner;
class EmptyState;
}

namespace ceteris::pages {

class ResultsHistory;
class ResultsView;

// Results: the experiments there are, and one of them in full.
class ResultsPage : public QWidget
{
    Q_OBJECT

public:
    explicit ResultsPage(models::HistoryModel* history, QWidget* parent = nullptr);

    void showFolder(const QString& folder); // chooses it; one outside the history's root too
    QString shown() const; // empty: none
    void setRunning(const QString& folder); // preliminary: numbers without a verdict; empty: none
    void focusFilter();
    void setImporting(const QString& file, int percent); // is being read; empty: nothing is

signals:
    void compareRequested(const QStringList& folders);
    void replayRequested(const QString& folder);
    void resumeRequested(const QString& folder);
    void exportRequested(const QString& folder, const QString& format); // csv, locust, hgrm, jtl, html
    void planRequested(); // "Go to Plan"
    void importRequested();
    void importCancelled();
    void shownChanged(const QString& folder);
    void loaded(); // what was chosen is on the screen, or why it is not

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupParts();
    void setupSignals();
    void retranslate();
    void load();
    void take(const Result<models::ExperimentPtr>& read);
    void showProblem();
    void showImporting();
    void chooseFirst();
    void openFolder() const;

    models::HistoryModel* m_history;
    ResultsHistory* m_list;
    QStackedWidget* m_right;
    ResultsView* m_view;
    widgets::EmptyState *m_empty, *m_problem;
    QPushButton *m_plan, *m_import, *m_open;
    widgets::Banner* m_importing;
    QSplitter* m_split;
    models::Latest m_reading;
    QTimer m_again; // a running experiment grows
    QString m_shown;
    QString m_running;
    QString m_importedFile; // that is being read
    int m_importedPercent = 0;
    QString m_error; // why m_shown cannot be read
};

} // namespace ceteris::pages
