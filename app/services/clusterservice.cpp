// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/clusterservice.h"

#include "app/services/loopback.h"
#include "app/services/randomkey.h"
#include "app/services/redisservice.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace ceteris::services {
namespace {

constexpr int slotCount = 16'384;

Result<void> order(const RedisNode& node, const std::vector<QByteArray>& words)
{
    if (node.ask(words) == "OK")
        return {};
    return fail(ErrorCode::ChildDidNotStart,
        { u"redis-server"_s, u"%1 refuses %2"_s.arg(node.name(), QString::fromUtf8(words[0] + ' ' + words[1])) });
}

} // namespace

ClusterService::ClusterService(const BackendOptions& options)
    : m_settings(options.arm.redis)
    , m_cpus(options.cpus)
    , m_folder(options.folder + u"/cluster-XXXXXX"_s)
    , m_password(randomKey())
{
}

Result<std::unique_ptr<ClusterService>> ClusterService::start(const BackendOptions& options)
{
    return onFreePorts([&]() -> Result<std::unique_ptr<ClusterService>> {
        std::unique_ptr<ClusterService> service(new ClusterService(options));
        return service->launch().map([&] { return std::move(service); });
    });
}

Result<void> ClusterService::launch()
{
    if (!m_folder.isValid())
        return fail(ErrorCode::CannotWriteFile, { m_folder.path(), m_folder.errorString() });
    const auto masters = m_settings.masters;
    const auto count = static_cast<std::size_t>(masters * (1 + m_settings.replicas));
    const auto ports = freePorts(2 * count); // one for commands, one for the nodes among themselves
    const std::vector<quint16> busPorts(ports.begin() + static_cast<std::ptrdiff_t>(count), ports.end());
    for (std::size_t i = 0; i < count; ++i) {
        const auto number = static_cast<int>(i);
        const auto isMaster = number < masters;
        const auto name = isMaster ? u"master-%1"_s.arg(number + 1) : u"replica-%1"_s.arg(number - masters + 1);
        addNode(name, ports[i], busPorts[i]);
    }
    return startAll(m_nodes)
        .and_then([this] { return shareSlots(); })
        .and_then([&] { return introduce(busPorts); })
        .and_then([this] { return replicate(); })
        .and_then([this] {
            return waitForAll([this](const RedisNode& node) {
                const auto info = node.ask({ "CLUSTER", "INFO" });
                const QByteArray masterCount = "cluster_size:" + QByteArray::number(m_settings.masters) + "\r\n";
                return info.contains("cluster_state:ok") && info.contains(masterCount);
            });
        });
}

void ClusterService::addNode(const QString& name, quint16 port, quint16 busPort)
{
    contract::RedisAddress address;
    address.port = port;
    address.password = m_password;
    const auto folder = m_folder.filePath(name);
    QDir().mkpath(folder);
    auto config = redisConfig(m_settings, address, folder);
    config += "masterauth " + m_password.toUtf8() + "\nrepl-diskless-sync-delay 0\n";
    config += "cluster-enabled yes\ncluster-port " + QByteArray::number(busPort) + '\n';
    config += "cluster-node-timeout " + QByteArray::number(m_settings.nodeTimeoutMs) + '\n';
    config += QByteArray("cluster-require-full-coverage ") + (m_settings.fullCoverage ? "yes\n" : "no\n");
    m_nodes.emplace_back(RedisNode::Options { name, address, config, m_cpus });
}

Result<void> ClusterService::shareSlots() const
{
    for (int i = 0; i < m_settings.masters; ++i) {
        const auto& node = m_nodes[static_cast<std::size_t>(i)];
        const auto first = QByteArray::number(i * slotCount / m_settings.masters);
        const auto last = QByteArray::number((i + 1) * slotCount / m_settings.masters - 1);
        const auto shared = order(node, { "CLUSTER", "ADDSLOTSRANGE", first, last }).and_then([&] {
            return order(node, { "CLUSTER", "SET-CONFIG-EPOCH", QByteArray::number(i + 1) });
        });
        if (!shared)
            return shared;
    }
    return {};
}

Result<void> ClusterService::introduce(const std::vector<quint16>& busPorts) const
{
    for (std::size_t i = 1; i < m_nodes.size(); ++i) {
        const auto port = QByteArray::number(m_nodes[i].address().port);
        const auto met
            = order(m_nodes.front(), { "CLUSTER", "MEET", "127.0.0.1", port, QByteArray::number(busPorts[i]) });
        if (!met)
            return met;
    }
    return waitForAll([this](const RedisNode& node) {
        const auto nodes = node.ask({ "CLUSTER", "NODES" });
        return nodes.count('\n') == static_cast<qsizetype>(m_nodes.size()) && !nodes.contains("handshake");
    });
}

Result<void> ClusterService::replicate() const
{
    for (auto i = static_cast<std::size_t>(m_settings.masters); i < m_nodes.size(); ++i) {
        const auto& master = m_nodes[i % static_cast<std::size_t>(m_settings.masters)];
        if (const auto done = order(m_nodes[i], { "CLUSTER", "REPLICATE", master.ask({ "CLUSTER", "MYID" }) }); !done)
            return done;
    }
    for (std::size_t i = 0; i < static_cast<std::size_t>(m_settings.masters); ++i) {
        const auto& master = m_nodes[i];
        if (const auto ready = master.waitUntil([&] { return master.clearConfirmed(m_settings.replicas); }); !ready)
            return ready;
    }
    return {};
}

Result<void> ClusterService::waitForAll(const std::function<bool(const RedisNode&)>& holds) const
{
    for (const auto& node : m_nodes)
        if (const auto ready = node.waitUntil([&] { return holds(node); }); !ready)
            return ready;
    return {};
}

void ClusterService::tell(contract::ServerConfig& config) const
{
    config.store.redis = {};
    config.store.redis.password = m_password;
    config.store.deployment = { u"cluster"_s, {}, {}, m_settings.waitReplicas, m_settings.waitMs };
    for (const auto& address : addressesOf(m_nodes))
        config.store.deployment.nodes.append(address);
}

} // namespace ceteris::services
