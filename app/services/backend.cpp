// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/backend.h"

#include "app/services/cachedbackend.h"
#include "app/services/redisservice.h"
#include "app/services/sessionserverservice.h"
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

Result<std::unique_ptr<Backend>> startStore(const BackendOptions& options)
{
    switch (options.arm.store) {
    case plan::StoreKind::Redis:
        return started<RedisService>(RedisOptions { options.arm.redis, options.cpus, options.folder });
    case plan::StoreKind::SessionServer:
        return SessionServerService::start(options);
    case plan::StoreKind::Token:
        return started<TokenService>(options);
    case plan::StoreKind::Memory:
    case plan::StoreKind::Sql:
    case plan::StoreKind::Memcached:
    case plan::StoreKind::Replicated:
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
