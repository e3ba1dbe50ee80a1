// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace ceteris::models {
class HistoryModel;
}

namespace ceteris::pages {

// Compare: two to four arms or experiments beside each other on identical axes, and whether that is fair.
class ComparePage : public QWidget
{
    Q_OBJECT

public:
    explicit ComparePage(models::HistoryModel* history, QWidget* parent = nullptr);

    void setFolders(const QStringList& folders); // the first is the baseline
    QStringList folders() const;

signals:
    void resultsRequested(); // "Choose two runs"
};

} // namespace ceteris::pages
