// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/redisservice.h"
#include "app/services/serverservice.h"

namespace ceteris::services {

// One or two session servers for the arm's instances, and the private Redis in which all of them keep the sessions: a
// server that dies takes no session along, and with a second one nobody notices. Parts: "session-server-1" and
// "-2", and "store" for their Redis. Only who has the random key of this start may ask them.
class SessionServerService : public Backend
{
public:
    static Result<std::unique_ptr<Backend>> start(const BackendOptions& options);

    void tell(contract::ServerConfig& config) const override;
    std::vector<Part> parts() const override;
    Result<void> restart(const QString& part) override; // at its port
    QString lastLines(const QString& part) const override;
    std::vector<contract::RedisAddress> redis() const override { return m_store->redis(); }

private:
    SessionServerService(const BackendOptions& options, std::unique_ptr<RedisService> store);
    Result<void> launch(std::size_t server);

    const contract::RemoteConfig m_remote; // without the servers
    const ServerOptions m_options; // of each server
    const Through m_through;
    const std::unique_ptr<RedisService> m_store; // before the servers: it must outlive them
    std::vector<std::unique_ptr<ServerService>> m_servers;
    std::vector<quint16> m_ports;
};

} // namespace ceteris::services
