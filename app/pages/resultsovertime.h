// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/latest.h"
#include "app/models/trialdata.h"
#include "app/pages/resultstab.h"

class QComboBox;
class QLabel;
class QToolButton;

namespace ceteris::widgets {
class CursorLink;
class HeatMap;
class TimeChart;
}

namespace ceteris::pages {

// One trial as it went: latency, throughput, CPU, memory and the heat map under one cursor.
class ResultsOverTime : public ResultsTab
{
    Q_OBJECT

public:
    explicit ResultsOverTime(QWidget* parent = nullptr);

    void showTrial(int trial);

signals:
    void loaded(); // what was asked for is drawn

protected:
    void refresh() override;
    void retranslate() override;

private:
    struct Trial // what is read in the background
    {
        models::TrialTimeline timeline;
        std::vector<models::SecondOfLatency> seconds;
    };

    void setupLayout();
    void setupCharts();
    void step(int by);
    void load();
    void draw(const Trial& trial);
    void drawLatency(const Trial& trial, int arm);
    QString operation() const;
    const models::TrialKey* chosen() const;

    QComboBox* m_trial;
    QComboBox* m_operation;
    QToolButton *m_before, *m_after;
    QLabel* m_note;
    widgets::TimeChart *m_latency, *m_throughput, *m_cpu, *m_memory;
    widgets::HeatMap* m_heat;
    widgets::CursorLink* m_link;
    models::Latest m_reading;
    int m_wanted = 0; // trial to be shown with the next experiment
};

} // namespace ceteris::pages
