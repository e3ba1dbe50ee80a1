// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/resultstab.h"

class QPushButton;
class QTreeWidget;

namespace ceteris::pages {

// What the figures hold for: machine, versions, CPU sets, seeds and the plan's schedule, as the manifest has them.
class ResultsEnvironment : public ResultsTab
{
    Q_OBJECT

public:
    explicit ResultsEnvironment(QWidget* parent = nullptr);

protected:
    void refresh() override;
    void retranslate() override;

private:
    void copy() const;

    QTreeWidget* m_tree;
    QPushButton* m_copy;
};

} // namespace ceteris::pages
