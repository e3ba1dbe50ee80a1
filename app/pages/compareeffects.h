// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/compare.h"

#include <QWidget>

class QComboBox;

namespace ceteris::widgets {
class DotPlot;
class EffectPlot;
}

namespace ceteris::pages {

// The trials of all sides as dots in one metric, and the ratio to the first side in all of them.
class CompareEffects : public QWidget
{
    Q_OBJECT

public:
    explicit CompareEffects(QWidget* parent = nullptr);

    void setSides(const QList<models::Side>& sides, const std::vector<models::SideMetric>& metrics);

signals:
    void measureChanged(const ceteris::models::Measure& measure);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showDots();
    void showEffects();

    QList<models::Side> m_sides;
    std::vector<models::SideMetric> m_metrics;
    QComboBox* m_measure;
    widgets::DotPlot* m_dots;
    widgets::EffectPlot* m_effects;
};

int styleOf(const QList<models::Side>& sides, qsizetype side); // the arm whose colour and marker it has

} // namespace ceteris::pages
