// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/parts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::plan {
namespace {

QStringList numbered(const QString& name, int count)
{
    QStringList names;
    for (int i = 1; i <= count; ++i)
        names += u"%1-%2"_s.arg(name).arg(i);
    return names;
}

constexpr int sentinels = 3; // that a private Redis behind Sentinel has

QStringList partsOfRedis(const Redis& redis)
{
    switch (redis.deployment) {
    case RedisDeployment::Sentinel:
        return QStringList { u"master"_s } + numbered(u"replica"_s, redis.replicas)
            + numbered(u"sentinel"_s, sentinels);
    case RedisDeployment::Cluster:
        return numbered(u"master"_s, redis.masters) + numbered(u"replica"_s, redis.masters * redis.replicas);
    case RedisDeployment::Single:
        break;
    }
    return { u"store"_s };
}

QStringList partsOfStore(const Arm& arm)
{
    switch (arm.store) {
    case StoreKind::Redis:
        return partsOfRedis(arm.redis);
    case StoreKind::Memcached:
        return { u"store"_s };
    case StoreKind::Sql:
        return arm.sql.engine == SqlEngine::Sqlite ? QStringList() : QStringList { u"store"_s };
    case StoreKind::SessionServer:
        return numbered(u"session-server"_s, arm.sessionServer.servers) + QStringList { u"store"_s };
    case StoreKind::Replicated:
        return arm.replication.members == Members::ZooKeeper ? QStringList { u"zookeeper"_s } : QStringList();
    case StoreKind::Token:
        return arm.token.refreshStore == RefreshStore::Redis ? QStringList { u"store"_s } : QStringList();
    case StoreKind::Memory:
        break;
    }
    return {};
}

QStringList linksOfRedis(const Redis& redis)
{
    if (redis.deployment == RedisDeployment::Sentinel)
        return numbered(u"replica"_s, redis.replicas); // from the master to each
    return redis.deployment == RedisDeployment::Single && redis.transport == Transport::Tcp ? QStringList { u"store"_s }
                                                                                            : QStringList();
}

QStringList linksOfStore(const Arm& arm)
{
    switch (arm.store) {
    case StoreKind::Redis:
        return linksOfRedis(arm.redis);
    case StoreKind::Sql:
    case StoreKind::Memcached:
    case StoreKind::SessionServer:
    case StoreKind::Token:
        return partsOfStore(arm);
    case StoreKind::Replicated:
        return numbered(u"replication"_s, arm.instances) + partsOfStore(arm);
    case StoreKind::Memory:
        break;
    }
    return {};
}

} // namespace

QStringList partNames(const Arm& arm)
{
    if (!arm.url.isEmpty())
        return {};
    auto names = numbered(u"instance"_s, arm.instances);
    if (arm.instances > 1)
        names += u"balancer"_s;
    names += partsOfStore(arm);
    if (arm.cache.kind == CacheKind::Redis)
        names += u"cache"_s;
    return names;
}

QStringList linkNames(const Arm& arm)
{
    if (!arm.url.isEmpty())
        return {};
    auto names = linksOfStore(arm);
    if (arm.cache.kind == CacheKind::Redis)
        names += u"cache"_s;
    return names;
}

std::vector<Event> eventsOf(const Plan& plan, const Arm& arm)
{
    std::vector<Event> events;
    for (const auto& event : plan.events)
        if (event.arms.contains(arm.isTwin ? plan.arms.front().name : arm.name))
            events.push_back(event);
    std::ranges::stable_sort(events, {}, &Event::atS);
    return events;
}

QStringList disturbedLinks(const Plan& plan, const Arm& arm)
{
    QStringList links;
    for (const auto& name : linkNames(arm))
        if (std::ranges::any_of(
                plan.events, [&name](const Event& it) { return isOfLink(it.what) && it.where == name; }))
            links += name;
    return links;
}

} // namespace ceteris::plan
