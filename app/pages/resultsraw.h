// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/tablemodel.h"
#include "app/pages/resultstab.h"

class QLabel;
class QPushButton;
class QTableView;

namespace ceteris::pages {

// The files behind all this, with their sizes and the hashes of the manifest.
class ResultsRaw : public ResultsTab
{
    Q_OBJECT

public:
    explicit ResultsRaw(QWidget* parent = nullptr);

protected:
    void refresh() override;
    void retranslate() override;

private:
    models::TableModel m_files;
    QLabel* m_note;
    QTableView* m_table;
    QPushButton* m_open;
};

} // namespace ceteris::pages
