// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/redisservice.h"

namespace ceteris::services {

// A store and the Redis that is a cache in front of it: the store's parts, and "cache".
class CachedBackend : public Backend
{
public:
    // store: nullptr for an arm whose sessions are in its app.
    static Result<std::unique_ptr<Backend>> start(const BackendOptions& options, std::unique_ptr<Backend> store);

    void tell(contract::ServerConfig& config) const override;
    std::vector<Part> parts() const override;
    Result<void> restart(const QString& part) override;
    QString lastLines(const QString& part) const override;
    std::vector<contract::RedisAddress> redis() const override; // of the store
    std::optional<contract::MemcachedAddress> memcached() const override; // likewise
    std::optional<contract::SqlAddress> sql() const override; // likewise

private:
    CachedBackend(std::unique_ptr<Backend> store, std::unique_ptr<RedisService> cache);

    const std::unique_ptr<Backend> m_store;
    const std::unique_ptr<RedisService> m_cache;
};

} // namespace ceteris::services
