// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/timechart.h"

namespace ceteris::models {
class LiveModel;
}

namespace ceteris::pages {

enum class DemoView { Latency, Throughput, Memory };

// One figure of all arms over the measure window: of the trial that runs, and of the others' newest at this level.
class DemoChart : public widgets::TimeChart
{
    Q_OBJECT

public:
    explicit DemoChart(QWidget* parent = nullptr);

    void setView(DemoView view);
    DemoView view() const { return m_view; }
    void setFrom(const models::LiveModel& model);

private:
    DemoView m_view = DemoView::Latency;
};

} // namespace ceteris::pages
