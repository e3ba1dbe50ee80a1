// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/arm.h"

#include "app/plan/names.h"
#include "app/run/probes.h"

#include <QDir>
#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace ceteris::run {
namespace {

QString randomSecret()
{
    std::array<quint32, 8> words;
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char*>(words.data()), sizeof words).toHex());
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
    config.store.layout = plan::name(arm.redis.layout);
    config.store.values = plan::name(arm.redis.values);
    config.store.writes = plan::name(arm.redis.writes);
    config.store.read = plan::name(arm.redis.read);
    config.store.touchS = arm.redis.touchS;
    return config;
}

QByteArray sessionPrefix(const plan::Redis& redis)
{
    const QByteArray root = redis.nameSpace.toUtf8() + ":sessions:";
    switch (redis.layout) {
    case plan::RedisLayout::Spring:
        return root;
    case plan::RedisLayout::Indexed:
        return root + "expires:"; // the hash stays for some time when a session has ended
    case plan::RedisLayout::Connect:
        break;
    }
    return "sess:"_ba;
}

namespace {

// nullptr for users in SQLite, which each instance opens itself.
Result<std::unique_ptr<services::SqlService>> startUsers(
    const plan::Plan& plan, const CpuSets& cpus, const QString& folder)
{
    if (plan.accounts.database == plan::SqlEngine::Sqlite)
        return nullptr;
    return services::SqlService::start({ { .engine = plan.accounts.database }, cpus.server, folder });
}

} // namespace

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
    auto users = startUsers(plan, cpus, folder);
    if (!users)
        return tl::unexpected(users.error());
    running->m_users = std::move(*users);
    auto config = purpose == Purpose::Probes ? probeConfig(serverConfig(plan, arm)) : serverConfig(plan, arm);
    if (running->m_backend)
        running->m_backend->tell(config);
    if (arm.store == plan::StoreKind::Redis && arm.redis.layout == plan::RedisLayout::Connect)
        config.cookieSecret = randomSecret(); // one for all instances
    if (running->m_users)
        config.accounts.database = running->m_users->address();
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
    if (m_users)
        watch.appPids.push_back(m_users->pid());
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
    if (m_users && !m_users->alive())
        return Error { ErrorCode::ChildDied, { u"users"_s, m_users->lastLines({}) } };
    if (!m_backend)
        return std::nullopt;
    for (const auto& [name, pid] : m_backend->parts())
        if (pid == 0)
            return Error { ErrorCode::ChildDied, { name, m_backend->lastLines(name) } };
    return std::nullopt;
}

std::optional<qint64> RunningArm::sessions() const
{
    if (m_backend && !m_backend->redis().empty())
        return monitor::countRedisSessions(m_backend->redis(), sessionPrefix(m_arm.redis));
    if (m_backend)
        return m_backend->sessions();
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
