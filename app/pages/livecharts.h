// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/cursorlink.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QGridLayout;
class QTabBar;

namespace ceteris::models {
class LiveModel;
}
namespace ceteris::widgets {
class HeatMap;
class TimeChart;
}

namespace ceteris::pages {

class LiveInstances;

// The current trial over time: 2 x 2 charts and two more behind a tab, or all six where there is room. One range and
// one cursor for all.
class LiveCharts : public QWidget
{
    Q_OBJECT

public:
    explicit LiveCharts(QWidget* parent = nullptr);

    void setFrom(const models::LiveModel& model);
    void setCursor(std::optional<double> trialS);
    void moveCursor(double seconds);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setupCharts();
    void setupStages();
    void retranslate();
    void arrange();
    void setMessages(const models::LiveModel& model);
    void setTimes(const models::LiveModel& model);
    void setLatency(const models::LiveModel& model);
    void setThroughput(const models::LiveModel& model);
    void setCpu(const models::LiveModel& model);
    void setMemory(const models::LiveModel& model);
    void setStages(const models::LiveModel& model);
    void setHeat(const models::LiveModel& model);

    widgets::CursorLink m_link;
    widgets::TimeChart* m_latency = nullptr;
    widgets::TimeChart* m_throughput = nullptr;
    widgets::TimeChart* m_cpu = nullptr;
    widgets::TimeChart* m_memory = nullptr;
    widgets::TimeChart* m_stages = nullptr;
    widgets::HeatMap* m_heat = nullptr;
    QWidget* m_stagesBox = nullptr; // with the choice of the route
    LiveInstances* m_instances = nullptr;
    QComboBox* m_route = nullptr;
    QTabBar* m_tabs = nullptr;
    QWidget* m_plots = nullptr;
    QGridLayout* m_grid = nullptr;
    const models::LiveModel* m_model = nullptr; // the one that is shown
    double m_endS = 0;
    bool m_areInstances = false; // several, told apart
    bool m_isMemoryKnown = false;
    bool m_areStagesKnown = false;
};

} // namespace ceteris::pages
