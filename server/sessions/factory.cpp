// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/factory.h"

#include "server/sessions/clientfactories.h"
#include "server/sessions/stores/connectstore.h"
#include "server/sessions/stores/indexedstore.h"
#include "server/sessions/stores/memcachedstore.h"
#include "server/sessions/stores/memorystore.h"
#include "server/sessions/stores/pooledstore.h"
#include "server/sessions/stores/redisdeployment.h"
#include "server/sessions/stores/redisstore.h"
#include "server/sessions/stores/replicatedstore.h"
#include "server/sessions/stores/sessiontable.h"
#include "server/sessions/stores/sqlstore.h"

#include <QDeadlineTimer>

#include <hiredis/hiredis.h>

#include <atomic>

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

RedisStoreOptions redisOptions(const contract::ServerConfig& config)
{
    const auto& store = config.store;
    RedisStoreOptions options { store.redis, store.nameSpace, config.absoluteTimeoutS };
    if (store.save == "atomic"_L1)
        options.saveMode = SaveMode::Atomic;
    if (store.writes != "delta"_L1)
        options.writes = store.writes == "always"_L1 ? WriteMode::Always : WriteMode::Immediate;
    if (store.values == "jdk"_L1)
        options.codec.form = ValueForm::Jdk;
    if (store.read == "attributes"_L1)
        options.reads = ReadMode::Needed;
    options.touchS = store.touchS;
    options.isCluster = store.deployment.kind == "cluster"_L1;
    return options;
}

contract::Failure unusable(const contract::RedisAddress& redis, const QString& reason)
{
    return { contract::ExitCode::NoStore,
        u"The session store, Redis at %1, cannot be used: %2."_s.arg(shown(redis), reason) };
}

// Whichever thread comes first sweeps and listens for the whole process, as one instance of Spring does.
template <class MakeSender>
StoreFactory indexedFactory(const RedisStoreOptions& options, const MakeSender& sender)
{
    const auto isKept = std::make_shared<std::atomic_flag>();
    return [=] {
        auto store = std::make_unique<IndexedStore>(options, sender());
        if (!isKept->test_and_set())
            store->keepHouse();
        return store;
    };
}

contract::Result<StoreFactory> redisFactory(const contract::ServerConfig& config)
{
    const auto& redis = config.store.redis;
    const auto& deployment = config.store.deployment;
    const auto isSingle = deployment.kind == "single"_L1;
    if (const auto reason = isSingle ? complaint(redis) : whyUnusable(redis, deployment); !reason.isEmpty())
        return tl::unexpected(
            unusable(isSingle || deployment.nodes.isEmpty() ? redis : deployment.nodes.first(), reason));
    const auto options = redisOptions(config);
    const auto sender = [=] { return redisSender(redis, deployment, options.timing); };
    if (config.store.layout == "connect"_L1)
        return [=] { return std::make_unique<ConnectStore>(options, sender()); };
    if (config.store.layout == "indexed"_L1)
        return indexedFactory(options, sender);
    return [=] { return std::make_unique<RedisStore>(options, sender()); };
}

contract::Result<StoreFactory> replicatedFactory(const contract::ServerConfig& config)
{
    return Replication::start(config).map([](const std::shared_ptr<Replication>& replication) -> StoreFactory {
        return [replication] { return std::make_unique<ReplicatedStore>(replication); };
    });
}

QString shown(const contract::SqlAddress& address)
{
    return address.file.isEmpty() ? u"%1 at %2:%3"_s.arg(address.engine, address.host).arg(address.port) : address.file;
}

StoreFactory pooled(const PoolOptions& options, StorePool::MakeStore make)
{
    const auto pool = std::make_shared<StorePool>(options, std::move(make));
    return [pool] { return std::make_unique<PooledStore>(pool); };
}

contract::Result<StoreFactory> sqlFactory(const contract::ServerConfig& config)
{
    const auto& sql = config.store.sql;
    if (const auto reason = SqlStore::prepare(sql); !reason.isEmpty())
        return tl::unexpected(contract::Failure { contract::ExitCode::NoStore,
            u"The session store, %1, cannot be used: %2."_s.arg(shown(sql.address), reason) });
    return pooled({ .threads = sql.connections },
        [sql, timeout = config.absoluteTimeoutS] { return std::make_unique<SqlStore>(sql, timeout); });
}

contract::Result<StoreFactory> memcachedFactory(const contract::ServerConfig& config)
{
    const auto& address = config.store.memcached;
    if (const auto reason = MemcachedStore::complaint(address); !reason.isEmpty())
        return tl::unexpected(contract::Failure { contract::ExitCode::NoStore,
            u"The session store, memcached at %1:%2, cannot be used: %3."_s.arg(address.host)
                .arg(address.port)
                .arg(reason) });
    return pooled({},
        [address, timeout = config.absoluteTimeoutS] { return std::make_unique<MemcachedStore>(address, timeout); });
}

contract::Result<StoreFactory> plainFactory(const contract::ServerConfig& config)
{
    if (config.store.kind == "session-server"_L1)
        return remoteFactory(config);
    if (config.store.kind == "token"_L1)
        return tokenFactory(config);
    if (config.store.kind == "redis"_L1)
        return redisFactory(config);
    if (config.store.kind == "replicated"_L1)
        return replicatedFactory(config);
    if (config.store.kind == "sql"_L1)
        return sqlFactory(config);
    if (config.store.kind == "memcached"_L1)
        return memcachedFactory(config);
    const auto table = std::make_shared<SessionTable>(config.absoluteTimeoutS);
    return [table] { return std::make_unique<MemoryStore>(table); };
}

} // namespace

std::optional<contract::Failure> redisFailure(const contract::RedisAddress& redis)
{
    const auto reason = complaint(redis);
    return reason.isEmpty() ? std::nullopt : std::optional(unusable(redis, reason));
}

contract::Result<StoreFactory> storeFactory(const contract::ServerConfig& config)
{
    return plainFactory(config).and_then(
        [&config](const StoreFactory& makeStore) { return withCache(config, makeStore); });
}

IdMaker idMaker(const contract::StoreConfig& config)
{
    return config.kind == "redis"_L1 && config.layout == "connect"_L1 ? &newLongSessionId : &newSessionId;
}

} // namespace ceteris::sessions
