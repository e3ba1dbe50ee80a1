// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSocketNotifier>

#include <functional>

namespace ceteris::server {

// Blocks SIGTERM and SIGINT so that they arrive at a Lifeline; before any thread is started, since threads inherit it.
void blockStopSignals();

// Tells when it is time to stop: SIGTERM, SIGINT and, if asked, the end of stdin, which comes with the death of whoever
// started us.
class Lifeline
{
public:
    Lifeline(bool withStdin, std::function<void()> ended);
    ~Lifeline();
    Lifeline(const Lifeline&) = delete;
    Lifeline& operator=(const Lifeline&) = delete;

private:
    void readInput();

    std::function<void()> m_ended;
    int m_signals;
    QSocketNotifier m_signalNotifier;
    QSocketNotifier m_inputNotifier;
};

} // namespace ceteris::server
