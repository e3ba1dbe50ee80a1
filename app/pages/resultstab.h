// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/experiment.h"

#include <QWidget>

class QTableView;

namespace ceteris::models {
class TableModel;
}

namespace ceteris::pages {

// A tab of Results: it shows one experiment, and works only when it is looked at.
class ResultsTab : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    void setExperiment(models::ExperimentPtr experiment); // null: nothing chosen

protected:
    virtual void refresh() = 0; // there is an experiment, and the tab is in view
    virtual void retranslate() { }

    const models::Experiment& experiment() const { return *m_experiment; }
    models::ExperimentPtr shared() const { return m_experiment; }

    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refreshIfSeen();

    models::ExperimentPtr m_experiment;
    bool m_isStale = false;
};

// A table that sorts by raw values, colours by mood and copies its selection (Ctrl+C) separated by tabs.
QTableView* newTable(models::TableModel* model, const QString& objectName, QWidget* parent);

} // namespace ceteris::pages
