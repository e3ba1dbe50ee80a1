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

// What stands where the Redis of an address would stand alone.
struct RedisDeployment
{
    QString kind = QStringLiteral("single"); // sentinel: the master of a group; cluster: a Redis Cluster
    QList<RedisAddress> nodes; // the Sentinels, or nodes of the cluster that know the others
    QString masterName; // as the Sentinels call it
    int waitReplicas = 0; // that must have a write before it counts as done; 0: the master's word is enough
    int waitMs = 50; // for them

    bool operator==(const RedisDeployment&) const = default;
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

// One of the instances that keep each other's sessions.
struct ReplicaAddress
{
    quint16 port = 0; // where it listens, on loopback
    quint16 reachedAt = 0; // where the others reach it: there too, or at a relay before it

    bool operator==(const ReplicaAddress&) const = default;
};

struct ReplicationConfig
{
    QString copies = QStringLiteral("all"); // on "all" instances, or on a primary and its "backup"
    QString acknowledge = QStringLiteral("sync"); // "sync": answers when the others have it; "async": at once
    QString secret; // by which instances know each other
    QList<ReplicaAddress> members; // by ServerConfig::instance
    QString zookeeper; // host:port of who says which of them are there; empty: all may be
    QString path; // of the group, in ZooKeeper

    bool operator==(const ReplicationConfig&) const = default;
};

// A database, of sessions or of users.
struct SqlAddress
{
    QString engine = QStringLiteral("sqlite"); // sqlite, mariadb, postgresql
    QString file; // sqlite: made when it is not there
    QString host = QStringLiteral("127.0.0.1"); // the others
    quint16 port = 0;
    QString user;
    QString password;
    QString database;

    bool operator==(const SqlAddress&) const = default;
};

struct SqlConfig
{
    SqlAddress address;
    int connections = 10; // as many threads of each instance block on the database
    bool durable = true; // sqlite: a commit is on disk before it is answered; the others are told when they start

    bool operator==(const SqlConfig&) const = default;
};

struct MemcachedAddress
{
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 11211;

    bool operator==(const MemcachedAddress&) const = default;
};

struct StoreConfig
{
    QString kind = QStringLiteral("memory"); // memory, redis, sql, memcached, session-server, token, replicated
    RedisAddress redis; // of a sentinel or cluster deployment: its password, no place
    RedisDeployment deployment;
    ReplicationConfig replication;
    QString nameSpace = QStringLiteral("spring:session"); // prefix of every Redis key
    // In Redis only, as in the plan's [arm.redis].
    QString layout = QStringLiteral("spring"); // spring, indexed, connect
    QString values = QStringLiteral("json"); // json, jdk
    QString save = QStringLiteral("spring"); // "spring" asks, then writes; "atomic" does both as one step
    QString writes = QStringLiteral("delta"); // delta, always, immediate
    QString read = QStringLiteral("session"); // session, attributes: only those that the request needs
    int touchS = 0; // a request that changes nothing is written only when the last write is so long ago
    SqlConfig sql {};
    MemcachedAddress memcached {};
    CacheConfig cache {};
    RemoteConfig remote {};
    TokenConfig token {};

    bool operator==(const StoreConfig&) const = default;
};

} // namespace ceteris::contract
