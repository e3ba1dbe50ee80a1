// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/contract/serverconfig.h"
#include "server/sessions/stores/redissender.h"

#include <QTimer>

#include <chrono>
#include <deque>

struct redisAsyncContext;
struct redisReply;

namespace ceteris::sessions {

class HiredisAdapter;

struct RedisTiming
{
    std::chrono::milliseconds deadline { 1000 }; // for the answer to each command, and from one answer to the next
    std::chrono::milliseconds firstRetry { 20 }; // after a lost connection; then twice as long each time
    std::chrono::milliseconds lastRetry { 1000 };
};

// A connection that is about to be made, as a context of asynchronous hiredis; its err says when it cannot be.
redisAsyncContext* openConnection(const contract::RedisAddress& address);

// One connection to Redis on the event loop of its thread: pipelined, kept up by itself. Commands go out in the order
// of send() and are answered in that order. When the connection breaks, or one answer is late, everything that waits is
// told so at once, because what comes later on such a connection cannot be trusted; a new connection is tried until
// there is one.
class RedisClient : public RedisSender
{
public:
    // Called before those that wait are told. It must not destroy the client.
    using Lost = std::function<void()>;

    // With lost, whoever owns it looks for another server instead: it stays without a connection, and says so.
    explicit RedisClient(contract::RedisAddress address, RedisTiming timing = {}, Lost lost = {});
    ~RedisClient() override; // tells everything that waits that there is no answer

    RedisClient(const RedisClient&) = delete;
    RedisClient& operator=(const RedisClient&) = delete;

    void send(const Command& command, Replied replied) override; // replied before it returns without a connection
    int connections() const { return m_connections; } // made so far: another number, another connection

private:
    using Clock = std::chrono::steady_clock;

    struct Waiting
    {
        Clock::time_point deadline;
        Replied replied;
    };

    static void onReply(redisAsyncContext* context, void* reply, void* unused);

    void connectNow();
    void greet();
    void checkDeadline();
    void lose();

    const contract::RedisAddress m_address;
    const RedisTiming m_timing;
    Lost m_lost;
    int m_connections = 0;
    std::chrono::milliseconds m_nextRetry;
    HiredisAdapter* m_link = nullptr; // owned; a pointer because it must be deleted later
    Clock::time_point m_lastReply; // on whichever connection
    std::deque<Waiting> m_waiting; // in the order of their deadlines, as all are given the same time
    QTimer m_deadline;
    QTimer m_retry;
};

} // namespace ceteris::sessions
