// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/tablemodel.h"
#include "app/models/trialvalues.h"
#include "app/pages/resultstab.h"

#include <QSet>

class QComboBox;
class QPushButton;
class QTableView;

namespace ceteris::widgets {
class DotPlot;
class DriftPlot;
class ScheduleStrip;
class ToneLabel;
}

namespace ceteris::pages {

// Every trial: in its order, as a dot beside those of the other arm, and as a row with what became of it.
class ResultsTrials : public ResultsTab
{
    Q_OBJECT

public:
    explicit ResultsTrials(QWidget* parent = nullptr);

signals:
    void trialActivated(int trial); // to be seen over time

protected:
    void refresh() override;
    void retranslate() override;

private:
    void setupLayout();
    void showMeasures();
    void showPlots();
    QString driftText(const models::Measure& measure) const;
    void showSchedule();
    void showTable();
    void tick(int trial, bool on); // in or out of the pictures; no figure changes
    void showOmitted();
    void chooseRow(int trial);

    widgets::ScheduleStrip* m_schedule;
    QComboBox* m_measure;
    widgets::DotPlot* m_dots;
    widgets::DriftPlot* m_drift;
    models::TableModel m_trials;
    QTableView* m_table;
    std::vector<models::Measure> m_measures;
    widgets::ToneLabel* m_note;
    QPushButton* m_all;
    QSet<int> m_omitted; // trials without a tick
    QString m_omittedIn; // this folder
};

} // namespace ceteris::pages
