// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/comparechoice.h"
#include "app/models/latest.h"

#include <QStringList>
#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;
class QTabWidget;

namespace ceteris::models {
class HistoryModel;
}
namespace ceteris::widgets {
class Banner;
class EmptyState;
}

namespace ceteris::pages {

class CompareEffects;
class CompareShapes;
class CompareWatermark;

// Compare: two to four arms or experiments beside each other on identical axes, and whether that is fair.
class ComparePage : public QWidget
{
    Q_OBJECT

public:
    explicit ComparePage(models::HistoryModel* history, QWidget* parent = nullptr);

    void setFolders(const QStringList& folders); // the first is the baseline
    QStringList folders() const;
    Result<void> exportTo(const QString& path) const; // what is compared, as CSV

signals:
    void exported(const QString& path);
    void exportFailed(const QString& why);
    void resultsRequested(); // "Choose two runs"
    void loaded(); // the sides are on the screen, or why they are not

protected:
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* setupBar();
    QWidget* setupBody();
    void retranslate();
    void load();
    void showSides();
    void showSideBoxes();
    void showBanner(const models::Fairness& fairness);
    void showEmpty();
    void swap();
    void addSecond();
    void askWhereToExport();

    models::HistoryModel* m_history;
    QStringList m_folders;
    QList<models::ExperimentPtr> m_experiments;
    QList<models::Side> m_sides;
    QString m_error;
    models::Latest m_reading;

    QStackedWidget* m_stack;
    widgets::EmptyState* m_empty;
    QPushButton *m_choose, *m_latest, *m_swap, *m_second, *m_export;
    widgets::Banner* m_banner;
    QHBoxLayout* m_boxes;
    QList<QComboBox*> m_arms; // by side
    QTabWidget* m_charts;
    CompareEffects* m_effects;
    CompareShapes* m_shapes;
    CompareWatermark* m_watermark;
    models::TableModel m_metricRows, m_differenceRows;
    QTableView *m_metrics, *m_differences;
    QLabel *m_metricTitle, *m_differenceTitle, *m_why;
};

} // namespace ceteris::pages
