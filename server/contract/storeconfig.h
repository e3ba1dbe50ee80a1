// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
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

// Copies of sessions, kept in front of the store for ttlS after it was last asked or written.
struct CacheConfig
{
    QString kind = QStringLiteral("none"); // none; local: in this process; redis: shared by all instances
    RedisAddress redis; // its own, not the store's
    int ttlS = 60;

    bool operator==(const CacheConfig&) const = default;
};

struct HttpAddress
{
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 0;

    bool operator==(const HttpAddress&) const = default;
};

// The session servers that kind session-server asks; the next one when one does not answer.
struct RemoteConfig
{
    QList<HttpAddress> servers;
    QString key; // they ask for it
    bool legacy = false; // looks sessions up with GET /api/v1/session?JSESSIONID=, which puts ids into addresses

    bool operator==(const RemoteConfig&) const = default;
};

// A signed access token that the client keeps, and a refresh token that is good for one use.
struct TokenConfig
{
    QString secret; // 64 hex digits, the same in all instances
    int accessS = 300; // an access token is believed so long, whatever happens
    int refreshS = 86'400; // from the login: a family of refresh tokens ends, whatever its use
    int graceS = 0; // the refresh token before the latest gets an access token so long; 0: strictly one use
    QString refreshStore = QStringLiteral("memory"); // memory: of this process; redis: at StoreConfig::redis

    bool operator==(const TokenConfig&) const = default;
};

struct StoreConfig
{
    QString kind = QStringLiteral("memory"); // memory, redis, sql, memcached, session-server, token, replicated
    RedisAddress redis;
    QString nameSpace = QStringLiteral("spring:session"); // prefix of every Redis key
    QString save = QStringLiteral("spring"); // in Redis: "spring" asks, then writes; "atomic" does both as one step
    CacheConfig cache {};
    RemoteConfig remote {};
    TokenConfig token {};

    bool operator==(const StoreConfig&) const = default;
};

} // namespace ceteris::contract
