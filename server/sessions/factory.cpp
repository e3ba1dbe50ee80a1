// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/factory.h"

#include "server/sessions/stores/memcachedstore.h"
#include "server/sessions/stores/memorystore.h"
#include "server/sessions/stores/pooledstore.h"
#include "server/sessions/stores/redisstore.h"
#include "server/sessions/stores/sessiontable.h"
#include "server/sessions/stores/sqlstore.h"

#include <QDeadlineTimer>
#include <QTcpSocket>

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

contract::Result<StoreFactory> redisFactory(const contract::ServerConfig& config)
{
    const auto& redis = config.store.redis;
    if (const auto reason = complaint(redis); !reason.isEmpty())
        return tl::unexpected(contract::Failure { contract::ExitCode::NoStore,
            u"The session store, Redis at %1, cannot be used: %2."_s.arg(shown(redis), reason) });
    RedisStoreOptions options { redis, config.store.nameSpace, config.absoluteTimeoutS };
    if (config.store.save == "atomic"_L1)
        options.saveMode = SaveMode::Atomic;
    return [options] { return std::make_unique<RedisStore>(options); };
}

QString shown(const contract::SqlAddress& address)
{
    return address.file.isEmpty() ? u"%1 at %2:%3"_s.arg(address.engine, address.host).arg(address.port) : address.file;
}

contract::Result<StoreFactory> sqlFactory(const contract::ServerConfig& config)
{
    const auto& sql = config.store.sql;
    if (const auto reason = SqlStore::prepare(sql); !reason.isEmpty())
        return tl::unexpected(contract::Failure { contract::ExitCode::NoStore,
            u"The session store, %1, cannot be used: %2."_s.arg(shown(sql.address), reason) });
    const auto make = [sql, timeout = config.absoluteTimeoutS] { return std::make_unique<SqlStore>(sql, timeout); };
    const auto pool = std::make_shared<StorePool>(PoolOptions { .threads = sql.connections }, make);
    return [pool] {
        return std::make_unique<PooledStore>(
            pool, Capabilities { .survivesServerRestart = true, .sharedByInstances = true });
    };
}

contract::Result<StoreFactory> memcachedFactory(const contract::ServerConfig& config)
{
    const auto& address = config.store.memcached;
    QTcpSocket socket;
    socket.connectToHost(address.host, address.port);
    if (!socket.waitForConnected(2000) || socket.write("mn\r\n") < 0 || !socket.waitForReadyRead(2000)
        || !socket.readAll().startsWith("MN"))
        return tl::unexpected(contract::Failure { contract::ExitCode::NoStore,
            u"The session store, memcached 1.6 or later at %1:%2, cannot be used: %3."_s.arg(address.host)
                .arg(address.port)
                .arg(socket.errorString()) });
    return [address, timeout = config.absoluteTimeoutS] { return std::make_unique<MemcachedStore>(address, timeout); };
}

} // namespace

contract::Result<StoreFactory> storeFactory(const contract::ServerConfig& config)
{
    if (config.store.kind == "redis"_L1)
        return redisFactory(config);
    if (config.store.kind == "sql"_L1)
        return sqlFactory(config);
    if (config.store.kind == "memcached"_L1)
        return memcachedFactory(config);
    const auto table = std::make_shared<SessionTable>(config.absoluteTimeoutS);
    return [table] { return std::make_unique<MemoryStore>(table); };
}

} // namespace ceteris::sessions
