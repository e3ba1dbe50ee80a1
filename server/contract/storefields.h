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

template <class Io, class Store>
void storeFields(Io& io, Store& store)
{
    io.choice("kind"_L1, store.kind,
        { u"memory"_s, u"redis"_s, u"sql"_s, u"memcached"_s, u"session-server"_s, u"token"_s, u"replicated"_s });
    io.text("namespace"_L1, store.nameSpace);
    io.choice("save"_L1, store.save, { u"spring"_s, u"atomic"_s });
    io.part("redis"_L1, store.redis, [](auto& inner, auto& redis) { redisFields(inner, redis); });
    io.part(
        "deployment"_L1, store.deployment, [](auto& inner, auto& deployment) { deploymentFields(inner, deployment); });
}

} // namespace ceteris::contract
