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
    io.number("touch_s"_L1, store.touchS, 0, 86'400);
    io.part("redis"_L1, store.redis, [](auto& inner, auto& redis) { redisFields(inner, redis); });
}

} // namespace ceteris::contract
