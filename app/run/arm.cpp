// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/arm.h"

#include "app/run/probes.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace ceteris::run {

contract::ServerConfig serverConfig(const plan::Plan& plan, const plan::Arm& arm)
{
    contract::ServerConfig config;
    config.threads = plan.server.threads;
    config.hashThreads = plan.server.hashThreads;
    config.csrf = plan.server.csrf;
    config.cookieName = plan.server.cookie;
    config.idleTimeoutS = plan.server.idleTimeoutS;
    config.absoluteTimeoutS = plan.server.absoluteTimeoutS;
    config.accounts.count = plan.accounts.count;
    config.accounts.scheme = plan.accounts.scheme;
    config.accounts.cost = plan.accounts.cost;
    config.limits.idleMs = 3'600'000; // a user who thinks must not lose his connection
    config.store.kind = arm.store == plan::StoreKind::Redis ? u"redis"_s : u"memory"_s;
    config.store.nameSpace = arm.redis.nameSpace;
    config.store.save = arm.redis.save == plan::RedisSave::Atomic ? u"atomic"_s : u"spring"_s;
    return config;
}

RunningArm::RunningArm(const plan::Arm& arm)
    : m_arm(arm)
{
}

Result<std::unique_ptr<RunningArm>> RunningArm::start(const plan::Plan& plan, const plan::Arm& arm, const CpuSets& cpus,
    const QString& folder, const QString& serverProgram, Purpose purpose)
{
    std::unique_ptr<RunningArm> running(new RunningArm(arm));
    if (!arm.url.isEmpty())
        return running;

    auto config = purpose == Purpose::Probes ? probeConfig(serverConfig(plan, arm)) : serverConfig(plan, arm);
    if (arm.store == plan::StoreKind::Redis) {
        auto redis = services::RedisService::start({ arm.redis, cpus.store, folder });
        if (!redis)
            return tl::unexpected(redis.error());
        running->m_redis = std::move(*redis);
        config.store.redis = running->m_redis->address();
    }
    auto server = services::ServerService::start({ config, cpus.server, serverProgram, {}, {} });
    if (!server)
        return tl::unexpected(server.error());
    running->m_server = std::move(*server);
    return running;
}

QString RunningArm::url() const
{
    return m_server ? m_server->url() : m_arm.url;
}

monitor::Watch RunningArm::watch() const
{
    monitor::Watch watch;
    if (m_server) {
        watch.appPids = { m_server->pid() };
        watch.metricsUrls = { m_server->url() % u"/metrics" };
    }
    if (m_redis) {
        watch.storePids = { m_redis->pid() };
        watch.redis = m_redis->address();
    }
    return watch;
}

std::optional<Error> RunningArm::lost() const
{
    if (m_server && !m_server->alive())
        return Error { ErrorCode::ChildDied, { u"ceteris-server"_s, m_server->lastLines() } };
    if (m_redis && !m_redis->alive())
        return Error { ErrorCode::ChildDied, { u"redis-server"_s, m_redis->lastLines() } };
    return std::nullopt;
}

std::optional<qint64> RunningArm::sessions() const
{
    if (m_redis)
        return monitor::countRedisSessions(m_redis->address(), m_arm.redis.nameSpace);
    if (const auto now = counters())
        return now->sessions;
    return std::nullopt;
}

std::optional<monitor::ServerCounters> RunningArm::counters() const
{
    if (!m_server)
        return std::nullopt;
    return monitor::readServerCounters(m_server->url() % u"/metrics");
}

} // namespace ceteris::run
