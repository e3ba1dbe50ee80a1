// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/latest.h"
#include "app/models/trialdata.h"
#include "app/pages/resultstab.h"

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;

namespace ceteris::widgets {
class HeatMap;
class PercentilePlot;
}

namespace ceteris::pages {

// All response times of a level and an operation: percentiles without loss by arm, and over time by arm.
class ResultsDistribution : public ResultsTab
{
    Q_OBJECT

public:
    explicit ResultsDistribution(QWidget* parent = nullptr);

signals:
    void loaded(); // what was asked for is drawn

protected:
    void refresh() override;
    void retranslate() override;

private:
    struct All // what is read in the background
    {
        models::Distribution distribution;
        std::vector<models::LatencyMap> maps; // one for each arm
    };

    void setupLayout();
    void load();
    void draw(const All& all);
    void drawCurves(const models::Distribution& distribution);
    bool isWithoutHistogram() const; // of a tool that wrote down percentiles alone
    void drawMaps(const std::vector<models::LatencyMap>& maps);

    QComboBox* m_level;
    QComboBox* m_operation;
    QComboBox* m_view;
    QCheckBox* m_withVoided;
    QCheckBox* m_eachTrial;
    QLabel* m_note;
    widgets::PercentilePlot* m_plot;
    QHBoxLayout* m_heatRow;
    QList<widgets::HeatMap*> m_heats;
    models::Distribution m_distribution;
    models::Latest m_reading;
};

} // namespace ceteris::pages
