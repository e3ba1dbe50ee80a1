// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/contract/storeconfig.h"

#include <QStringList>

// The fields of each store's configuration; part of serverconfig.cpp.
namespace ceteris::contract {

using namespace Qt::StringLiterals;

template <class Io, class Redis>
void redisFields(Io& io, Redis& redis)
{
    io.text("host"_L1, redis.host);
    io.number("port"_L1, redis.port, 0, 65'535);
    io.text("socket"_L1, redis.socketPath);
    io.text("password"_L1, redis.password);
}

template <class Io, class Deployment>
void deploymentFields(Io& io, Deployment& deployment)
{
    io.choice("kind"_L1, deployment.kind, { u"single"_s, u"sentinel"_s, u"cluster"_s });
    io.list("nodes"_L1, deployment.nodes, [](auto& inner, auto& node) { redisFields(inner, node); });
    io.text("master"_L1, deployment.masterName);
    io.number("wait_replicas"_L1, deployment.waitReplicas, 0, 16);
    io.number("wait_ms"_L1, deployment.waitMs, 1, 500);
}

template <class Io, class Cache>
void cacheFields(Io& io, Cache& cache)
{
    io.choice("kind"_L1, cache.kind, { u"none"_s, u"local"_s, u"redis"_s });
    io.part("redis"_L1, cache.redis, [](auto& inner, auto& redis) { redisFields(inner, redis); });
    io.number("ttl_s"_L1, cache.ttlS, 1, 86'400);
}

template <class Io, class Remote>
void remoteFields(Io& io, Remote& remote)
{
    io.list("servers"_L1, remote.servers, [](auto& inner, auto& server) {
        inner.text("host"_L1, server.host);
        inner.number("port"_L1, server.port, 1, 65'535);
    });
    io.text("key"_L1, remote.key);
    io.flag("legacy"_L1, remote.legacy);
}

template <class Io, class Token>
void tokenFields(Io& io, Token& token)
{
    io.text("secret"_L1, token.secret);
    io.number("access_s"_L1, token.accessS, 1, 31'536'000);
    io.number("refresh_s"_L1, token.refreshS, 1, 31'536'000);
    io.number("grace_s"_L1, token.graceS, 0, 3600);
    io.choice("refresh_store"_L1, token.refreshStore, { u"memory"_s, u"redis"_s });
}

template <class Io, class Replication>
void replicationFields(Io& io, Replication& replication)
{
    io.choice("copies"_L1, replication.copies, { u"all"_s, u"backup"_s });
    io.choice("acknowledge"_L1, replication.acknowledge, { u"sync"_s, u"async"_s });
    io.text("secret"_L1, replication.secret);
    io.list("members"_L1, replication.members, [](auto& inner, auto& member) {
        inner.number("port"_L1, member.port, 0, 65'535);
        inner.number("reached_at"_L1, member.reachedAt, 0, 65'535);
    });
    io.text("zookeeper"_L1, replication.zookeeper);
    io.text("path"_L1, replication.path);
}

template <class Io, class Sql>
void sqlAddressFields(Io& io, Sql& sql)
{
    io.choice("engine"_L1, sql.engine, { u"sqlite"_s, u"mariadb"_s, u"postgresql"_s });
    io.text("file"_L1, sql.file);
    io.text("host"_L1, sql.host);
    io.number("port"_L1, sql.port, 0, 65'535);
    io.text("user"_L1, sql.user);
    io.text("password"_L1, sql.password);
    io.text("database"_L1, sql.database);
}

template <class Io, class Sql>
void sqlFields(Io& io, Sql& sql)
{
    io.part("address"_L1, sql.address, [](auto& inner, auto& address) { sqlAddressFields(inner, address); });
    io.number("connections"_L1, sql.connections, 1, 100);
    io.flag("durable"_L1, sql.durable);
}

template <class Io, class Memcached>
void memcachedFields(Io& io, Memcached& memcached)
{
    io.text("host"_L1, memcached.host);
    io.number("port"_L1, memcached.port, 0, 65'535);
}

template <class Io, class Store>
void storeFields(Io& io, Store& store)
{
    io.choice("kind"_L1, store.kind,
        { u"memory"_s, u"redis"_s, u"sql"_s, u"memcached"_s, u"session-server"_s, u"token"_s, u"replicated"_s });
    io.text("namespace"_L1, store.nameSpace);
    io.choice("layout"_L1, store.layout, { u"spring"_s, u"indexed"_s, u"connect"_s });
    io.choice("values"_L1, store.values, { u"json"_s, u"jdk"_s });
    io.choice("save"_L1, store.save, { u"spring"_s, u"atomic"_s });
    io.choice("writes"_L1, store.writes, { u"delta"_s, u"always"_s, u"immediate"_s });
    io.choice("read"_L1, store.read, { u"session"_s, u"attributes"_s });
    io.number("touch_s"_L1, store.touchS, 0, 86'400);
    io.part("redis"_L1, store.redis, [](auto& inner, auto& redis) { redisFields(inner, redis); });
    io.part(
        "deployment"_L1, store.deployment, [](auto& inner, auto& deployment) { deploymentFields(inner, deployment); });
    io.part("cache"_L1, store.cache, [](auto& inner, auto& cache) { cacheFields(inner, cache); });
    io.part("remote"_L1, store.remote, [](auto& inner, auto& remote) { remoteFields(inner, remote); });
    io.part("token"_L1, store.token, [](auto& inner, auto& token) { tokenFields(inner, token); });
    io.part("replication"_L1, store.replication,
        [](auto& inner, auto& replication) { replicationFields(inner, replication); });
    io.part("sql"_L1, store.sql, [](auto& inner, auto& sql) { sqlFields(inner, sql); });
    io.part("memcached"_L1, store.memcached, [](auto& inner, auto& memcached) { memcachedFields(inner, memcached); });
}

} // namespace ceteris::contract
