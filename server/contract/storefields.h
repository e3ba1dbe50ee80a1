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

template <class Io, class Store>
void storeFields(Io& io, Store& store)
{
    io.choice("kind"_L1, store.kind,
        { u"memory"_s, u"redis"_s, u"sql"_s, u"memcached"_s, u"session-server"_s, u"token"_s, u"replicated"_s });
    io.text("namespace"_L1, store.nameSpace);
    io.choice("save"_L1, store.save, { u"spring"_s, u"atomic"_s });
    io.part("redis"_L1, store.redis, [](auto& inner, auto& redis) { redisFields(inner, redis); });
    io.part("cache"_L1, store.cache, [](auto& inner, auto& cache) { cacheFields(inner, cache); });
    io.part("remote"_L1, store.remote, [](auto& inner, auto& remote) { remoteFields(inner, remote); });
    io.part("token"_L1, store.token, [](auto& inner, auto& token) { tokenFields(inner, token); });
}

} // namespace ceteris::contract
