// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ceteris::models {
class LiveModel;
class Replay;
}

namespace ceteris::pages {

// Live: what the engine is doing and what comes of it, second by second.
class LivePage : public QWidget
{
    Q_OBJECT

public:
    explicit LivePage(models::LiveModel* model, QWidget* parent = nullptr);

    void setReplay(models::Replay* replay); // shows its controls; nullptr: none
    void setLastRun(const QString& folder); // for "Nothing is running"; empty: there was none
    void setFrozen(bool frozen); // the view stands still, recording goes on
    bool isFrozen() const;

signals:
    void startRequested();
    void stopRequested();
    void resumeRequested(const QString& folder);
    void replayRequested(const QString& folder);
    void resultsRequested(const QString& folder);
    void diagnosticsRequested();
};

} // namespace ceteris::pages
