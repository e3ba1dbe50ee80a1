// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/names.h"
#include "app/plan/rules.h"
#include "app/plan/stores.h"

// The keys of each store's table; part of fields.h.
namespace ceteris::plan {

using namespace Qt::StringLiterals;

// Beside deployment, which has been read.
template <class Io>
void deploymentFields(Io& io, Redis& redis)
{
    const auto with
        = [&](bool fits, const QString& only) { return fits || !io.sound("deployment"_L1) ? optional : absent(only); };
    const auto sentinel
        = with(redis.deployment == RedisDeployment::Sentinel, Text::tr("only with deployment = \"sentinel\""));
    const auto cluster
        = with(redis.deployment == RedisDeployment::Cluster, Text::tr("only with deployment = \"cluster\""));
    const auto several = with(
        redis.deployment != RedisDeployment::Single, Text::tr("only with deployment = \"sentinel\" or \"cluster\""));
    io.number("replicas"_L1, redis.replicas, 0, 2, several);
    io.number("wait_replicas"_L1, redis.waitReplicas, 0, 2, several);
    io.number("wait_ms"_L1, redis.waitMs, 1, 500, several);
    io.number("down_after_ms"_L1, redis.downAfterMs, 100, 60'000, sentinel);
    io.number("masters"_L1, redis.masters, 3, 6, cluster);
    io.number("node_timeout_ms"_L1, redis.nodeTimeoutMs, 500, 60'000, cluster);
    io.flag("full_coverage"_L1, redis.fullCoverage, cluster);
}

template <class Io>
void fields(Io& io, Redis& redis)
{
    io.choice("layout"_L1, redis.layout, layoutNames);
    const auto springs = redis.layout != RedisLayout::Connect || !io.sound("layout"_L1);
    const auto only = springs ? optional : absent(Text::tr("only with layout = \"spring\" or \"indexed\""));
    io.text("namespace"_L1, redis.nameSpace, rule::nameSpace, only);
    io.choice("transport"_L1, redis.transport, transportNames);
    io.choice("persistence"_L1, redis.persistence, persistenceNames);
    io.number("max_memory_mib"_L1, redis.maxMemoryMib, 0, 1 << 20);
    io.choice("save"_L1, redis.save, saveNames);
    io.choice("values"_L1, redis.values, valuesNames, only);
    io.choice("writes"_L1, redis.writes, writesNames);
    io.choice("read"_L1, redis.read, readNames, only);
    io.number("touch_s"_L1, redis.touchS, 0, 86'400);
    const auto fits = (redis.transport == Transport::Tcp || !io.sound("transport"_L1))
        && (redis.layout != RedisLayout::Indexed || !io.sound("layout"_L1));
    io.choice("deployment"_L1, redis.deployment, deploymentNames,
        fits ? optional : absent(Text::tr("only with transport = \"tcp\" and another layout than \"indexed\"")));
    deploymentFields(io, redis);
}

template <class Io>
void fields(Io& io, Sql& sql)
{
    io.choice("engine"_L1, sql.engine, sqlEngineNames);
    io.number("connections"_L1, sql.connections, 1, 100);
    io.flag("durable"_L1, sql.durable);
}

template <class Io>
void fields(Io& io, Memcached& memcached)
{
    io.number("memory_mib"_L1, memcached.memoryMib, 2, 1 << 20); // memcached starts with no less
}

template <class Io>
void fields(Io& io, SessionServer& sessionServer)
{
    io.number("servers"_L1, sessionServer.servers, 1, 2);
    io.flag("legacy"_L1, sessionServer.legacy);
}

template <class Io>
void fields(Io& io, Token& token)
{
    io.number("access_s"_L1, token.accessS, shortestAccessS, 31'536'000);
    io.number("refresh_s"_L1, token.refreshS, 1, 31'536'000);
    io.number("grace_s"_L1, token.graceS, 0, 3600);
    io.choice("refresh_store"_L1, token.refreshStore, refreshStoreNames);
    io.choice("renewal"_L1, token.renewal, renewalNames);
    io.number("tabs"_L1, token.tabs, 1, 10);
}

template <class Io>
void fields(Io& io, Replication& replication)
{
    io.choice("copies"_L1, replication.copies, copiesNames);
    io.choice("acknowledge"_L1, replication.acknowledge, acknowledgeNames);
    io.choice("members"_L1, replication.members, membersNames);
}

template <class Io>
void fields(Io& io, Cache& cache)
{
    io.choice("kind"_L1, cache.kind, cacheNames);
    const auto caches = cache.kind != CacheKind::None || !io.sound("kind"_L1);
    io.number("ttl_s"_L1, cache.ttlS, 1, 86'400,
        caches ? optional : absent(Text::tr("only with kind = \"local\" or \"redis\"")));
}

template <class Io>
void fields(Io& io, Balancer& balancer)
{
    io.choice("kind"_L1, balancer.kind, balancerNames);
    io.choice("method"_L1, balancer.method, balancerMethodNames);
}

} // namespace ceteris::plan
