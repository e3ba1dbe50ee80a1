// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/redisnode.h"

#include <QTemporaryDir>

namespace ceteris::services {

// A private master with its replicas, and three Sentinels that agree by two on its end and choose the next one.
// Parts: "master", "replica-1" …, "sentinel-1" … "sentinel-3"; the names stay with the processes, whatever becomes of
// their roles. The replication of each replica can go through a link of its name.
class SentinelService : public Backend
{
public:
    static Result<std::unique_ptr<SentinelService>> start(const BackendOptions& options); // when all know each other

    void tell(contract::ServerConfig& config) const override;
    std::vector<Part> parts() const override;
    Result<void> restart(const QString& part) override;
    QString lastLines(const QString& part) const override;
    std::vector<contract::RedisAddress> redis() const override { return addressesOf(m_redis); }

private:
    explicit SentinelService(const BackendOptions& options);
    Result<void> launch();
    void addRedis(const QString& name, const contract::RedisAddress& address, const QByteArray& more);
    void addSentinel(const QString& name, const contract::RedisAddress& address);
    void setPublishPeriod(int ms) const;
    bool isWatched(const RedisNode& sentinel) const;
    contract::RedisAddress address(quint16 port) const;

    const plan::Redis m_settings;
    const std::vector<int> m_cpus;
    const Through m_through;
    QTemporaryDir m_folder;
    const QString m_password;
    std::vector<RedisNode> m_redis; // the first is the master at the start
    std::vector<RedisNode> m_sentinels;
};

} // namespace ceteris::services
