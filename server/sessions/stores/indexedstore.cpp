// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/indexedstore.h"

#include "server/sessions/codecs/jsonvalue.h"
#include "server/sessions/stores/expiry.h"

#include <hiredis/hiredis.h>

using namespace Qt::StringLiterals;

namespace ceteris::sessions {
namespace {

constexpr qint64 graceMs = 300'000; // how long the hash outlives its session

// KEYS: the hash. ARGV: the interval of a session that was removed, then fields and values.
const RedisScript& saveScript()
{
    static const RedisScript script(R"(
local interval = redis.call('HGET', KEYS[1], 'maxInactiveInterval')
if not interval or interval == ARGV[1] then return 0 end
redis.call('HMSET', KEYS[1], unpack(ARGV, 2))
return 1
)"_ba);
    return script;
}

qint64 endOf(qint64 lastAccessedMs, int maxInactiveS)
{
    return lastAccessedMs + qint64 { maxInactiveS } * 1000;
}

QByteArray afterMs(qint64 ms)
{
    return QByteArray::number(ms);
}

} // namespace

IndexedStore::IndexedStore(const RedisStoreOptions& options)
    : IndexedStore(options, std::make_unique<RedisClient>(options.address, options.timing))
{
}

IndexedStore::IndexedStore(const RedisStoreOptions& options, std::unique_ptr<RedisSender> sender)
    : m_options(options)
    , m_keys(options.nameSpace)
    , m_redis(std::move(sender))
{
}

IndexedKeeper& IndexedStore::keepHouse()
{
    m_keeper = std::make_unique<IndexedKeeper>(m_options, m_redis);
    return *m_keeper;
}

void IndexedStore::find(const QByteArray& id, qint64 now, Found done)
{
    if (!isSessionId(id))
        return done(Status::NotFound, {});
    m_redis.ask({ "HGETALL"_ba, m_keys.session(id) },
        [=, this, done = std::move(done)](Status status, const redisReply* reply) {
            status == Status::Ok ? arrived(id, listOf(reply), now, done) : done(status, {});
        });
}

// A whole session when nobody's would be read otherwise: who it belongs to is needed to take it out of the index.
void IndexedStore::findSome(const QByteArray& id, const QList<QByteArray>& attributes, qint64 now, Found done)
{
    if (m_options.reads == ReadMode::Whole || !attributes.contains(m_options.principal) || !isSessionId(id))
        return find(id, now, std::move(done));
    const auto names = fieldNames(attributes);
    m_redis.ask(Command { "HMGET"_ba, m_keys.session(id) } + names,
        [=, this, done = std::move(done)](Status status, const redisReply* reply) {
            status == Status::Ok ? arrived(id, hashOf(names, listOf(reply)), now, done) : done(status, {});
        });
}

void IndexedStore::arrived(const QByteArray& id, const HashFields& fields, qint64 now, const Found& done)
{
    if (fields.isEmpty())
        return done(Status::NotFound, {});
    auto session = sessionFromHash(id, fields, m_options.codec);
    const auto gone = [done](Status removed) { done(removed == Status::Ok ? Status::NotFound : removed, {}); };
    if (!session)
        return m_redis.askAll({ { "DEL"_ba, m_keys.session(id) }, { "DEL"_ba, m_keys.shadow(id) } }, gone);
    if (session->maxInactiveS == 0)
        return gone(Status::Ok); // it was removed
    const auto absoluteMs = qint64 { m_options.absoluteTimeoutS } * 1000;
    if (!expired(session->createdMs, session->lastAccessedMs, session->maxInactiveS, absoluteMs, now))
        return done(Status::Ok, std::move(*session));
    m_redis.askAll(removing(*session), gone);
}

void IndexedStore::create(const Session& session, Done done)
{
    Q_ASSERT(isSessionId(session.id));
    Commands commands { Command { "HMSET"_ba, m_keys.session(session.id) } + toHash(session, m_options.codec) };
    if (const auto principal = m_options.principalOf(session.attributes); !principal.isEmpty())
        commands << indexing("SADD", principal, session.id);
    commands << Command { "PUBLISH"_ba, m_keys.created(session.id), announcement(session) };
    commands += prolonging(
        session.id, endOf(session.lastAccessedMs, session.maxInactiveS), session.maxInactiveS, std::nullopt);
    m_redis.askAll(commands, std::move(done));
}

void IndexedStore::save(const Delta& delta, Done done)
{
    if (!isSessionId(delta.id))
        return done(Status::NotFound);
    if (needsNoWrite(m_options, delta))
        return done(Status::Ok);
    if (m_options.saveMode == SaveMode::Atomic)
        return saveIfThere(delta, std::move(done));
    m_redis.askAll(writesTo(delta.id, delta), std::move(done));
}

void IndexedStore::rotateId(const QByteArray& newId, const Delta& delta, Done done)
{
    Q_ASSERT(isSessionId(newId));
    if (!isSessionId(delta.id))
        return done(Status::NotFound);
    m_redis.ask({ "RENAME"_ba, m_keys.session(delta.id), m_keys.session(newId) },
        [=, this, done = std::move(done)](Status status, const redisReply*) {
            if (status != Status::Ok)
                return done(status);
            Commands commands { { "RENAME"_ba, m_keys.shadow(delta.id), m_keys.shadow(newId) } };
            if (const auto principal = m_options.principalOf(delta); !principal.isEmpty())
                commands << indexing("SREM", principal, delta.id) << indexing("SADD", principal, newId);
            m_redis.askAll(commands + writesTo(newId, delta), done);
        });
}

void IndexedStore::remove(const QByteArray& id, Done done)
{
    if (!isSessionId(id))
        return done(Status::Ok);
    m_redis.ask({ "HGETALL"_ba, m_keys.session(id) },
        [=, this, done = std::move(done)](Status status, const redisReply* reply) {
            const auto session
                = status == Status::Ok ? sessionFromHash(id, listOf(reply), m_options.codec) : std::nullopt;
            if (!session || session->maxInactiveS == 0)
                return done(status);
            m_redis.askAll(removing(*session), done);
        });
}

void IndexedStore::count(Counted done)
{
    m_redis.count(m_keys.shadows(), &isSessionId, std::move(done));
}

void IndexedStore::clear(Done done)
{
    m_redis.clear(m_keys.root(), std::move(done));
}

Capabilities IndexedStore::capabilities() const
{
    return { .survivesServerRestart = true, .sharedByInstances = true };
}

std::optional<qint64> IndexedStore::refusedAttributes() const
{
    return m_options.codec.refused->load(std::memory_order_relaxed);
}

RedisSender::Command IndexedStore::indexing(
    const char* command, const QByteArray& principal, const QByteArray& id) const
{
    return { command, m_keys.index(principal), m_options.codec.encode(id) };
}

RedisSender::Command IndexedStore::changing(const QByteArray& id, const Delta& step) const
{
    return Command { "HMSET"_ba, m_keys.session(id) } + toHash(step, m_options.codec);
}

IndexedStore::Commands IndexedStore::afterHash(const QByteArray& id, const Delta& step) const
{
    Commands commands;
    const auto principal = m_options.principalOf(step.changed);
    const auto former = step.found ? m_options.principalOf(step.found->attributes) : QByteArray();
    if (!principal.isEmpty()) {
        if (!former.isEmpty())
            commands << indexing("SREM", former, id);
        commands << indexing("SADD", principal, id);
    }
    const auto formerEnd
        = step.found ? std::optional(endOf(step.found->lastAccessedMs, step.found->maxInactiveS)) : std::nullopt;
    return commands + prolonging(id, endOf(step.lastAccessedMs, step.maxInactiveS), step.maxInactiveS, formerEnd);
}

IndexedStore::Commands IndexedStore::prolonging(
    const QByteArray& id, qint64 endMs, int maxInactiveS, std::optional<qint64> formerEndMs) const
{
    const auto idleMs = qint64 { maxInactiveS } * 1000;
    const auto bucket = bucketOf(endMs);
    Commands commands { { "APPEND"_ba, m_keys.shadow(id), ""_ba }, { "PEXPIRE"_ba, m_keys.shadow(id), afterMs(idleMs) },
        { "PEXPIRE"_ba, m_keys.session(id), afterMs(idleMs + graceMs) } };
    if (formerEndMs && bucketOf(*formerEndMs) != bucket)
        commands << Command { "SREM"_ba, m_keys.bucket(bucketOf(*formerEndMs)), memberOf(id) };
    return commands << Command { "PEXPIRE"_ba, m_keys.bucket(bucket), afterMs(idleMs + graceMs) }
                    << Command { "SADD"_ba, m_keys.bucket(bucket), memberOf(id) };
}

IndexedStore::Commands IndexedStore::writesTo(const QByteArray& id, const Delta& delta) const
{
    Commands commands;
    for (const auto& step : stepsOf(delta, m_options.writes))
        commands += Commands { changing(id, step) } + afterHash(id, step);
    return commands;
}

IndexedStore::Commands IndexedStore::removing(const Session& session) const
{
    const auto& id = session.id;
    const auto ended = m_keys.bucket(bucketOf(session.lastAccessedMs));
    Commands commands;
    if (const auto principal = m_options.principalOf(session.attributes); !principal.isEmpty())
        commands << indexing("SREM", principal, id);
    return commands << Command { "HGETALL"_ba, m_keys.session(id) }
                    << Command { "SREM"_ba,
                           m_keys.bucket(bucketOf(endOf(session.lastAccessedMs, session.maxInactiveS))), memberOf(id) }
                    << Command { "DEL"_ba, m_keys.shadow(id) }
                    << Command { "HMSET"_ba, m_keys.session(id), "maxInactiveInterval"_ba,
                           m_options.codec.encodeInteger(0) }
                    << Command { "DEL"_ba, m_keys.shadow(id) }
                    << Command { "PEXPIRE"_ba, m_keys.session(id), afterMs(graceMs) }
                    << Command { "PEXPIRE"_ba, ended, afterMs(graceMs) } << Command { "SADD"_ba, ended, memberOf(id) };
}

QByteArray IndexedStore::memberOf(const QByteArray& id) const
{
    return m_options.codec.encode(IndexedKeys::memberOfBucket(id));
}

// The session's hash as a java.util.HashMap, whose numbers must name their types.
QByteArray IndexedStore::announcement(const Session& session) const
{
    if (m_options.codec.form == ValueForm::Jdk)
        return ""_ba;
    const auto created = QByteArray::number(session.createdMs);
    QByteArray json = R"({"@class":"java.util.HashMap","creationTime":["java.lang.Long",)" + created
        + R"(],"lastAccessedTime":["java.lang.Long",)" + QByteArray::number(session.lastAccessedMs)
        + R"(],"maxInactiveInterval":)" + QByteArray::number(session.maxInactiveS);
    for (auto it = session.attributes.cbegin(); it != session.attributes.cend(); ++it) {
        const auto value = toJson(it.value());
        const auto isNumber = std::holds_alternative<qint64>(it.value());
        json += ',' + toJson(QByteArray("sessionAttr:" + it.key())) + ':';
        json += isNumber ? R"(["java.lang.Long",)" + value + ']' : value;
    }
    return json + '}';
}

void IndexedStore::saveIfThere(const Delta& delta, Done done)
{
    Command arguments { m_options.codec.encodeInteger(0) };
    for (const auto& step : stepsOf(delta, m_options.writes))
        arguments += toHash(step, m_options.codec);
    m_redis.run(saveScript(), { m_keys.session(delta.id) }, arguments,
        [=, this, done = std::move(done)](Status status, const redisReply* reply) {
            if (status != Status::Ok || reply->integer == 0)
                return done(status == Status::Ok ? Status::NotFound : status);
            m_redis.askAll(afterHash(delta.id, delta), done);
        });
}

} // namespace ceteris::sessions
