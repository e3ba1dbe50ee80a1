// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/factory.h"

#include "server/sessions/stores/cachedstore.h"
#include "server/sessions/stores/memorystore.h"
#include "server/sessions/stores/redisstore.h"
#include "server/sessions/stores/remotestore.h"
#include "server/sessions/stores/sessiontable.h"
#include "server/sessions/stores/tokenstore.h"

#include <QDeadlineTimer>

#include <hiredis/hiredis.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ceteris::sessions {
namespace {

using Context = std::unique_ptr<redisContext, decltype(&redisFree)>;
using Reply = std::unique_ptr<redisReply, decltype(&freeReplyObject)>;

timeval left(const QDeadlineTimer& deadline)
{
    const auto us = std::max<qint64>(1000, deadline.remainingTimeNSecs() / 1000); // 0 would mean for ever
    return { us / 1'000'000, us % 1'000'000 };
}

Context connectTo(const contract::RedisAddress& address, const QDeadlineTimer& deadline)
{
    auto* context = address.socketPath.isEmpty()
        ? redisConnectWithTimeout(address.host.toUtf8().constData(), address.port, left(deadline))
        : redisConnectUnixWithTimeout(address.socketPath.toLocal8Bit().constData(), left(deadline));
    return { context, &redisFree };
}

// What is wrong with the answer to one command; empty when nothing is.
QString complaint(redisContext* context, const QDeadlineTimer& deadline, const QList<QByteArray>& command)
{
    if (context->err)
        return QString::fromLocal8Bit(context->errstr);
    redisSetTimeout(context, left(deadline));
    std::vector<const char*> arguments;
    std::vector<std::size_t> sizes;
    for (const auto& argument : command) {
        arguments.push_back(argument.constData());
        sizes.push_back(static_cast<std::size_t>(argument.size()));
    }
    const Reply reply(static_cast<redisReply*>(
                          redisCommandArgv(context, static_cast<int>(command.size()), arguments.data(), sizes.data())),
        &freeReplyObject);
    if (!reply)
        return deadline.hasExpired() ? u"no answer in time"_s : QString::fromLocal8Bit(context->errstr);
    return reply->type == REDIS_REPLY_ERROR ? QString::fromUtf8(reply->str, static_cast<qsizetype>(reply->len))
                                            : QString();
}

QString complaint(const contract::RedisAddress& address)
{
    const QDeadlineTimer deadline(2s, Qt::PreciseTimer);
    const auto context = connectTo(address, deadline);
    if (!context)
        return u"out of memory"_s;
    if (!address.password.isEmpty())
        if (auto refused = complaint(context.get(), deadline, { "AUTH", address.password.toUtf8() });
            !refused.isEmpty())
            return refused;
    return complaint(context.get(), deadline, { "PING" });
}

QString shown(const contract::RedisAddress& address)
{
    return address.socketPath.isEmpty() ? u"%1:%2"_s.arg(address.host).arg(address.port) : address.socketPath;
}

std::optional<contract::Failure> failureOf(const contract::RedisAddress& redis)
{
    const auto reason = complaint(redis);
    if (reason.isEmpty())
        return std::nullopt;
    return contract::Failure { contract::ExitCode::NoStore,
        u"The session store, Redis at %1, cannot be used: %2."_s.arg(shown(redis), reason) };
}

contract::Result<StoreFactory> redisFactory(const contract::ServerConfig& config)
{
    const auto& redis = config.store.redis;
    if (const auto failure = failureOf(redis))
        return tl::unexpected(*failure);
    RedisStoreOptions options { redis, config.store.nameSpace, config.absoluteTimeoutS };
    if (config.store.save == "atomic"_L1)
        options.saveMode = SaveMode::Atomic;
    return [options] { return std::make_unique<RedisStore>(options); };
}

// The cache is a store of copies, so it is made like one; its Redis is asked no longer than a cache is worth.
contract::Result<StoreFactory> cacheFactory(const contract::ServerConfig& config)
{
    if (config.store.cache.kind == "local"_L1) {
        const auto table = std::make_shared<SessionTable>(config.absoluteTimeoutS);
        return [table] { return std::make_unique<MemoryStore>(table); };
    }
    const auto& redis = config.store.cache.redis;
    if (const auto failure = failureOf(redis))
        return tl::unexpected(*failure);
    const RedisStoreOptions options { redis, u"ceteris:cache"_s, config.absoluteTimeoutS, { .deadline = 250ms },
        SaveMode::Atomic };
    return [options] { return std::make_unique<RedisStore>(options); };
}

contract::Result<StoreFactory> withCache(const contract::ServerConfig& config, const StoreFactory& makeStore)
{
    auto makeCache = cacheFactory(config);
    if (!makeCache)
        return makeCache;
    return
        [makeStore, makeCache = *makeCache, ttlS = config.store.cache.ttlS, counts = std::make_shared<CacheCounts>()] {
            return std::make_unique<CachedStore>(makeStore(), makeCache(), ttlS, counts);
        };
}

contract::Result<StoreFactory> remoteFactory(const contract::ServerConfig& config)
{
    if (config.store.remote.servers.isEmpty())
        return tl::unexpected(contract::Failure {
            contract::ExitCode::NoStore, u"The session store is a session server, but none is named."_s });
    const RemoteStoreOptions options { config.store.remote, config.absoluteTimeoutS };
    return [options] { return std::make_unique<RemoteStore>(options); };
}

// Tokens with refresh families in this process, or in Redis for several instances.
contract::Result<StoreFactory> tokenFactory(const contract::ServerConfig& config)
{
    const auto& token = config.store.token;
    const TokenStoreOptions options { QByteArray::fromHex(token.secret.toLatin1()), token.accessS, token.refreshS };
    if (options.secret.size() < 32)
        return tl::unexpected(contract::Failure {
            contract::ExitCode::BadConfig, u"The secret of signed tokens must be 64 hex digits, 256 bits."_s });
    const FamilyTimes times { token.refreshS * qint64 { 1000 }, token.graceS * qint64 { 1000 } };
    if (token.refreshStore == "memory"_L1) {
        return [options, table = std::make_shared<FamilyTable>(times)] {
            return std::make_unique<TokenStore>(options, std::make_unique<MemoryFamilies>(table));
        };
    }
    const auto& redis = config.store.redis;
    if (const auto failure = failureOf(redis))
        return tl::unexpected(*failure);
    return [options, times, redis, nameSpace = config.store.nameSpace] {
        return std::make_unique<TokenStore>(options, std::make_unique<RedisFamilies>(redis, nameSpace, times));
    };
}

contract::Result<StoreFactory> plainFactory(const contract::ServerConfig& config)
{
    if (config.store.kind == "redis"_L1)
        return redisFactory(config);
    if (config.store.kind == "session-server"_L1)
        return remoteFactory(config);
    if (config.store.kind == "token"_L1)
        return tokenFactory(config);
    const auto table = std::make_shared<SessionTable>(config.absoluteTimeoutS);
    return [table] { return std::make_unique<MemoryStore>(table); };
}

} // namespace

contract::Result<StoreFactory> storeFactory(const contract::ServerConfig& config)
{
    if (config.store.kind == "token"_L1 && config.store.cache.kind != "none"_L1)
        return tl::unexpected(contract::Failure { contract::ExitCode::BadConfig,
            u"There is nothing to cache with signed tokens: the client holds the session."_s });
    auto makeStore = plainFactory(config);
    if (!makeStore || config.store.cache.kind == "none"_L1)
        return makeStore;
    return withCache(config, *makeStore);
}

} // namespace ceteris::sessions
