// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/contract/storeconfig.h"

#include <QByteArray>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace ceteris::sessions {

struct MemcachedTiming
{
    std::chrono::milliseconds deadline { 1000 }; // for the answer to each command
    std::chrono::milliseconds firstRetry { 20 }; // after a lost connection; then twice as long each time
    std::chrono::milliseconds lastRetry { 1000 };
};

struct MemcachedReply
{
    QByteArray line; // "HD", "EN", "VA 5 c17", "SERVER_ERROR …"; without the end of the line
    QByteArray data; // after VA its value, after a listing all of its lines

    bool is(QByteArrayView code) const { return line.startsWith(code); }
    QByteArray flag(char name) const; // "17" for 'c'; empty when it is not there
};

// One connection to memcached on the event loop of its thread: the text protocol with the meta commands of 1.6 (mg, ms,
// md), pipelined, kept up by itself. Commands are answered in their order. When the connection breaks, or one answer is
// late, everything that waits is told so at once; a new connection is tried until there is one.
class MemcachedClient
{
public:
    using Replied = std::function<void(const MemcachedReply*)>; // nullptr: no answer

    enum class Answer {
        Line, // or a line and a value
        Listing, // lines up to END
    };

    explicit MemcachedClient(contract::MemcachedAddress address, MemcachedTiming timing = {});
    ~MemcachedClient(); // tells everything that waits that there is no answer
    Q_DISABLE_COPY_MOVE(MemcachedClient)

    // Without a connection replied is called before it returns.
    void send(const QByteArray& command, Replied replied, Answer answer = Answer::Line);

private:
    using Clock = std::chrono::steady_clock;

    struct Waiting
    {
        Clock::time_point deadline;
        Replied replied;
        Answer answer;
    };

    void connectNow();
    void receive();
    std::optional<MemcachedReply> nextReply();
    std::optional<MemcachedReply> nextListing();
    void checkDeadline();
    void lose();

    const contract::MemcachedAddress m_address;
    const MemcachedTiming m_timing;
    std::chrono::milliseconds m_nextRetry;
    QTcpSocket* m_socket; // owned; a pointer because it may be its own signal that destroys us
    QByteArray m_received;
    qsizetype m_read = 0; // so much of it has been taken
    std::deque<Waiting> m_waiting; // in the order of their deadlines, as all are given the same time
    QTimer m_deadline;
    QTimer m_retry;
    const std::shared_ptr<char> m_life = std::make_shared<char>(); // tells a loop that calls out whether we are there
};

} // namespace ceteris::sessions
