// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/services/outputreader.h"

#include <QProcess>
#include <QString>
#include <QStringList>

#include <csignal>
#include <memory>
#include <vector>

namespace ceteris::services {

// A process that dies with the engine, kill -9 of the engine included. No event loop is needed. The kernel ties its
// life to the thread that starts it: start it from one that lives as long as the engine.
class Child
{
public:
    struct Options
    {
        QString program; // a path
        QStringList arguments = {};
        std::vector<int> cpus = {}; // it may run on these only; empty: on those of this thread
        OutputReader::Wanted wanted = nullptr; // lines of stdout for nextLine()
        int deathSignal
            = SIGKILL; // that it gets when the engine dies; another one if it has processes of its own to end
    };

    static Result<std::unique_ptr<Child>> start(const Options& options);
    ~Child(); // stop()
    Q_DISABLE_COPY_MOVE(Child)

    QString name() const; // of the program, without its folder
    qint64 pid() const { return m_pid; }
    bool alive() const;
    QString lastLines() const; // of its output, and how it ended if it did

    bool send(const QByteArray& text); // to its stdin
    void closeInput();
    std::optional<QByteArray> nextLine(std::chrono::milliseconds patience) { return m_output.nextLine(patience); }

    // Closes its stdin if that is open, else asks with SIGTERM; each with its patience, then kills it and whatever it
    // has started: it leads a process group.
    void stop(std::chrono::milliseconds patience = std::chrono::seconds(3));

private:
    explicit Child(const Options& options);
    Result<void> launch();
    std::optional<QString> ending() const;
    bool waitForEnd(std::chrono::milliseconds patience);

    OutputReader m_output;
    QProcess m_process;
    qint64 m_pid = 0;
    bool m_inputOpen = true;
};

} // namespace ceteris::services
