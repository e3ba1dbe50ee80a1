// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/arm.h"

#include "app/monitor/processtree.h"
#include "app/plan/names.h"
#include "app/run/probes.h"
#include "app/services/loopback.h"
#include "app/services/randomkey.h"

#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ceteris::run {
namespace {

// As the plan's text spells it: the server has the same words.
template <class Enum, std::size_t count>
QString name(const std::array<QLatin1StringView, count>& names, Enum value)
{
    return names[static_cast<std::size_t>(value)];
}

const auto balancerName = u"balancer"_s;

QString nameOf(int instance)
{
    return u"instance-%1"_s.arg(instance);
}

// Whether an instance counts its own sessions, not those of all.
bool hasOwnSessions(plan::StoreKind store)
{
    return store == plan::StoreKind::Memory || store == plan::StoreKind::Replicated;
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
    const QString& folder, const QString& serverProgram, Purpose purpose, const services::Through& through)
{
    std::unique_ptr<RunningArm> running(new RunningArm(arm));
    if (!arm.url.isEmpty())
        return running;

    auto backend = services::startBackend({ arm, cpus.store, folder, serverProgram, through });
    if (!backend)
        return tl::unexpected(backend.error());
    running->m_backend = std::move(*backend);
    auto users = startUsers(plan, cpus, folder);
    if (!users)
        return tl::unexpected(users.error());
    running->m_users = std::move(*users);
    running->m_server.cpus = cpus.server;
    running->m_server.program = serverProgram;
    auto& config = running->m_server.config;
    config = purpose == Purpose::Probes ? probeConfig(serverConfig(plan, arm)) : serverConfig(plan, arm);
    if (running->m_backend)
        running->m_backend->tell(config);
    if (arm.store == plan::StoreKind::Redis && arm.redis.layout == plan::RedisLayout::Connect)
        config.cookieSecret = services::randomKey(); // one for all instances
    if (running->m_users)
        config.accounts.database = running->m_users->address();
    if (const auto started = running->startInstances(); !started)
        return tl::unexpected(started.error());
    if (const auto started = running->startBalancer(folder); !started)
        return tl::unexpected(started.error());
    return running;
}

Result<void> RunningArm::startInstances()
{
    for (int number = 1; number <= m_arm.instances; ++number)
        if (const auto started = startInstance(number); !started)
            return started;
    return {};
}

Result<void> RunningArm::startInstance(int number, quint16 port)
{
    auto options = m_server;
    options.config.instance = number - 1;
    const auto begin = [&] {
        options.config.port = port > 0 ? port : services::freePort();
        return services::ServerService::start(options);
    };
    auto server = services::onFreePorts(begin);
    if (!server)
        return tl::unexpected(server.error());
    const auto place = std::ranges::lower_bound(m_instances, number, {}, &Instance::number);
    m_instances.insert(place, { number, std::move(*server) });
    return {};
}

Result<void> RunningArm::startBalancer(const QString& folder)
{
    if (m_arm.instances < 2)
        return {};
    auto balancer = services::Balancer::start({ m_arm.balancer, m_server.cpus, folder }, members());
    if (!balancer)
        return tl::unexpected(balancer.error());
    m_balancer = std::move(*balancer);
    return {};
}

std::vector<services::Member> RunningArm::members() const
{
    std::vector<services::Member> members;
    for (const auto& instance : m_instances)
        members.push_back({ instance.number, instance.server->port() });
    return members;
}

QString RunningArm::url() const
{
    if (!isOurs())
        return m_arm.url;
    return m_balancer ? m_balancer->url() : m_instances.front().server->url();
}

monitor::Watch RunningArm::watch() const
{
    const auto unbanked = [this](qint64 pid) { return m_banked.contains(pid) ? 0 : pid; };
    monitor::Watch watch;
    for (const auto& [number, server] : m_instances) {
        watch.appPids.push_back(unbanked(server->pid()));
        watch.metricsUrls.push_back(server->url() % u"/metrics");
        watch.instances.push_back(number);
    }
    if (m_balancer)
        watch.balancerPids = { unbanked(m_balancer->pid()) };
    watch.sharedSessions = !hasOwnSessions(m_arm.store);
    watch.gone = m_gone;
    if (m_users)
        watch.usersPids = { m_users->pid() };
    if (!m_backend)
        return watch;
    for (const auto& part : m_backend->parts())
        watch.storePids.push_back(unbanked(part.pid));
    watch.redis = m_backend->redis();
    if (m_arm.redis.layout == plan::RedisLayout::Indexed)
        watch.keysPerSession = 3; // its hash, its shadow key and, as each user signs in once, an index of its own
    watch.memcached = m_backend->memcached();
    watch.sql = m_backend->sql();
    return watch;
}

std::optional<Error> RunningArm::lost(const QStringList& expected) const
{
    for (const auto& [number, server] : m_instances)
        if (!server->alive() && !expected.contains(nameOf(number)))
            return Error { ErrorCode::ChildDied, { u"ceteris-server"_s, server->lastLines() } };
    if (m_balancer && !m_balancer->alive() && !expected.contains(balancerName))
        return Error { ErrorCode::ChildDied, { u"balancer"_s, m_balancer->lastLines() } };
    if (m_users && !m_users->alive())
        return Error { ErrorCode::ChildDied, { u"users"_s, m_users->lastLines({}) } };
    if (!m_backend)
        return std::nullopt;
    for (const auto& [name, pid] : m_backend->parts())
        if (pid == 0 && !expected.contains(name))
            return Error { ErrorCode::ChildDied, { name, m_backend->lastLines(name) } };
    return std::nullopt;
}

std::vector<contract::RedisAddress> RunningArm::redis() const
{
    return m_backend ? m_backend->redis() : std::vector<contract::RedisAddress> {};
}

std::optional<qint64> RunningArm::sessions() const
{
    if (m_backend && !m_backend->redis().empty())
        return monitor::countRedisSessions(m_backend->redis(), sessionPrefix(m_arm.redis));
    if (const auto sql = m_backend ? m_backend->sql() : std::nullopt)
        return monitor::countSqlSessions(*sql);
    if (const auto now = counters())
        return now->sessions;
    return std::nullopt;
}

std::optional<monitor::ServerCounters> RunningArm::counters() const
{
    if (!isOurs())
        return std::nullopt;
    auto sum = m_retired;
    for (const auto& instance : m_instances) {
        const auto one = monitor::readServerCounters(instance.server->url() % u"/metrics");
        if (!one)
            return std::nullopt;
        const auto sessions = sum.sessions;
        sum.add(*one);
        if (!hasOwnSessions(m_arm.store))
            sum.sessions = std::max(sessions, one->sessions);
    }
    return sum;
}

std::vector<services::Part> RunningArm::parts() const
{
    std::vector<services::Part> parts;
    for (const auto& [number, server] : m_instances)
        parts.push_back({ nameOf(number), server->alive() ? server->pid() : 0 });
    if (m_balancer)
        parts.push_back({ balancerName, m_balancer->alive() ? m_balancer->pid() : 0 });
    if (m_backend)
        for (auto& part : m_backend->parts())
            parts.push_back(std::move(part));
    return parts;
}

void RunningArm::bank(qint64 pid)
{
    const auto storePids = watch().storePids; // without those that are banked
    if (pid <= 0 || !m_banked.insert(pid).second)
        return;
    auto& gone = std::ranges::find(storePids, pid) != storePids.end() ? m_gone.storeS : m_gone.appS;
    gone += monitor::treeCpuS(pid).value_or(0);
}

Result<void> RunningArm::restart(const QString& part)
{
    if (part == balancerName && m_balancer) {
        bank(m_balancer->pid());
        return m_balancer->restart();
    }
    const auto instance
        = std::ranges::find_if(m_instances, [&part](const Instance& it) { return nameOf(it.number) == part; });
    if (instance == m_instances.end())
        return m_backend ? m_backend->restart(part) : Result<void>();
    const auto number = instance->number;
    const auto port = instance->server->port(); // the balancer knows it there
    bank(instance->server->pid());
    m_instances.erase(instance);
    return startInstance(number, port);
}

Result<int> RunningArm::addInstance()
{
    int number = 1;
    for (const auto& instance : m_instances)
        number += instance.number == number ? 1 : 0;
    return startInstance(number).and_then([this] { return m_balancer->serve(members()); }).map([number] {
        return number;
    });
}

Result<void> RunningArm::removeInstance(int number)
{
    const auto place = std::ranges::find(m_instances, number, &Instance::number);
    if (place == m_instances.end())
        return {};
    const auto leaving = std::move(*place);
    m_instances.erase(place);
    const auto serving = m_balancer->serve(members());
    if (const auto counted = monitor::readServerCounters(leaving.server->url() % u"/metrics"))
        m_retired.add({ counted->requests, std::nullopt }); // its sessions go with it
    bank(leaving.server->pid());
    return serving;
}

} // namespace ceteris::run
