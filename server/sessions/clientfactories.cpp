// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/clientfactories.h"

#include "server/sessions/stores/cachedstore.h"
#include "server/sessions/stores/memorystore.h"
#include "server/sessions/stores/pooledstore.h"
#include "server/sessions/stores/redisstore.h"
#include "server/sessions/stores/remotestore.h"
#include "server/sessions/stores/sessiontable.h"
#include "server/sessions/stores/tokenstore.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ceteris::sessions {
namespace {

tl::unexpected<contract::Failure> fail(contract::ExitCode code, const QString& sentence)
{
    return tl::unexpected(contract::Failure { code, sentence });
}

// The cache is a store of copies, so it is made like one; its Redis is waited for no longer than a cache is worth.
contract::Result<StoreFactory> cacheFactory(const contract::ServerConfig& config)
{
    if (config.store.cache.kind == "local"_L1) {
        const auto table = std::make_shared<SessionTable>(config.absoluteTimeoutS);
        return [table] { return std::make_unique<MemoryStore>(table); };
    }
    const auto& redis = config.store.cache.redis;
    if (const auto failure = redisFailure(redis))
        return tl::unexpected(*failure);
    RedisStoreOptions options { redis, u"ceteris:cache"_s, config.absoluteTimeoutS };
    options.timing.deadline = 250ms;
    options.saveMode = SaveMode::Atomic;
    return [options] { return std::make_unique<RedisStore>(options); };
}

} // namespace

contract::Result<StoreFactory> remoteFactory(const contract::ServerConfig& config)
{
    if (config.store.remote.servers.isEmpty())
        return fail(contract::ExitCode::NoStore, u"The session store is a session server, but none is named."_s);
    const RemoteStoreOptions options { config.store.remote, config.absoluteTimeoutS };
    const auto pool = RemoteStore::pool(options);
    return [pool] { return std::make_unique<PooledStore>(pool, RemoteStore::capabilities); };
}

contract::Result<StoreFactory> tokenFactory(const contract::ServerConfig& config)
{
    const auto& token = config.store.token;
    const TokenStoreOptions options { QByteArray::fromHex(token.secret.toLatin1()), token.accessS, token.refreshS };
    if (options.secret.size() < 32)
        return fail(contract::ExitCode::BadConfig, u"The secret of signed tokens must be 64 hex digits, 256 bits."_s);
    const FamilyTimes times { token.refreshS * qint64 { 1000 }, token.graceS * qint64 { 1000 } };
    if (token.refreshStore == "memory"_L1) {
        return [options, families = std::make_shared<MemoryFamilies>(times)] {
            return std::make_unique<TokenStore>(options, families);
        };
    }
    const auto& redis = config.store.redis;
    if (const auto failure = redisFailure(redis))
        return tl::unexpected(*failure);
    return [options, times, redis, nameSpace = config.store.nameSpace] {
        return std::make_unique<TokenStore>(options, std::make_unique<RedisFamilies>(redis, nameSpace, times));
    };
}

contract::Result<StoreFactory> withCache(const contract::ServerConfig& config, const StoreFactory& makeStore)
{
    if (config.store.cache.kind == "none"_L1)
        return makeStore;
    if (config.store.kind == "token"_L1)
        return fail(contract::ExitCode::BadConfig,
            u"There is nothing to cache with signed tokens: the client holds the session."_s);
    auto makeCache = cacheFactory(config);
    if (!makeCache)
        return makeCache;
    const auto counts = std::make_shared<CacheCounts>();
    return [makeStore, makeCache = *makeCache, ttlS = config.store.cache.ttlS, counts] {
        return std::make_unique<CachedStore>(makeStore(), makeCache(), ttlS, counts);
    };
}

} // namespace ceteris::sessions
