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

struct StoreConfig
{
    QString kind = QStringLiteral("memory"); // memory, redis, sql, memcached, session-server, token, replicated
    RedisAddress redis; // of a sentinel or cluster deployment: its password, no place
    RedisDeployment deployment;
    QString nameSpace = QStringLiteral("spring:session"); // prefix of every Redis key
    QString save = QStringLiteral("spring"); // in Redis: "spring" asks, then writes; "atomic" does both as one step

    bool operator==(const StoreConfig&) const = default;
};

} // namespace ceteris::contract
