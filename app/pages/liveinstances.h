// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/tablemodel.h"

#include <QWidget>

class QTableView;

namespace ceteris::models {
class LiveModel;
}

namespace ceteris::widgets {
class TimeChart;
}

namespace ceteris::pages {

// How the load spreads over the instances of the app: over time, and right now.
class LiveInstances : public QWidget
{
    Q_OBJECT

public:
    explicit LiveInstances(QWidget* parent = nullptr);

    widgets::TimeChart* chart() const { return m_chart; }
    void setFrom(const models::LiveModel& model);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    widgets::TimeChart* m_chart;
    models::TableModel m_rows;
    QTableView* m_table;
};

} // namespace ceteris::pages
