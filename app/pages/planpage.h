// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/stream.h"

#include <QWidget>

namespace ceteris::models {
class PlanDocument;
}

namespace ceteris::pages {

// Plan: what changes, what stays the same, how often; problems while typing; whether this machine is fit for it.
class PlanPage : public QWidget
{
    Q_OBJECT

public:
    explicit PlanPage(models::PlanDocument* document, QWidget* parent = nullptr);

    void setRecent(const QStringList& paths);
    void setRunning(bool running); // read-only, with a banner that says so
    void setChecking(bool checking); // the engine is asking the machine
    void setPreflight(const results::Preflight& preflight);
    void setPreflightFailed(const QString& sentence); // the engine could not ask
    void setFinished(const QString& folder); // of the run that this plan just had; empty: none

signals:
    void newRequested();
    void openRequested(const QString& path); // empty: ask
    void presetRequested(const QString& name);
    void saveRequested();
    void preflightRequested();
    void startRequested();
    void duplicateRequested();
    void resultsRequested(const QString& folder);
};

} // namespace ceteris::pages
