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
    RedisAddress redis;
    QString nameSpace = QStringLiteral("spring:session"); // prefix of every Redis key
    QString save = QStringLiteral("spring"); // in Redis: "spring" asks, then writes; "atomic" does both as one step
    SqlConfig sql {};
    MemcachedAddress memcached {};

    bool operator==(const StoreConfig&) const = default;
};

} // namespace ceteris::contract
