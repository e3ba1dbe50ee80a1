// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/livelogmodel.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QLineEdit;
class QTableView;

namespace ceteris::pages {

// The event log with a filter; it stays at the newest row unless somebody scrolled back.
class LiveLogView : public QWidget
{
    Q_OBJECT

public:
    explicit LiveLogView(QWidget* parent = nullptr);

    void setRows(const std::deque<models::LogRow>& rows);
    void focusFilter();

signals:
    void momentChosen(int trial, double trialS);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setupTable();
    void retranslate();
    void choose(const QModelIndex& index);

    models::LiveLogModel m_model;
    QSortFilterProxyModel m_filtered;
    QLineEdit* m_filter = nullptr;
    QTableView* m_table = nullptr;
    bool m_follows = true; // the newest row is in view
};

} // namespace ceteris::pages
