// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/stream.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <memory>

class QJsonObject;
class QProcess;

namespace ceteris::window {

// How the engine ended.
struct Ending
{
    bool started = true;
    bool crashed = false;
    int exitCode = 0; // of ceteris-cli
    QStringList log; // the last lines of its stderr
};

// ceteris-cli as a child that outlives this window: its event stream in, orders to stop out. One task at a time.
class EngineProcess : public QObject
{
    Q_OBJECT

public:
    explicit EngineProcess(QObject* parent = nullptr);
    ~EngineProcess() override; // an engine that still runs goes on

    void run(const QString& plan, const QString& root);
    void resume(const QString& folder, const QList<int>& again = {}); // with the blocks of these trials, which failed
    void preflight(const QString& plan);

    bool isRunning() const;
    bool isStopping() const;
    void stop(); // asks; after 10 s it insists
    void mark(const QString& text); // a note of the user in the stream
    void skip(int trial); // no more of it, while it is under way; its block is run again
    void runAgain(const QList<int>& trials); // the blocks of trials that failed
    int unreadLines() const; // of the stream, since the start: torn or unknown

    static QString program(); // ceteris-cli next to this program, in libexec or in PATH; empty: nowhere

signals:
    void entry(const ceteris::results::Entry& entry);
    void ended(const ceteris::window::Ending& ending);

private:
    void start(const QStringList& arguments);
    void order(const QJsonObject& order);
    void readEvents();
    void readLog();
    void end(bool started, bool crashed, int exitCode);

    std::unique_ptr<QProcess> m_process;
    QTimer m_patience;
    QByteArray m_tail; // of stdout, without its newline yet
    QByteArray m_logTail;
    QStringList m_log;
    int m_unread = 0;
    bool m_stopping = false;
};

} // namespace ceteris::window
