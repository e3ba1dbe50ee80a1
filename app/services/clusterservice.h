// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/redisnode.h"

#include <QTemporaryDir>

namespace ceteris::services {

// A private Redis Cluster: masters that share the slots evenly, each with its replicas.
// Parts: "master-1" …, "replica-1" … — of "master-1", "master-2" … in turn; the names stay with the processes,
// whatever becomes of their roles.
class ClusterService : public Backend
{
public:
    static Result<std::unique_ptr<ClusterService>> start(const BackendOptions& options); // when all of it is there

    void tell(contract::ServerConfig& config) const override;
    std::vector<Part> parts() const override { return partsOf(m_nodes); }
    Result<void> restart(const QString& part) override { return services::restart(m_nodes, part); }
    QString lastLines(const QString& part) const override { return lastLinesOf(m_nodes, part); }
    std::vector<contract::RedisAddress> redis() const override { return addressesOf(m_nodes); }

private:
    explicit ClusterService(const BackendOptions& options);
    Result<void> launch();
    void addNode(const QString& name, quint16 port, quint16 busPort);
    Result<void> shareSlots() const;
    Result<void> introduce(const std::vector<quint16>& busPorts) const;
    Result<void> replicate() const;
    Result<void> waitForAll(const std::function<bool(const RedisNode&)>& holds) const;

    const plan::Redis m_settings;
    const std::vector<int> m_cpus;
    QTemporaryDir m_folder;
    const QString m_password;
    std::vector<RedisNode> m_nodes; // the masters at the start, then the replicas
};

} // namespace ceteris::services
