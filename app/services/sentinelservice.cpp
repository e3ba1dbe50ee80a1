// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/sentinelservice.h"

#include "app/services/loopback.h"
#include "app/services/randomkey.h"
#include "app/services/redisservice.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::services {
namespace {

constexpr auto groupName = "sessions";
constexpr std::size_t sentinels = 3;

// Until a Sentinel tries a failover again. For as long it lets a replica be that replicates from elsewhere than it
// thinks right, which a replica behind a link of ours does: such a link must outlive the trial.
constexpr int failoverTimeoutMs = 10'000;
constexpr int failoverTimeoutWithLinksMs = 600'000;

// How often Sentinels tell of themselves. In a hurry they know each other soon; a Redis before 7.0 has no such switch.
constexpr int hurriedPublishPeriodMs = 100;
constexpr int usualPublishPeriodMs = 2000;

} // namespace

SentinelService::SentinelService(const BackendOptions& options)
    : m_settings(options.arm.redis)
    , m_cpus(options.cpus)
    , m_through(options.through)
    , m_folder(options.folder + u"/sentinel-XXXXXX"_s)
    , m_password(randomKey())
{
}

Result<std::unique_ptr<SentinelService>> SentinelService::start(const BackendOptions& options)
{
    return onFreePorts([&]() -> Result<std::unique_ptr<SentinelService>> {
        std::unique_ptr<SentinelService> service(new SentinelService(options));
        return service->launch().map([&] { return std::move(service); });
    });
}

Result<void> SentinelService::launch()
{
    if (!m_folder.isValid())
        return fail(ErrorCode::CannotWriteFile, { m_folder.path(), m_folder.errorString() });
    const auto replicas = static_cast<std::size_t>(m_settings.replicas);
    const auto ports = freePorts(1 + replicas + sentinels);
    addRedis(u"master"_s, address(ports[0]), {});
    for (std::size_t i = 1; i <= replicas; ++i) {
        const auto name = u"replica-%1"_s.arg(i);
        const auto master = m_through ? m_through(name, ports[0]) : ports[0];
        addRedis(name, address(ports[i]), "replicaof 127.0.0.1 " + QByteArray::number(master) + '\n');
    }
    for (std::size_t i = 1; i <= sentinels; ++i)
        addSentinel(u"sentinel-%1"_s.arg(i), address(ports[replicas + i]));

    // First the replicas are there, so that the Sentinels find them with their first look at the master.
    return startAll(m_redis)
        .and_then([this] {
            return m_redis.front().waitUntil([this] { return m_redis.front().clearConfirmed(m_settings.replicas); });
        })
        .and_then([this] { return startAll(m_sentinels); })
        .and_then([this]() -> Result<void> {
            setPublishPeriod(hurriedPublishPeriodMs);
            for (const auto& sentinel : m_sentinels)
                if (const auto ready = sentinel.waitUntil([&] { return isWatched(sentinel); }); !ready)
                    return ready;
            setPublishPeriod(usualPublishPeriodMs);
            return {};
        });
}

void SentinelService::addRedis(const QString& name, const contract::RedisAddress& address, const QByteArray& more)
{
    const auto folder = m_folder.filePath(name);
    QDir().mkpath(folder);
    auto config = redisConfig(m_settings, address, folder);
    config += "masterauth " + m_password.toUtf8() + "\nrepl-diskless-sync-delay 0\n" + more;
    m_redis.emplace_back(RedisNode::Options { name, address, config, m_cpus });
}

void SentinelService::addSentinel(const QString& name, const contract::RedisAddress& address)
{
    const QByteArray group = QByteArray(groupName) + ' ';
    const auto password = m_password.toUtf8();
    const auto timeout = m_through ? failoverTimeoutWithLinksMs : failoverTimeoutMs;
    QByteArray config = "bind 127.0.0.1\nprotected-mode yes\ndaemonize no\nport " + QByteArray::number(address.port);
    config += "\nrequirepass " + password; // also for each other
    config += "\ndir " + QDir::toNativeSeparators(m_folder.path()).toUtf8();
    config += "\nsentinel monitor " + group + "127.0.0.1 " + QByteArray::number(m_redis.front().address().port) + " 2";
    config += "\nsentinel auth-pass " + group + password;
    config += "\nsentinel down-after-milliseconds " + group + QByteArray::number(m_settings.downAfterMs);
    config += "\nsentinel failover-timeout " + group + QByteArray::number(timeout) + '\n';
    const auto file = m_folder.filePath(name + u".conf"_s);
    m_sentinels.emplace_back(RedisNode::Options { name, address, config, m_cpus, file });
}

void SentinelService::setPublishPeriod(int ms) const
{
    for (const auto& sentinel : m_sentinels)
        sentinel.ask({ "SENTINEL", "DEBUG", "publish-period", QByteArray::number(ms) });
}

// It knows the replicas and the other Sentinels, so that a failover could begin now.
bool SentinelService::isWatched(const RedisNode& sentinel) const
{
    const auto facts = sentinel.ask({ "SENTINEL", "MASTER", groupName });
    const auto replicas = sentinel.ask({ "SENTINEL", "REPLICAS", groupName });
    const QByteArray others = "num-other-sentinels\n" + QByteArray::number(int { sentinels } - 1) + '\n';
    return facts.contains(others) && replicas.count("master-link-status\nok\n") == m_settings.replicas;
}

contract::RedisAddress SentinelService::address(quint16 port) const
{
    contract::RedisAddress address;
    address.port = port;
    address.password = m_password;
    return address;
}

void SentinelService::tell(contract::ServerConfig& config) const
{
    config.store.redis = address(0);
    config.store.deployment
        = { u"sentinel"_s, {}, QString::fromLatin1(groupName), m_settings.waitReplicas, m_settings.waitMs };
    for (const auto& sentinel : m_sentinels)
        config.store.deployment.nodes.append(sentinel.address());
}

std::vector<Part> SentinelService::parts() const
{
    auto parts = partsOf(m_redis);
    std::ranges::copy(partsOf(m_sentinels), std::back_inserter(parts));
    return parts;
}

Result<void> SentinelService::restart(const QString& part)
{
    return services::restart(part.startsWith(u"sentinel") ? m_sentinels : m_redis, part);
}

QString SentinelService::lastLines(const QString& part) const
{
    return lastLinesOf(part.startsWith(u"sentinel") ? m_sentinels : m_redis, part);
}

} // namespace ceteris::services
