// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/cachedbackend.h"

using namespace Qt::StringLiterals;

namespace ceteris::services {
namespace {

const auto cacheName = QStringLiteral("cache");

} // namespace

Result<std::unique_ptr<Backend>> CachedBackend::start(const BackendOptions& options, std::unique_ptr<Backend> store)
{
    Through through;
    if (options.through)
        through = [direct = options.through](const QString&, quint16 port) { return direct(cacheName, port); };
    auto cache = RedisService::start({ {}, options.cpus, options.folder, {}, through });
    if (!cache)
        return tl::unexpected(cache.error());
    return std::unique_ptr<Backend>(new CachedBackend(std::move(store), std::move(*cache)));
}

CachedBackend::CachedBackend(std::unique_ptr<Backend> store, std::unique_ptr<RedisService> cache)
    : m_store(std::move(store))
    , m_cache(std::move(cache))
{
}

void CachedBackend::tell(contract::ServerConfig& config) const
{
    if (m_store)
        m_store->tell(config);
    contract::ServerConfig told;
    m_cache->tell(told);
    config.store.cache.redis = told.store.redis;
}

std::vector<Part> CachedBackend::parts() const
{
    auto parts = m_store ? m_store->parts() : std::vector<Part> {};
    parts.push_back({ cacheName, m_cache->alive() ? m_cache->pid() : 0 });
    return parts;
}

Result<void> CachedBackend::restart(const QString& part)
{
    return part == cacheName ? m_cache->restart(part) : m_store->restart(part);
}

QString CachedBackend::lastLines(const QString& part) const
{
    return part == cacheName ? m_cache->lastLines() : m_store->lastLines(part);
}

std::vector<contract::RedisAddress> CachedBackend::redis() const
{
    return m_store ? m_store->redis() : std::vector<contract::RedisAddress> {};
}

std::optional<contract::MemcachedAddress> CachedBackend::memcached() const
{
    return m_store ? m_store->memcached() : std::nullopt;
}

std::optional<contract::SqlAddress> CachedBackend::sql() const
{
    return m_store ? m_store->sql() : std::nullopt;
}

} // namespace ceteris::services
