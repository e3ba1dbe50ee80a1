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

QStringList partsOfRedis(const Redis& redis)
{
    const auto replicas = [&](int masters) { return numbered(u"replica"_s, masters * redis.replicas); };
    switch (redis.deployment) {
    case RedisDeployment::Sentinel:
        return QStringList { u"master"_s } + replicas(1) + numbered(u"sentinel"_s, 3);
    case RedisDeployment::Cluster:
        return numbered(u"master"_s, redis.masters) + replicas(redis.masters);
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
        return numbered(u"session-server"_s, arm.sessionServer.servers);
    case StoreKind::Replicated:
        return arm.replication.members == Members::ZooKeeper ? QStringList { u"zookeeper"_s } : QStringList();
    case StoreKind::Memory:
    case StoreKind::Token:
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
    return names + partsOfStore(arm);
}

QStringList linkNames(const Arm& arm)
{
    if (!arm.url.isEmpty())
        return {};
    if (arm.store != StoreKind::Redis || arm.redis.transport != Transport::Tcp)
        return {};
    switch (arm.redis.deployment) {
    case RedisDeployment::Single:
        return { u"store"_s };
    case RedisDeployment::Sentinel:
        return numbered(u"replica"_s, arm.redis.replicas);
    case RedisDeployment::Cluster:
        break; // its nodes tell each other where they are
    }
    return {};
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
