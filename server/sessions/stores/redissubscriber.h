// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/stores/redisclient.h"

#include <QList>

namespace ceteris::sessions {

// Hears what is published on some channels of one Redis, on a connection of its own: one that has subscribed can ask
// nothing else. A connection that breaks is made again; what is published meanwhile nobody hears, as with every client.
class RedisSubscriber
{
public:
    using Heard = std::function<void(const QByteArray& channel, const QByteArray& message)>;

    RedisSubscriber(contract::RedisAddress address, QList<QByteArray> channels, Heard heard, RedisTiming timing = {});
    ~RedisSubscriber();

    RedisSubscriber(const RedisSubscriber&) = delete;
    RedisSubscriber& operator=(const RedisSubscriber&) = delete;

private:
    static void onReply(redisAsyncContext* context, void* reply, void* unused);

    void connectNow();
    void ask(const QList<QByteArray>& command);
    void lose();

    const contract::RedisAddress m_address;
    const QList<QByteArray> m_channels;
    const Heard m_heard;
    const RedisTiming m_timing;
    std::chrono::milliseconds m_nextRetry;
    HiredisAdapter* m_link = nullptr; // owned; a pointer because it must be deleted later
    QTimer m_retry;
};

} // namespace ceteris::sessions
