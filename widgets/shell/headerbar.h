// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shell/theme.h"

#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;

namespace ceteris::widgets {

class StatePill;

// What is loaded, what it does, how long it will take, and the one thing to do next, always at the same place.
class HeaderBar : public QWidget
{
    Q_OBJECT

public:
    explicit HeaderBar(QWidget* parent = nullptr);

    void setPlan(const QString& name, bool modified);
    void setTrial(const QString& text); // "redis · 3/16"; empty: none
    void setState(const QString& glyph, const QString& word, Tone tone);
    void setDoubt(const QString& word); // "Contaminated", beside the state; empty: none
    void setTimes(const QString& text); // "12:05 · about 38 min left"
    void setProgress(double share, const QString& text); // of the whole plan, 0 … 1; below 0: no bar
    void setPrimary(QAction* action); // text, enabled and tooltip are the action's

    QPushButton* primaryButton() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupParts();
    void showPlan();
    void applyPrimary();
    void applyColours();

    QLabel* m_plan = nullptr;
    QLabel* m_trial = nullptr;
    StatePill* m_state = nullptr;
    StatePill* m_doubt = nullptr;
    QLabel* m_times = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_primary = nullptr;
    QAction* m_action = nullptr;
    QString m_name;
    bool m_modified = false;
};

} // namespace ceteris::widgets
