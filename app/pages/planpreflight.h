// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/stream.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace ceteris::widgets {
class ToneLabel;
}

namespace ceteris::pages {

// Whether this machine is fit for the plan: what was asked of it, and what to do about what is not as it should be.
class PlanPreflight : public QWidget
{
    Q_OBJECT

public:
    explicit PlanPreflight(QWidget* parent = nullptr);

    void setChecking(bool checking);
    void setRows(const results::Preflight& preflight);
    void setFailed(const QString& sentence);
    void forget(); // the plan is another one now
    bool standsInTheWay() const; // a row that no experiment starts with

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class State { Unasked, Asking, Answered, Failed };

    void rebuild();
    void addRow(const results::PreflightRow& row);
    QString summary() const;

    State m_state = State::Unasked;
    results::Preflight m_preflight;
    QString m_failure;
    QLabel* m_title = nullptr;
    widgets::ToneLabel* m_summary = nullptr;
    QVBoxLayout* m_column = nullptr;
    QWidget* m_list = nullptr;
};

} // namespace ceteris::pages
