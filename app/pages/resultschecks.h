// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/tablemodel.h"
#include "app/pages/resultstab.h"

class QCheckBox;
class QLabel;
class QTabWidget;
class QTableView;

namespace ceteris::pages {

// Whether the figures deserve belief: what was asked of the machine before, and of every trial after.
class ResultsChecks : public ResultsTab
{
    Q_OBJECT

public:
    explicit ResultsChecks(QWidget* parent = nullptr);

protected:
    void refresh() override;
    void retranslate() override;

private:
    void setupTabs();
    void showChecks();
    QWidget* sheet(QTableView* table, QLabel* note, QWidget* above = nullptr);

    models::TableModel m_checkRows, m_preflightRows, m_violationRows;
    QTabWidget* m_sheets;
    QTableView *m_checks, *m_preflight, *m_violations;
    QLabel *m_checkNote, *m_preflightNote, *m_oracleNote;
    QCheckBox* m_onlyNoted;
};

} // namespace ceteris::pages
