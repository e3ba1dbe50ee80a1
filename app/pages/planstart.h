// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shell/emptystate.h"

#include <QStringList>

class QAbstractButton;
class QLabel;
class QVBoxLayout;

namespace ceteris::pages {

// No plan yet: what a plan is, and the ways to one.
class PlanStart : public widgets::EmptyState
{
    Q_OBJECT

public:
    explicit PlanStart(QWidget* parent = nullptr);

    void setRecent(const QStringList& paths);

signals:
    void newRequested();
    void openRequested(const QString& path); // empty: ask
    void presetRequested(const QString& name);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupPresets();
    void retranslate();

    QPushButton* m_new = nullptr;
    QPushButton* m_open = nullptr;
    QList<QAbstractButton*> m_presets;
    QWidget* m_examples = nullptr;
    QLabel* m_examplesTitle = nullptr;
    QWidget* m_recent = nullptr;
    QLabel* m_recentTitle = nullptr;
    QVBoxLayout* m_files = nullptr;
};

} // namespace ceteris::pages
