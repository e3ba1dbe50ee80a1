// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/stream.h"

#include <QByteArray>
#include <QElapsedTimer>

namespace ceteris::cli {

// The event stream to whoever watches. A reader that leaves or sleeps never holds the experiment up: what a pipe does
// not take at once waits in memory, and a reader that is too far behind is given up. live.ndjson has everything.
class EventPipe
{
public:
    explicit EventPipe(int descriptor); // stays the caller's
    ~EventPipe(); // waits for a slow reader, 2 s at most
    EventPipe(const EventPipe&) = delete;
    EventPipe& operator=(const EventPipe&) = delete;

    void write(const results::Entry& entry);
    void writeNow(results::Event event); // outside an experiment
    void fail(const QString& sentence); // nothing could be started: why, and that it is over

    bool hasReader() const { return !m_gone; }

private:
    void push(); // what the reader takes

    int m_descriptor;
    bool m_own = false;
    bool m_gone = false;
    QByteArray m_waiting;
    QElapsedTimer m_sinceStart;
};

} // namespace ceteris::cli
