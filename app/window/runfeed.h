// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/models/eventtail.h"
#include "app/models/livemodel.h"
#include "app/models/replay.h"
#include "app/window/engineprocess.h"
#include "app/window/runningfolders.h"

#include <QObject>

namespace ceteris::window {

// What Live and Demo look at: the engine that this window started, one that somebody else did, or a recording. All
// three end in the same LiveModel.
class RunFeed : public QObject
{
    Q_OBJECT

public:
    enum class Source { None, Engine, Other, Recording };

    explicit RunFeed(models::LiveModel* model, QObject* parent = nullptr);

    void run(const QString& plan, const QString& root);
    void resume(const QString& folder, const QList<int>& again = {});
    void attach(const RunningFolder& running);
    Result<void> replay(const QString& path);
    void endReplay(); // and forget it

    void stop();
    void mark(const QString& text);
    void skip(int trial);
    void runAgain(const QList<int>& trials); // that failed; resumes an experiment that has ended

    Source source() const { return m_source; }
    bool isRunning() const; // an experiment, not a recording
    bool isOurs() const; // the engine is this window's
    bool isStopping() const { return m_stopping; }
    QString folder() const { return m_folder; } // of the latest experiment or recording; empty: not known yet
    models::Replay* recording(); // nullptr unless that is the source
    bool takesOrders() const; // about trials: its engine is this window's, or would be after a resume
    int unreadLines() const { return m_engine.unreadLines(); }

signals:
    void changed(); // source, running, stopping, folder
    void ended(); // an experiment, however

private:
    void begin(Source source, const QString& folder);
    void take(const results::Entry& entry);
    void onEngineEnded(const Ending& ending);

    models::LiveModel* m_model;
    EngineProcess m_engine;
    models::EventTail m_tail;
    models::Replay m_replay;
    RunningFolder m_other;
    Source m_source = Source::None;
    QString m_folder;
    bool m_finished = false; // its stream said so
    bool m_running = false;
    bool m_stopping = false;
};

} // namespace ceteris::window
