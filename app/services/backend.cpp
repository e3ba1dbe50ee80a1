// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/backend.h"

#include "app/services/redisservice.h"

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
        return started<RedisService>(
            RedisOptions { options.arm.redis, options.cpus, options.folder, {}, options.through });
    case plan::StoreKind::Memory:
    case plan::StoreKind::Sql:
    case plan::StoreKind::Memcached:
    case plan::StoreKind::SessionServer:
    case plan::StoreKind::Token:
    case plan::StoreKind::Replicated:
        break;
    }
    return nullptr;
}

} // namespace ceteris::services
