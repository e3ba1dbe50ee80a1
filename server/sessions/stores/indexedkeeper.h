// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/stores/indexedkeys.h"
#include "server/sessions/stores/rediscommands.h"
#include "server/sessions/stores/redisoptions.h"
#include "server/sessions/stores/redissubscriber.h"

#include <QTimer>

namespace ceteris::sessions {

// What one instance with Spring's indexed repository does beside its requests:
//   once a minute  SMEMBERS, DEL of the bucket that is over; EXISTS of each of its shadow keys: so Redis notices that
//                  they have expired
//   at the end of a shadow key (keyspace events Ex and g)  HGETALL of its session, SREM of its id from the index
class IndexedKeeper
{
public:
    IndexedKeeper(const RedisStoreOptions& options, RedisCommands& redis);

    void sweep(qint64 now); // the bucket of the full minute before now

private:
    void sweepEachMinute();
    void ended(const QByteArray& shadowKey);

    const RedisStoreOptions m_options;
    const IndexedKeys m_keys;
    RedisCommands& m_redis;
    QTimer m_minute;
    RedisSubscriber m_events;
};

} // namespace ceteris::sessions
