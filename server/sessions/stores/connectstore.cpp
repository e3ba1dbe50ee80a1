// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/connectstore.h"

#include "server/sessions/codecs/connectblob.h"

#include <hiredis/hiredis.h>

using namespace Qt::StringLiterals;

namespace ceteris::sessions {
namespace {

Session merged(Session session, const Delta& delta)
{
    session.lastAccessedMs = delta.lastAccessedMs;
    session.attributes.insert(delta.changed);
    for (const auto& name : delta.removed)
        session.attributes.remove(name);
    return session;
}

} // namespace

ConnectStore::ConnectStore(const RedisStoreOptions& options)
    : ConnectStore(options, std::make_unique<RedisClient>(options.address, options.timing))
{
}

ConnectStore::ConnectStore(const RedisStoreOptions& options, std::unique_ptr<RedisSender> sender)
    : m_options(options)
    , m_redis(std::move(sender))
{
}

void ConnectStore::find(const QByteArray& id, qint64 now, Found done)
{
    if (!isSessionId(id))
        return done(Status::NotFound, {});
    m_redis.ask({ "GET"_ba, keyOf(id) }, [=, this, done = std::move(done)](Status status, const redisReply* reply) {
        if (status != Status::Ok || reply->type == REDIS_REPLY_NIL)
            return done(status == Status::Ok ? Status::NotFound : status, {});
        auto session = sessionFromConnectBlob(id, bytesOf(reply), now);
        if (!session)
            return done(Status::NotFound, {}); // whatever it is, it is not ours to delete
        if (now - session->createdMs < qint64 { m_options.absoluteTimeoutS } * 1000)
            return done(Status::Ok, std::move(*session));
        remove(id, [done](Status removed) { done(removed == Status::Ok ? Status::NotFound : removed, {}); });
    });
}

void ConnectStore::create(const Session& session, Done done)
{
    Q_ASSERT(isSessionId(session.id));
    write(session, Write::Create, std::move(done));
}

void ConnectStore::save(const Delta& delta, Done done)
{
    if (!isSessionId(delta.id))
        return done(Status::NotFound);
    if (needsNoWrite(m_options, delta))
        return done(Status::Ok);
    const bool unchanged = delta.changed.isEmpty() && delta.removed.isEmpty();
    if (unchanged && m_options.writes != WriteMode::Always)
        return touch(delta, std::move(done));
    changed(delta, [=, this, done = std::move(done)](Status status, const Session& session) {
        status == Status::Ok ? write(session, Write::Replace, done) : done(status);
    });
}

void ConnectStore::rotateId(const QByteArray& newId, const Delta& delta, Done done)
{
    Q_ASSERT(isSessionId(newId));
    if (!isSessionId(delta.id))
        return done(Status::NotFound);
    changed(delta, [=, this, done = std::move(done)](Status status, Session session) {
        if (status != Status::Ok)
            return done(status);
        session.id = newId;
        m_redis.ask({ "DEL"_ba, keyOf(delta.id) }, [=, this](Status removed, const redisReply* reply) {
            if (removed != Status::Ok || reply->integer == 0)
                return done(removed == Status::Ok ? Status::NotFound : removed);
            write(session, Write::Create, done);
        });
    });
}

void ConnectStore::remove(const QByteArray& id, Done done)
{
    if (!isSessionId(id))
        return done(Status::Ok);
    m_redis.ask({ "DEL"_ba, keyOf(id) }, [done = std::move(done)](Status status, const redisReply*) { done(status); });
}

void ConnectStore::count(Counted done)
{
    m_redis.count(prefix.toByteArray(), &isSessionId, std::move(done));
}

void ConnectStore::clear(Done done)
{
    m_redis.clear(prefix.toByteArray(), std::move(done));
}

Capabilities ConnectStore::capabilities() const
{
    return { .survivesServerRestart = true, .sharedByInstances = true };
}

void ConnectStore::touch(const Delta& delta, Done done)
{
    m_redis.ask({ "EXPIRE"_ba, keyOf(delta.id), QByteArray::number(delta.maxInactiveS) },
        [done = std::move(done)](Status status, const redisReply* reply) {
            done(status == Status::Ok && reply->integer == 0 ? Status::NotFound : status);
        });
}

void ConnectStore::write(const Session& session, Write write, Done done)
{
    RedisCommands::Command command { "SET"_ba, keyOf(session.id), toConnectBlob(session), "EX"_ba,
        QByteArray::number(session.maxInactiveS) };
    if (write == Write::Replace && m_options.saveMode == SaveMode::Atomic)
        command << "XX"_ba;
    m_redis.ask(command, [done = std::move(done)](Status status, const redisReply* reply) {
        done(status == Status::Ok && reply->type == REDIS_REPLY_NIL ? Status::NotFound : status);
    });
}

void ConnectStore::changed(const Delta& delta, Found done)
{
    if (delta.found)
        return done(Status::Ok, merged(*delta.found, delta));
    find(delta.id, delta.lastAccessedMs, [delta, done = std::move(done)](Status status, Session session) {
        done(status, merged(std::move(session), delta));
    });
}

} // namespace ceteris::sessions
