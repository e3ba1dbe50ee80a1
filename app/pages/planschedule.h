// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartdata.h"

#include <QHash>
#include <QWidget>

class QLabel;

namespace ceteris::models {
class PlanDocument;
}

namespace ceteris::widgets {
class ScheduleStrip;
class ToneLabel;
}

namespace ceteris::pages {

using TrialStates = QHash<int, widgets::SlotState>; // by number; without one a trial is planned

// All trials in the order they run in, and what they take.
class PlanSchedule : public QWidget
{
    Q_OBJECT

public:
    explicit PlanSchedule(models::PlanDocument* document, QWidget* parent = nullptr);

    void setStates(const TrialStates& states); // of the run of this plan
    void refresh(); // keeps what it shows while the plan cannot be read

protected:
    void changeEvent(QEvent* event) override;

private:
    void showSlots();
    void showSize();

    models::PlanDocument* m_document;
    TrialStates m_states;
    QLabel* m_title = nullptr;
    widgets::ToneLabel* m_size = nullptr;
    widgets::ScheduleStrip* m_strip = nullptr;
};

} // namespace ceteris::pages
