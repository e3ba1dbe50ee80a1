// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/tablemodel.h"
#include "app/pages/resultstab.h"

class QLabel;

namespace ceteris::widgets {
class Banner;
}

namespace ceteris::pages {

// The summary of a run that another tool has made: its figures, and what they are not.
class ResultsImported : public ResultsTab
{
    Q_OBJECT

public:
    explicit ResultsImported(QWidget* parent = nullptr);

protected:
    void refresh() override;
    void retranslate() override;

private:
    models::TableModel m_figureRows, m_failureRows;
    widgets::Banner* m_mark;
    QLabel *m_sentence, *m_notes, *m_failureTitle;
    QTableView *m_figures, *m_failures;
};

} // namespace ceteris::pages
