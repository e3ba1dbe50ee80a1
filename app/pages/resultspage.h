// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ceteris::models {
class HistoryModel;
}

namespace ceteris::pages {

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

signals:
    void compareRequested(const QStringList& folders);
    void replayRequested(const QString& folder);
    void resumeRequested(const QString& folder);
    void exportRequested(const QString& folder, const QString& format); // csv, locust, hgrm, jtl, html
    void planRequested(); // "Go to Plan"
    void shownChanged(const QString& folder);
};

} // namespace ceteris::pages
