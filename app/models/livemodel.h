// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/livehistory.h"
#include "app/models/liveprogress.h"
#include "app/models/liveseries.h"
#include "app/models/livestate.h"
#include "app/results/stream.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace ceteris::models {

// An experiment as far as its event stream tells: the reader behind Live and Demo, the same for a running engine, one
// that is attached to, and a replay.
class LiveModel : public QObject
{
    Q_OBJECT

public:
    using Clock = std::function<double()>; // seconds, steady

    explicit LiveModel(QObject* parent = nullptr, Clock clock = {});

    void reset(); // nothing is running, nothing was
    void take(const results::Entry& entry);
    // A recording has its own time: it says by advance() how late it is, and nothing passes between.
    void setRecorded(bool recorded);
    bool isRecorded() const { return m_recorded; }
    void advance(double tS); // it is this late on the stream's clock, also without an event
    void lose(const QString& why, const QStringList& lastLines); // the engine went without a word

    const LiveState& state() const { return m_state; }
    const LiveSeries& series() const { return m_series; } // of the current trial
    const LiveHistory& history() const { return m_history; } // of the earlier ones
    // What there is to show beside the current arm: an arm's figures now, or of its trials at the same second.
    KeyFigures figuresOf(int arm) const;
    std::optional<int> otherArm() const; // that the current one is held against

    static constexpr double stalledAfterS = 5;
    static constexpr double lostAfterS = 30;

signals:
    void changed(); // at most once a second while ticks come, at once for anything else

private:
    void withdraw(const results::CheckRow& order);
    void forgetBlock(int block);
    void logFault(const results::Note& event);
    void on(const results::ExperimentStarted& event);
    void on(const results::Preparing& event);
    void on(const results::Waiting& event);
    void on(const results::Preflight& event);
    void on(const results::TrialStarted& event);
    void on(const results::PhaseStarted& event);
    void on(const results::Tick& event);
    void on(const results::TrialFinished& event);
    void on(const results::Checked& event);
    void on(const results::Note& event);
    void on(const results::ExperimentFinished& event);

    void log(LogKind kind, const QStringList& words, Severity severity = Severity::Info, const QString& source = {});
    void archive(); // the current trial, into the history
    void fail(const QString& why);
    void updateTimes();
    void updateStall();
    void announce(bool atOnce);
    void passTime();

    LiveState m_state;
    LiveSeries m_series;
    LiveHistory m_history;
    LiveProgress m_progress;
    Clock m_clock;
    QTimer m_announcer; // one changed() for all that came since the last one
    QTimer m_second; // time passes without events too
    QString m_entryTime; // of the entry that is being taken
    double m_tookS = 0; // when the last entry was taken, on m_clock
    double m_entryS = 0; // and what it said
    double m_announcedS = -1e9; // on m_clock
    double m_announcedAtS = 0; // on the stream's clock
    double m_lastTickS = 0;
    bool m_recorded = false;
    bool m_lostSight = false; // failed only because no samples came
};

} // namespace ceteris::models
