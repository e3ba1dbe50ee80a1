// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace ceteris::models {
class HistoryFilter;
class HistoryModel;
}
namespace ceteris::widgets {
class UndoBar;
}

namespace ceteris::pages {

// The left of Results: all experiments, a filter, and what is done with several of them.
class ResultsHistory : public QWidget
{
    Q_OBJECT

public:
    explicit ResultsHistory(models::HistoryModel* history, QWidget* parent = nullptr);

    void choose(const QString& folder); // without shownChanged when it is chosen already
    QString current() const;
    void focusFilter();
    void discard(const QString& folder); // with ten seconds to take it back

signals:
    void currentChanged(const QString& folder);
    void compareRequested(const QStringList& folders);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupTable();
    void setupLayout();
    void setupKeys();
    void retranslate();
    void readChoice();
    void toggleStar(const QString& folder);
    void takeBack();
    void showMenu(const QPoint& position);

    models::HistoryModel* m_history;
    models::HistoryFilter* m_filter;
    QLineEdit* m_query;
    QCheckBox* m_grouped;
    QTableView* m_table;
    QLabel* m_count;
    QPushButton* m_compare;
    widgets::UndoBar* m_undo;
    QString m_discarded; // where it lies
};

} // namespace ceteris::pages
