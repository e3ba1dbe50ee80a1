// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QTreeWidget;

namespace ceteris::models {
struct LiveState;
}

namespace ceteris::pages {

// Before the first trial: what is being prepared, what was asked of the machine, what is waited for.
class LiveChecklist : public QWidget
{
    Q_OBJECT

public:
    explicit LiveChecklist(QWidget* parent = nullptr);

    void setFrom(const models::LiveState& state);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupTable();
    void retranslate();
    void fill(const models::LiveState& state);

    QLabel* m_title = nullptr;
    QLabel* m_sentence = nullptr;
    QProgressBar* m_bar = nullptr;
    QTreeWidget* m_table = nullptr;
};

} // namespace ceteris::pages
