// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/tablemodel.h"
#include "app/pages/resultstab.h"

class QCheckBox;
class QLabel;
class QScrollArea;
class QTableView;

namespace ceteris::widgets {
class Banner;
class EffectPlot;
}

namespace ceteris::pages {

// The answer first: the verdict as a sentence, the effects with their intervals, and every comparison behind them.
class ResultsSummary : public ResultsTab
{
    Q_OBJECT

public:
    explicit ResultsSummary(QWidget* parent = nullptr);

signals:
    void resumeRequested();

protected:
    void refresh() override;
    void retranslate() override;

private:
    void setupLayout();
    void showStanding();
    void showVerdict();
    void showEffects();
    void showTable();
    void showSentence(int comparison);

    QLabel* m_word;
    QLabel* m_sentence;
    QLabel* m_scope;
    QLabel* m_limits; // objections, oracle, load dependence
    QCheckBox* m_withVoided;
    widgets::Banner* m_banner;
    widgets::EffectPlot* m_effects;
    QScrollArea* m_scrolled = nullptr;
    models::TableModel m_comparisons;
    QTableView* m_table;
    QLabel* m_detail; // the chosen comparison in words
};

} // namespace ceteris::pages
