// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/livebanner.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace ceteris::models {
class LiveModel;
class Replay;
}
namespace ceteris::widgets {
class Banner;
class EmptyState;
}

namespace ceteris::pages {

class LiveCharts;
class LiveChecklist;
class LiveHealthStrip;
class LiveLogView;
class LivePhaseBar;
class LiveReplayBar;
class LiveTiles;

// Live: what the engine is doing and what comes of it, second by second.
class LivePage : public QWidget
{
    Q_OBJECT

public:
    explicit LivePage(models::LiveModel* model, QWidget* parent = nullptr);

    void setReplay(models::Replay* replay); // shows its controls; nullptr: none
    void setLastRun(const QString& folder); // for "Nothing is running"; empty: there was none
    void setFrozen(bool frozen); // the view stands still, recording goes on
    bool isFrozen() const { return m_frozen; }
    void setMayOrder(bool may); // the engine takes orders about trials from this window
    void focusFilter(); // of the event log

signals:
    void startRequested();
    void stopRequested();
    void skipRequested(int trial);
    void againRequested(const QList<int>& trials); // that failed
    void resumeRequested(const QString& folder);
    void replayRequested(const QString& folder);
    void resultsRequested(const QString& folder);
    void diagnosticsRequested();
    void frozenChanged(bool frozen);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setupIdle();
    void setupDashboard();
    QWidget* makeStatusRow();
    void retranslate();
    void modelChanged();
    void refresh();
    void showBanner();
    void showFrozenFor();
    void bannerChosen(int button);

    models::LiveModel* m_model;
    QString m_lastRun;
    QStackedWidget* m_stack = nullptr;
    widgets::EmptyState* m_idle = nullptr;
    QPushButton* m_start = nullptr;
    QPushButton* m_replayLast = nullptr;
    LiveChecklist* m_checklist = nullptr;
    QWidget* m_dashboard = nullptr;
    widgets::Banner* m_banner = nullptr;
    LiveReplayBar* m_replayBar = nullptr;
    LiveTiles* m_tiles = nullptr;
    LivePhaseBar* m_phases = nullptr;
    QLabel* m_status = nullptr; // "redis · busy · measure · 00:03 left"
    QLabel* m_window = nullptr; // of the tiles
    QLabel* m_frozenChip = nullptr;
    QPushButton* m_skip = nullptr; // the trial under way
    LiveCharts* m_charts = nullptr;
    LiveHealthStrip* m_health = nullptr;
    LiveLogView* m_log = nullptr;
    QTimer m_second; // while frozen
    QElapsedTimer m_frozenFor;
    BannerWish m_wish;
    bool m_frozen = false;
    bool m_stale = true; // changed while nobody looked
};

} // namespace ceteris::pages
