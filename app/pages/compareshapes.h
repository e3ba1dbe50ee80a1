// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/compare.h"
#include "app/models/latest.h"
#include "app/models/trialdata.h"

#include <QWidget>

class QGridLayout;

namespace ceteris::widgets {
class CursorLink;
class HeatMap;
class PercentilePlot;
class TimeChart;
}

namespace ceteris::pages {

// The sides' distributions over each other and their course beside each other, on the same axes, from the start of the
// measure window. Read in the background once it is looked at.
class CompareShapes : public QWidget
{
    Q_OBJECT

public:
    explicit CompareShapes(QWidget* parent = nullptr);

    void setSides(const QList<models::Side>& sides);
    void setMeasure(const models::Measure& measure); // its level and operation

signals:
    void loaded();

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Shape // of one side
    {
        models::LatencyCurve curve;
        models::LatencyMap map;
        models::TrialTimeline timeline; // of its first trial that counts
        int trial = 0;
    };
    static Shape read(const models::Side& side, const models::Measure& measure);

    void load();
    void draw(const std::vector<Shape>& shapes);
    void drawTimelines(const std::vector<Shape>& shapes);
    void makePanels();

    QList<models::Side> m_sides;
    models::Measure m_measure;
    bool m_isStale = false;
    models::Latest m_reading;
    widgets::PercentilePlot* m_plot;
    QGridLayout* m_grid;
    QList<widgets::HeatMap*> m_heats;
    QList<widgets::TimeChart*> m_charts;
    widgets::CursorLink* m_link;
};

} // namespace ceteris::pages
