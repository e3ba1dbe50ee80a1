// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/sessionserverservice.h"

#include "app/services/randomkey.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace ceteris::services {
namespace {

constexpr int aYearS = 31'536'000;

QString partName(std::size_t server)
{
    return u"session-server-%1"_s.arg(server + 1);
}

std::optional<std::size_t> serverOf(const QString& part)
{
    for (std::size_t server = 0; server < 2; ++server)
        if (part == partName(server))
            return server;
    return std::nullopt;
}

ServerOptions serverOptions(const BackendOptions& options, const contract::RemoteConfig& remote)
{
    ServerOptions server { {}, options.cpus, options.serverProgram, {}, {} };
    server.config.sessionService = { true, remote.key, remote.legacy };
    server.config.store.kind = u"redis"_s;
    server.config.store.nameSpace = options.arm.redis.nameSpace;
    server.config.store.save = u"atomic"_s; // a failover may do a save twice
    server.config.absoluteTimeoutS = aYearS; // the app ends its sessions
    server.config.accounts.count = 1; // nobody signs in here
    server.config.accounts.cost = 4;
    server.config.limits.idleMs = 3'600'000;
    return server;
}

} // namespace

Result<std::unique_ptr<Backend>> SessionServerService::start(const BackendOptions& options)
{
    auto store = RedisService::start({ {}, options.cpus, options.folder, {}, options.through });
    if (!store)
        return tl::unexpected(store.error());
    std::unique_ptr<SessionServerService> service(new SessionServerService(options, std::move(*store)));
    for (int server = 0; server < options.arm.sessionServer.servers; ++server) {
        service->m_servers.emplace_back();
        service->m_ports.push_back(0);
        if (const auto launched = service->launch(service->m_servers.size() - 1); !launched)
            return tl::unexpected(launched.error());
    }
    return service;
}

SessionServerService::SessionServerService(const BackendOptions& options, std::unique_ptr<RedisService> store)
    : m_remote { {}, randomKey(), options.arm.sessionServer.legacy }
    , m_options(serverOptions(options, m_remote))
    , m_through(options.through)
    , m_store(std::move(store))
{
}

Result<void> SessionServerService::launch(std::size_t server)
{
    auto options = m_options;
    options.config.port = m_ports[server]; // 0 at first: any
    m_store->tell(options.config);
    auto started = ServerService::start(options);
    if (!started)
        return tl::unexpected(started.error());
    m_ports[server] = static_cast<quint16>(QUrl((*started)->url()).port());
    m_servers[server] = std::move(*started);
    return {};
}

void SessionServerService::tell(contract::ServerConfig& config) const
{
    config.store.remote = m_remote;
    for (std::size_t server = 0; server < m_ports.size(); ++server) {
        const auto port = m_ports[server];
        config.store.remote.servers.push_back({ u"127.0.0.1"_s, m_through ? m_through(partName(server), port) : port });
    }
}

std::vector<Part> SessionServerService::parts() const
{
    std::vector<Part> parts;
    for (std::size_t server = 0; server < m_servers.size(); ++server)
        parts.push_back({ partName(server), m_servers[server]->alive() ? m_servers[server]->pid() : 0 });
    for (const auto& part : m_store->parts())
        parts.push_back(part);
    return parts;
}

Result<void> SessionServerService::restart(const QString& part)
{
    const auto server = serverOf(part);
    if (!server)
        return m_store->restart(part);
    return launch(*server);
}

QString SessionServerService::lastLines(const QString& part) const
{
    const auto server = serverOf(part);
    return server ? m_servers[*server]->lastLines() : m_store->lastLines(part);
}

} // namespace ceteris::services
