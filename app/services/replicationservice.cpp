// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/replicationservice.h"

#include "app/services/loopback.h"
#include "app/services/randomkey.h"
#include "app/services/zookeeperservice.h"

using namespace Qt::StringLiterals;

namespace ceteris::services {
namespace {

constexpr std::size_t mostInstances = 8; // some may be started later

QList<contract::ReplicaAddress> addresses(const Through& through)
{
    QList<contract::ReplicaAddress> addresses;
    for (const auto port : freePorts(mostInstances)) {
        const auto link = u"replication-%1"_s.arg(addresses.size() + 1); // as its instance is called
        addresses.append({ port, through ? through(link, port) : port });
    }
    return addresses;
}

} // namespace

ReplicationService::ReplicationService() = default;
ReplicationService::~ReplicationService() = default;

Result<std::unique_ptr<ReplicationService>> ReplicationService::start(const BackendOptions& options)
{
    const auto& settings = options.arm.replication;
    std::unique_ptr<ReplicationService> service(new ReplicationService);
    auto& config = service->m_config;
    config.copies = settings.copies == plan::Copies::All ? u"all"_s : u"backup"_s;
    config.acknowledge = settings.acknowledge == plan::Acknowledge::Sync ? u"sync"_s : u"async"_s;
    config.secret = randomKey();
    config.members = addresses(options.through);
    if (settings.members == plan::Members::Static)
        return service;
    auto zooKeeper = ZooKeeperService::start({ options.cpus, options.folder, freePort() });
    if (!zooKeeper)
        return tl::unexpected(zooKeeper.error());
    service->m_zooKeeper = std::move(*zooKeeper);
    const auto port = service->m_zooKeeper->port();
    config.zookeeper = u"127.0.0.1:%1"_s.arg(options.through ? options.through(u"zookeeper"_s, port) : port);
    config.path = u"/ceteris/members"_s; // nobody else is in this ZooKeeper
    return service;
}

void ReplicationService::tell(contract::ServerConfig& config) const
{
    config.store.replication = m_config;
}

std::vector<Part> ReplicationService::parts() const
{
    if (!m_zooKeeper)
        return {};
    return { { u"zookeeper"_s, m_zooKeeper->alive() ? m_zooKeeper->pid() : 0 } };
}

Result<void> ReplicationService::restart(const QString&)
{
    return m_zooKeeper ? m_zooKeeper->restart() : Result<void>();
}

QString ReplicationService::lastLines(const QString&) const
{
    return m_zooKeeper ? m_zooKeeper->lastLines() : QString();
}

} // namespace ceteris::services
