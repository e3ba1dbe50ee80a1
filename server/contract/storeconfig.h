// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// Where the sessions are: one struct for each store, each used with its kind.
namespace ceteris::contract {

struct RedisAddress
{
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 6379;
    QString socketPath; // a unix socket; wins over host and port when set
    QString password; // empty: no AUTH

    bool operator==(const RedisAddress&) const = default;
};

struct StoreConfig
{
    QString kind = QStringLiteral("memory"); // memory, redis, sql, memcached, session-server, token, replicated
    RedisAddress redis;
    QString nameSpace = QStringLiteral("spring:session"); // prefix of every Redis key
    // In Redis only, as in the plan's [arm.redis].
    QString layout = QStringLiteral("spring"); // spring, indexed, connect
    QString values = QStringLiteral("json"); // json, jdk
    QString save = QStringLiteral("spring"); // "spring" asks, then writes; "atomic" does both as one step
    QString writes = QStringLiteral("delta"); // delta, always, immediate
    int touchS = 0; // a request that changes nothing is written only when the last write is so long ago

    bool operator==(const StoreConfig&) const = default;
};

} // namespace ceteris::contract
