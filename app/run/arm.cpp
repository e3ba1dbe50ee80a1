// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/arm.h"

#include "app/plan/names.h"
#include "app/run/probes.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace ceteris::run {
namespace {

// As the plan's text spells it: the server has the same words.
template <class Enum, std::size_t count>
QString name(const std::array<QLatin1StringView, count>& names, Enum value)
{
    return names[static_cast<std::size_t>(value)];
}

} // namespace

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
    config.store.kind = plan::name(arm.store);
    config.store.nameSpace = arm.redis.nameSpace;
    config.store.save = arm.redis.save == plan::RedisSave::Atomic ? u"atomic"_s : u"spring"_s;
    config.store.cache.kind = name(plan::cacheNames, arm.cache.kind);
    config.store.cache.ttlS = arm.cache.ttlS;
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

    auto backend = services::startBackend({ arm, cpus.store, folder, serverProgram });
    if (!backend)
        return tl::unexpected(backend.error());
    running->m_backend = std::move(*backend);
    auto config = purpose == Purpose::Probes ? probeConfig(serverConfig(plan, arm)) : serverConfig(plan, arm);
    if (running->m_backend)
        running->m_backend->tell(config);
    for (config.instance = 0; config.instance < arm.instances; ++config.instance) {
        auto server = services::ServerService::start({ config, cpus.server, serverProgram, {}, {} });
        if (!server)
            return tl::unexpected(server.error());
        running->m_instances.push_back(std::move(*server));
    }
    return running;
}

QString RunningArm::url() const
{
    return isOurs() ? m_instances.front()->url() : m_arm.url;
}

monitor::Watch RunningArm::watch() const
{
    monitor::Watch watch;
    for (const auto& instance : m_instances) {
        watch.appPids.push_back(instance->pid());
        watch.metricsUrls.push_back(instance->url() % u"/metrics");
    }
    if (!m_backend)
        return watch;
    for (const auto& part : m_backend->parts())
        watch.storePids.push_back(part.pid);
    watch.redis = m_backend->redis();
    return watch;
}

std::optional<Error> RunningArm::lost() const
{
    for (const auto& instance : m_instances)
        if (!instance->alive())
            return Error { ErrorCode::ChildDied, { u"ceteris-server"_s, instance->lastLines() } };
    if (!m_backend)
        return std::nullopt;
    for (const auto& [name, pid] : m_backend->parts())
        if (pid == 0)
            return Error { ErrorCode::ChildDied, { name, m_backend->lastLines(name) } };
    return std::nullopt;
}

std::optional<qint64> RunningArm::sessions() const
{
    if (m_backend && m_backend->redis())
        return monitor::countRedisSessions(*m_backend->redis(), m_arm.redis.nameSpace);
    if (const auto kept = m_backend ? m_backend->sessions() : std::nullopt)
        return kept;
    if (const auto now = counters())
        return now->sessions;
    return std::nullopt;
}

std::optional<monitor::ServerCounters> RunningArm::counters() const
{
    if (!isOurs())
        return std::nullopt;
    return monitor::readServerCounters(m_instances.front()->url() % u"/metrics");
}

} // namespace ceteris::run
