// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/redisstore.h"

#include "server/sessions/stores/expiry.h"

#include <hiredis/hiredis.h>

using namespace Qt::StringLiterals;

namespace ceteris::sessions {
namespace {

// KEYS: of the session, and its new one when it moves. ARGV: when it expires, then fields and values.
// HMSET comes first, as only that can be refused (out of memory): then nothing has changed.
const RedisScript& saveScript()
{
    static const RedisScript script(R"(
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
redis.call('HMSET', KEYS[1], unpack(ARGV, 2))
if KEYS[2] then redis.call('RENAME', KEYS[1], KEYS[2]) end
redis.call('PEXPIREAT', KEYS[#KEYS], ARGV[1])
return 1
)"_ba);
    return script;
}

qint64 idleEndMs(qint64 lastAccessedMs, int maxInactiveS)
{
    return lastAccessedMs + qint64 { maxInactiveS } * 1000;
}

} // namespace

RedisStore::RedisStore(const RedisStoreOptions& options)
    : RedisStore(options, std::make_unique<RedisClient>(options.address, options.timing))
{
}

RedisStore::RedisStore(const RedisStoreOptions& options, std::unique_ptr<RedisSender> sender)
    : m_options(options)
    , m_prefix(options.nameSpace.toUtf8() + ':')
    , m_sessionPrefix(m_prefix + "sessions:")
    , m_absoluteMs(qint64 { options.absoluteTimeoutS } * 1000)
    , m_redis(std::move(sender))
{
}

void RedisStore::find(const QByteArray& id, qint64 now, Found done)
{
    if (!isSessionId(id))
        return done(Status::NotFound, {});
    m_redis.ask({ "HGETALL"_ba, keyOf(id) }, [=, this, done = std::move(done)](Status status, const redisReply* reply) {
        status == Status::Ok ? arrived(id, listOf(reply), now, done) : done(status, {});
    });
}

void RedisStore::findSome(const QByteArray& id, const QList<QByteArray>& attributes, qint64 now, Found done)
{
    if (m_options.reads == ReadMode::Whole || !isSessionId(id))
        return find(id, now, std::move(done));
    const auto names = fieldNames(attributes);
    m_redis.ask(Keys { "HMGET"_ba, keyOf(id) } + names,
        [=, this, done = std::move(done)](Status status, const redisReply* reply) {
            status == Status::Ok ? arrived(id, hashOf(names, listOf(reply)), now, done) : done(status, {});
        });
}

void RedisStore::arrived(const QByteArray& id, const HashFields& fields, qint64 now, const Found& done)
{
    if (fields.isEmpty())
        return done(Status::NotFound, {});
    auto session = sessionFromHash(id, fields, m_options.codec);
    if (session && !expired(session->createdMs, session->lastAccessedMs, session->maxInactiveS, m_absoluteMs, now))
        return done(Status::Ok, std::move(*session));
    m_redis.ask({ "DEL"_ba, keyOf(id) },
        [done](Status deleted, const redisReply*) { done(deleted == Status::Ok ? Status::NotFound : deleted, {}); });
}

void RedisStore::create(const Session& session, Done done)
{
    Q_ASSERT(isSessionId(session.id));
    const auto expiresAtMs = idleEndMs(session.lastAccessedMs, session.maxInactiveS);
    m_redis.askAll(writesTo(session.id, toHash(session, m_options.codec), expiresAtMs), std::move(done));
}

void RedisStore::save(const Delta& delta, Done done)
{
    if (!isSessionId(delta.id))
        return done(Status::NotFound);
    if (needsNoWrite(m_options, delta))
        return done(Status::Ok);
    if (m_options.saveMode == SaveMode::Atomic)
        return writeIfThere({ keyOf(delta.id) }, delta, std::move(done));
    m_redis.ask(
        { "EXISTS"_ba, keyOf(delta.id) }, [=, this, done = std::move(done)](Status status, const redisReply* reply) {
            if (status != Status::Ok || reply->integer == 0)
                return done(status == Status::Ok ? Status::NotFound : status);
            m_redis.askAll(writesTo(delta.id, delta), done);
        });
}

void RedisStore::rotateId(const QByteArray& newId, const Delta& delta, Done done)
{
    Q_ASSERT(isSessionId(newId));
    if (!isSessionId(delta.id))
        return done(Status::NotFound);
    if (m_options.saveMode == SaveMode::Atomic && !m_options.isCluster)
        return writeIfThere({ keyOf(delta.id), keyOf(newId) }, delta, std::move(done));
    m_redis.ask({ "RENAME"_ba, keyOf(delta.id), keyOf(newId) },
        [=, this, done = std::move(done)](Status status, const redisReply*) {
            if (status != Status::Ok)
                return done(status);
            m_redis.askAll(writesTo(newId, delta), done);
        });
}

void RedisStore::remove(const QByteArray& id, Done done)
{
    if (!isSessionId(id))
        return done(Status::Ok);
    m_redis.ask({ "DEL"_ba, keyOf(id) }, [done = std::move(done)](Status status, const redisReply*) { done(status); });
}

void RedisStore::count(Counted done)
{
    m_redis.count(m_sessionPrefix, &isSessionId, std::move(done));
}

void RedisStore::clear(Done done)
{
    m_redis.clear(m_prefix, std::move(done));
}

Capabilities RedisStore::capabilities() const
{
    return { .survivesServerRestart = true, .sharedByInstances = true };
}

std::optional<qint64> RedisStore::refusedAttributes() const
{
    return m_options.codec.refused->load(std::memory_order_relaxed);
}

QList<RedisSender::Command> RedisStore::writesTo(
    const QByteArray& id, const HashFields& fields, qint64 expiresAtMs) const
{
    const auto key = keyOf(id);
    return { Keys { "HMSET"_ba, key } + fields, { "PEXPIREAT"_ba, key, QByteArray::number(expiresAtMs) } };
}

QList<RedisSender::Command> RedisStore::writesTo(const QByteArray& id, const Delta& delta) const
{
    QList<Command> commands;
    const auto expiresAtMs = idleEndMs(delta.lastAccessedMs, delta.maxInactiveS);
    for (const auto& step : stepsOf(delta, m_options.writes))
        commands += writesTo(id, toHash(step, m_options.codec), expiresAtMs);
    return commands;
}

// One script writes all steps at once: nobody could see them apart.
void RedisStore::writeIfThere(const Keys& keys, const Delta& delta, Done done)
{
    Keys arguments { QByteArray::number(idleEndMs(delta.lastAccessedMs, delta.maxInactiveS)) };
    for (const auto& step : stepsOf(delta, m_options.writes))
        arguments += toHash(step, m_options.codec);
    m_redis.run(saveScript(), keys, arguments, [done = std::move(done)](Status status, const redisReply* reply) {
        done(status == Status::Ok && reply->integer == 0 ? Status::NotFound : status);
    });
}

} // namespace ceteris::sessions
