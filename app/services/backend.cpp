// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/backend.h"

#include "app/services/memcachedservice.h"
#include "app/services/redisservice.h"
#include "app/services/replicationservice.h"
#include "app/services/sqlitefile.h"

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

} // namespace

Result<std::unique_ptr<Backend>> startBackend(const BackendOptions& options)
{
    switch (options.arm.store) {
    case plan::StoreKind::Redis:
        return started<RedisService>(RedisOptions { options.arm.redis, options.cpus, options.folder });
    case plan::StoreKind::Replicated:
        return started<ReplicationService>(options);
    case plan::StoreKind::Sql: {
        const SqlOptions sql { options.arm.sql, options.cpus, options.folder, options.through };
        return sql.settings.engine == plan::SqlEngine::Sqlite ? started<SqliteFile>(sql) : started<SqlService>(sql);
    }
    case plan::StoreKind::Memcached:
        return started<MemcachedService>(MemcachedOptions { options.arm.memcached, options.cpus, options.through });
    case plan::StoreKind::Memory:
    case plan::StoreKind::SessionServer:
    case plan::StoreKind::Token:
        break;
    }
    return nullptr;
}

} // namespace ceteris::services
