// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/backend.h"

#include "app/services/cachedbackend.h"
#include "app/services/clusterservice.h"
#include "app/services/memcachedservice.h"
#include "app/services/redisservice.h"
#include "app/services/replicationservice.h"
#include "app/services/sentinelservice.h"
#include "app/services/sessionserverservice.h"
#include "app/services/sqlitefile.h"
#include "app/services/tokenservice.h"

namespace ceteris::services {
namespace {

template <class Service, class Options>
Result<std::unique_ptr<Backend>> started(const Options& options)
{
    auto service = Service::start(options);
    if (!service)
        return tl::unexpected(service.error());
    return std::move(*service);
}

Result<std::unique_ptr<Backend>> startRedis(const BackendOptions& options)
{
    switch (options.arm.redis.deployment) {
    case plan::RedisDeployment::Single:
        return started<RedisService>(
            RedisOptions { options.arm.redis, options.cpus, options.folder, {}, options.through });
    case plan::RedisDeployment::Sentinel:
        return started<SentinelService>(options);
    case plan::RedisDeployment::Cluster:
        return started<ClusterService>(options);
    }
    return nullptr;
}

Result<std::unique_ptr<Backend>> startStore(const BackendOptions& options)
{
    switch (options.arm.store) {
    case plan::StoreKind::Redis:
        return startRedis(options);
    case plan::StoreKind::SessionServer:
        return SessionServerService::start(options);
    case plan::StoreKind::Token:
        return started<TokenService>(options);
    case plan::StoreKind::Replicated:
        return started<ReplicationService>(options);
    case plan::StoreKind::Sql: {
        const SqlOptions sql { options.arm.sql, options.cpus, options.folder, options.through };
        return sql.settings.engine == plan::SqlEngine::Sqlite ? started<SqliteFile>(sql) : started<SqlService>(sql);
    }
    case plan::StoreKind::Memcached:
        return started<MemcachedService>(MemcachedOptions { options.arm.memcached, options.cpus, options.through });
    case plan::StoreKind::Memory:
        break;
    }
    return nullptr;
}

} // namespace

Result<std::unique_ptr<Backend>> startBackend(const BackendOptions& options)
{
    auto store = startStore(options);
    if (!store || options.arm.cache.kind != plan::CacheKind::Redis)
        return store;
    return CachedBackend::start(options, std::move(*store));
}

} // namespace ceteris::services
