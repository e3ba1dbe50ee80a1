// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <vector>

// ceteris-cli as a user starts it, in a folder of its own.
class EngineRun
{
public:
    EngineRun();

    // Nothing is asked of the machine unless told so: what these tests look at does not depend on it.
    enum Preflight { NoPreflight, WithPreflight };

    // Writes the plan and starts `run` on it.
    void start(const QByteArray& plan, Preflight preflight = NoPreflight);
    void watch(const QByteArray& plan); // `run --events`
    void ask(const QByteArray& plan); // `preflight --events`
    void resume(const QStringList& more = {});
    int waitForEnd(int timeoutMs = 60'000); // exit code; -1 for a crash or a timeout
    bool wentWell(int exit) const; // to its end, though what else this machine did may have cost it the verdict
    bool waitForOutput(const QByteArray& text, int timeoutMs = 30'000); // on stdout or stderr
    void kill(); // SIGKILL
    void signal(int number);
    void say(const QByteArray& text); // on its stdin
    void closeChannels(); // as if the one who started it were gone

    qint64 pid() const { return m_process.processId(); }
    QByteArray output() const { return m_output; }
    QString resultsFolder() const; // the only one; empty when there is none
    QList<QByteArray> lines(const QString& file) const; // of the results folder, without the last newline
    QByteArray content(const QString& file) const;

    // The rows of a results table, header first; cells as text.
    std::vector<QStringList> table(const QString& file) const;

private:
    static QString planName();
    void writePlan(const QByteArray& plan);
    void launch(const QStringList& arguments);
    void collect();

    QTemporaryDir m_folder;
    QProcess m_process;
    QByteArray m_output;
};

// Process ids whose parent is this one, with their command names.
std::vector<std::pair<qint64, QByteArray>> childrenOf(qint64 pid);
bool isAlive(qint64 pid); // neither gone nor a zombie
