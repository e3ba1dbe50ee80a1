// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/redisstore.h"

#include "server/sessions/stores/expiry.h"
#include "server/sessions/stores/redisdeployment.h"

#include <QCryptographicHash>
#include <QLoggingCategory>
#include <QSet>

#include <hiredis/hiredis.h>

using namespace Qt::StringLiterals;

namespace ceteris::sessions {
namespace {

Q_LOGGING_CATEGORY(log, "ceteris.sessions.redis")

constexpr auto scanBatch = "1000";

// KEYS: of the session, and its new one when it moves. ARGV: when it expires, then fields and values.
// HMSET comes first, as only that can be refused (out of memory): then nothing has changed.
const auto saveScript = R"(
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
redis.call('HMSET', KEYS[1], unpack(ARGV, 2))
if KEYS[2] then redis.call('RENAME', KEYS[1], KEYS[2]) end
redis.call('PEXPIREAT', KEYS[#KEYS], ARGV[1])
return 1
)"_ba;

const QByteArray& saveScriptSha()
{
    static const auto sha = QCryptographicHash::hash(saveScript, QCryptographicHash::Sha1).toHex();
    return sha;
}

qint64 idleEndMs(qint64 lastAccessedMs, int maxInactiveS)
{
    return lastAccessedMs + qint64 { maxInactiveS } * 1000;
}

QByteArray bytesOf(const redisReply* reply)
{
    return QByteArray(reply->str, static_cast<qsizetype>(reply->len));
}

QList<QByteArray> listOf(const redisReply* reply)
{
    QList<QByteArray> list;
    list.reserve(static_cast<qsizetype>(reply->elements));
    for (std::size_t i = 0; i < reply->elements; ++i)
        list << bytesOf(reply->element[i]);
    return list;
}

// The characters that mean something in a MATCH pattern, made to mean themselves.
QByteArray literalPattern(const QByteArray& text)
{
    QByteArray pattern;
    for (const char c : text) {
        if (QByteArrayView("*?[]^-\\").contains(c))
            pattern += '\\';
        pattern += c;
    }
    return pattern;
}

} // namespace

RedisStore::RedisStore(const RedisStoreOptions& options)
    : m_prefix(options.nameSpace.toUtf8() + ':')
    , m_sessionPrefix(m_prefix + "sessions:")
    , m_absoluteMs(qint64 { options.absoluteTimeoutS } * 1000)
    , m_saveMode(options.saveMode)
    , m_isCluster(options.deployment.kind == "cluster"_L1)
    , m_client(redisSender(options.address, options.deployment, options.timing))
{
}

void RedisStore::find(const QByteArray& id, qint64 now, Found done)
{
    if (!isSessionId(id))
        return done(Status::NotFound, {});
    ask({ "HGETALL"_ba, keyOf(id) }, [=, this, done = std::move(done)](Status status, const redisReply* reply) {
        if (status != Status::Ok || reply->elements == 0)
            return done(status == Status::Ok ? Status::NotFound : status, {});
        auto session = sessionFromHash(id, listOf(reply));
        if (session && !expired(session->createdMs, session->lastAccessedMs, session->maxInactiveS, m_absoluteMs, now))
            return done(Status::Ok, std::move(*session));
        ask({ "DEL"_ba, keyOf(id) }, [done](Status deleted, const redisReply*) {
            done(deleted == Status::Ok ? Status::NotFound : deleted, {});
        });
    });
}

void RedisStore::create(const Session& session, Done done)
{
    Q_ASSERT(isSessionId(session.id));
    write(session.id, toHash(session), idleEndMs(session.lastAccessedMs, session.maxInactiveS), std::move(done));
}

void RedisStore::save(const Delta& delta, Done done)
{
    if (!isSessionId(delta.id))
        return done(Status::NotFound);
    const auto expiresAtMs = idleEndMs(delta.lastAccessedMs, delta.maxInactiveS);
    if (m_saveMode == SaveMode::Atomic)
        return writeIfThere({ keyOf(delta.id) }, toHash(delta), expiresAtMs, std::move(done));
    ask({ "EXISTS"_ba, keyOf(delta.id) }, [=, this, done = std::move(done)](Status status, const redisReply* reply) {
        if (status != Status::Ok || reply->integer == 0)
            return done(status == Status::Ok ? Status::NotFound : status);
        write(delta.id, toHash(delta), expiresAtMs, done);
    });
}

void RedisStore::rotateId(const QByteArray& newId, const Delta& delta, Done done)
{
    Q_ASSERT(isSessionId(newId));
    if (!isSessionId(delta.id))
        return done(Status::NotFound);
    const auto expiresAtMs = idleEndMs(delta.lastAccessedMs, delta.maxInactiveS);
    if (m_saveMode == SaveMode::Atomic && !m_isCluster)
        return writeIfThere({ keyOf(delta.id), keyOf(newId) }, toHash(delta), expiresAtMs, std::move(done));
    ask({ "RENAME"_ba, keyOf(delta.id), keyOf(newId) },
        [=, this, done = std::move(done)](Status status, const redisReply*) {
            if (status != Status::Ok)
                return done(status);
            write(newId, toHash(delta), expiresAtMs, done);
        });
}

void RedisStore::remove(const QByteArray& id, Done done)
{
    if (!isSessionId(id))
        return done(Status::Ok);
    ask({ "DEL"_ba, keyOf(id) }, [done = std::move(done)](Status status, const redisReply*) { done(status); });
}

void RedisStore::count(Counted done)
{
    const auto sessions = std::make_shared<QSet<QByteArray>>(); // a set, because SCAN may show a key twice
    const auto take = [=, this](const Keys& keys, const Done& next) {
        for (const auto& key : keys)
            if (isSessionId(QByteArrayView(key).sliced(m_sessionPrefix.size())))
                sessions->insert(key);
        next(Status::Ok);
    };
    scan(m_sessionPrefix, "0"_ba, take, [sessions, done = std::move(done)](Status status) {
        done(status, status == Status::Ok ? sessions->size() : 0);
    });
}

void RedisStore::clear(Done done)
{
    const auto take = [this](const Keys& keys, const Done& next) {
        if (keys.isEmpty())
            return next(Status::Ok);
        ask(Keys { "UNLINK"_ba } + keys, [next](Status status, const redisReply*) { next(status); });
    };
    scan(m_prefix, "0"_ba, take, std::move(done));
}

Capabilities RedisStore::capabilities() const
{
    return { .survivesServerRestart = true, .sharedByInstances = true };
}

void RedisStore::ask(const RedisSender::Command& command, Answered answered)
{
    m_client->send(
        command, [this, answered = std::move(answered)](const redisReply* reply) { answer(reply, answered); });
}

void RedisStore::answer(const redisReply* reply, const Answered& answered)
{
    if (reply && reply->type != REDIS_REPLY_ERROR)
        return answered(Status::Ok, reply);
    if (reply && bytesOf(reply) == "ERR no such key")
        return answered(Status::NotFound, nullptr);
    if (reply)
        logOnce(reply);
    answered(Status::Unavailable, nullptr);
}

void RedisStore::write(const QByteArray& id, const HashFields& fields, qint64 expiresAtMs, Done done)
{
    const auto key = keyOf(id);
    const auto written = std::make_shared<Status>();
    ask(Keys { "HMSET"_ba, key } + fields, [written](Status status, const redisReply*) { *written = status; });
    ask({ "PEXPIREAT"_ba, key, QByteArray::number(expiresAtMs) },
        [written, done = std::move(done)](
            Status status, const redisReply*) { done(*written == Status::Ok ? status : *written); });
}

void RedisStore::writeIfThere(const Keys& keys, const HashFields& fields, qint64 expiresAtMs, Done done)
{
    const auto rest
        = Keys { QByteArray::number(keys.size()) } + keys + Keys { QByteArray::number(expiresAtMs) } + fields;
    const Answered written = [done = std::move(done)](Status status, const redisReply* reply) {
        done(status == Status::Ok && reply->integer == 0 ? Status::NotFound : status);
    };
    m_client->send(Keys { "EVALSHA"_ba, saveScriptSha() } + rest, [=, this](const redisReply* reply) {
        if (reply && reply->type == REDIS_REPLY_ERROR && bytesOf(reply).startsWith("NOSCRIPT"))
            return ask(Keys { "EVAL"_ba, saveScript } + rest, written); // and from now on it is known
        answer(reply, written);
    });
}

void RedisStore::scan(const QByteArray& prefix, const QByteArray& cursor, Take take, Done done)
{
    ask({ "SCAN"_ba, cursor, "MATCH"_ba, literalPattern(prefix) + '*', "COUNT"_ba, scanBatch },
        [=, this](Status status, const redisReply* reply) {
            if (status != Status::Ok)
                return done(status);
            const auto nextCursor = bytesOf(reply->element[0]);
            take(listOf(reply->element[1]), [=, this](Status taken) {
                if (taken != Status::Ok || nextCursor == "0")
                    return done(taken);
                scan(prefix, nextCursor, take, done);
            });
        });
}

// A Redis that refuses what we ask (read-only, out of memory) would otherwise say so with every request.
void RedisStore::logOnce(const redisReply* error)
{
    const auto text = bytesOf(error);
    if (std::exchange(m_lastError, text) != text)
        qCWarning(log, "Redis refuses a command: %s", text.constData());
}

} // namespace ceteris::sessions
