// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace ceteris::services {

// Drains the output of a child in a thread of its own, so that a child never blocks on a full pipe while the engine is
// busy with other things. Keeps the last lines, and the lines of stdout that somebody waits for.
class OutputReader
{
public:
    using Wanted = bool (*)(const QByteArray& line); // nullptr: no line is

    static constexpr std::size_t linesKept = 40;

    explicit OutputReader(Wanted wanted);
    ~OutputReader();
    Q_DISABLE_COPY_MOVE(OutputReader)

    bool isValid() const; // false when the system has no more file descriptors

    // The ends for the child, to be put in place of its stdout and stderr; closed here by start().
    int outputEnd() const { return m_pipes[0].write; }
    int errorEnd() const { return m_pipes[1].write; }
    void start(); // once the child has its ends

    std::optional<QByteArray> nextLine(std::chrono::milliseconds patience); // nothing at once when no more can come
    QString lastLines() const;
    void waitForEnd(std::chrono::milliseconds patience) const; // until all has been read that the child wrote

private:
    struct Pipe
    {
        int read = -1;
        int write = -1;
        QByteArray rest; // begun, not yet a line
    };

    void run();
    bool drain(Pipe& pipe); // false at its end
    void keep(const Pipe& pipe, QByteArray line);

    const Wanted m_wanted;
    std::array<Pipe, 2> m_pipes; // stdout, stderr
    int m_wake = -1;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    std::deque<QByteArray> m_last;
    std::deque<QByteArray> m_waiting;
    bool m_ended = false;
    std::jthread m_thread;
};

} // namespace ceteris::services
