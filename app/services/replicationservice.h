// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/backend.h"

#include <memory>

namespace ceteris::services {

class ZooKeeperService;

// What instances that keep each other's sessions have to know: their ports, their secret and, if the plan wants members
// to be found, a private ZooKeeper. What the others say to instance-1 goes through the link
// "replication-1", and so on; what all say to ZooKeeper through "zookeeper".
class ReplicationService : public Backend
{
public:
    static Result<std::unique_ptr<ReplicationService>> start(const BackendOptions& options);
    ~ReplicationService() override;

    void tell(contract::ServerConfig& config) const override;
    std::vector<Part> parts() const override; // "zookeeper", or none
    Result<void> restart(const QString& part) override;
    QString lastLines(const QString& part) const override;

private:
    ReplicationService();

    contract::ReplicationConfig m_config;
    std::unique_ptr<ZooKeeperService> m_zooKeeper; // none: the members are known
};

} // namespace ceteris::services
