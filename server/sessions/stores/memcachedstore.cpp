// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/memcachedstore.h"

#include "server/sessions/codecs/jsonsession.h"
#include "server/sessions/stores/expiry.h"

#include <QLoggingCategory>

#include <algorithm>
#include <memory>
#include <utility>

namespace ceteris::sessions {
namespace {

Q_LOGGING_CATEGORY(log, "ceteris.sessions.memcached")

constexpr qsizetype seenBytes = 4 << 20;
constexpr qsizetype largestItem = (1 << 20) - 512; // less what memcached keeps beside the value
constexpr QByteArrayView keyPrefix = "session:";
constexpr QByteArrayView listedPrefix = "key=session%3A"; // in a listing keys are percent-encoded

QByteArray keyOf(const QByteArray& id)
{
    return keyPrefix.toByteArray() + id;
}

} // namespace

MemcachedStore::MemcachedStore(const contract::MemcachedAddress& address, int absoluteTimeoutS, MemcachedTiming timing)
    : m_absoluteMs(qint64 { absoluteTimeoutS } * 1000)
    , m_seen(seenBytes)
    , m_client(address, timing)
{
}

void MemcachedStore::find(const QByteArray& id, qint64 now, Found done)
{
    if (!isSessionId(id))
        return done(Status::NotFound, {});
    read(id, now, [done = std::move(done)](Status status, Seen seen) { done(status, std::move(seen.session)); });
}

void MemcachedStore::create(const Session& session, Done done)
{
    Q_ASSERT(isSessionId(session.id));
    write(session, {}, answering(std::move(done)));
}

void MemcachedStore::save(const Delta& delta, Done done)
{
    change(delta.id, delta, std::move(done));
}

void MemcachedStore::rotateId(const QByteArray& newId, const Delta& delta, Done done)
{
    Q_ASSERT(isSessionId(newId));
    change(newId, delta, std::move(done));
}

void MemcachedStore::remove(const QByteArray& id, Done done)
{
    if (!isSessionId(id))
        return done(Status::Ok);
    m_seen.remove(id);
    m_client.send("md " + keyOf(id) + "\r\n", [this, done = std::move(done)](const MemcachedReply* reply) {
        const auto status = statusOf(reply);
        done(status == Status::NotFound ? Status::Ok : status);
    });
}

void MemcachedStore::count(Counted done)
{
    const auto listed = [done = std::move(done)](const MemcachedReply* reply) {
        if (!reply)
            return done(Status::Unavailable, 0);
        qint64 sessions = 0;
        for (const auto& line : reply->data.split('\n'))
            sessions += line.startsWith(listedPrefix);
        done(Status::Ok, sessions);
    };
    m_client.send("lru_crawler metadump all\r\n", listed, MemcachedClient::Answer::Listing);
}

void MemcachedStore::clear(Done done)
{
    m_seen.clear();
    m_client.send("flush_all\r\n", answering(std::move(done)));
}

void MemcachedStore::read(const QByteArray& id, qint64 now, Read done)
{
    m_client.send("mg " + keyOf(id) + " v c\r\n", [=, this, done = std::move(done)](const MemcachedReply* reply) {
        if (!reply || !reply->is("VA"))
            return done(statusOf(reply), {});
        const auto version = reply->flag('c');
        auto session = sessionFromJson(id, reply->data);
        if (session
            && !expired(session->createdMs, session->lastAccessedMs, session->maxInactiveS, m_absoluteMs, now)) {
            const Seen seen { std::move(*session), version };
            remember(seen, reply->data.size());
            return done(Status::Ok, seen);
        }
        m_client.send("md " + keyOf(id) + " C" + version + "\r\n",
            [done](const MemcachedReply* deleted) { done(deleted ? Status::NotFound : Status::Unavailable, {}); });
    });
}

void MemcachedStore::change(const QByteArray& newId, const Delta& delta, Done done)
{
    if (!isSessionId(delta.id))
        return done(Status::NotFound);
    if (const std::unique_ptr<Seen> seen(m_seen.take(delta.id)); seen)
        return replace(newId, delta, std::move(*seen), done);
    read(delta.id, delta.lastAccessedMs, [=, this, done = std::move(done)](Status status, Seen seen) {
        m_seen.remove(delta.id);
        status == Status::Ok ? replace(newId, delta, std::move(seen), done) : done(status);
    });
}

void MemcachedStore::replace(const QByteArray& newId, const Delta& delta, Seen seen, const Done& done)
{
    apply(delta, seen.session);
    seen.session.lastAccessedMs = delta.lastAccessedMs;
    seen.session.id = newId;
    const auto again = [=, this](const MemcachedReply* reply) {
        const bool isBetween = reply && reply->is("EX"); // somebody else has written since
        isBetween ? change(newId, delta, done) : done(statusOf(reply));
    };
    if (newId == delta.id)
        return write(seen.session, seen.version, again);
    m_client.send("md " + keyOf(delta.id) + " C" + seen.version + "\r\n", [=, this](const MemcachedReply* reply) {
        reply && reply->is("HD") ? write(seen.session, {}, answering(done)) : again(reply);
    });
}

void MemcachedStore::write(const Session& session, const QByteArray& version, MemcachedClient::Replied replied)
{
    static const MemcachedReply tooLarge { "SERVER_ERROR object too large for cache", {} };
    const auto json = toJson(session);
    if (json.size() > largestItem) // memcached itself would drop the old item too
        return replied(&tooLarge);
    const auto endMs
        = std::min(session.lastAccessedMs + qint64 { session.maxInactiveS } * 1000, session.createdMs + m_absoluteMs);
    const auto endS = (endMs + 999) / 1000; // memcached counts seconds; find() looks at the exact time itself
    const QByteArray condition = version.isEmpty() ? QByteArray() : " C" + version;
    m_client.send("ms " + keyOf(session.id) + ' ' + QByteArray::number(json.size()) + " T" + QByteArray::number(endS)
            + condition + "\r\n" + json + "\r\n",
        std::move(replied));
}

MemcachedClient::Replied MemcachedStore::answering(Done done)
{
    return [this, done = std::move(done)](const MemcachedReply* reply) { done(statusOf(reply)); };
}

Status MemcachedStore::statusOf(const MemcachedReply* reply)
{
    if (!reply)
        return Status::Unavailable;
    if (reply->is("HD") || reply->is("OK"))
        return Status::Ok;
    if (reply->is("EN") || reply->is("NF"))
        return Status::NotFound;
    if (std::exchange(m_lastError, reply->line) != reply->line)
        qCWarning(log, "memcached refuses a command: %s", reply->line.constData());
    return reply->line.contains("too large") ? Status::TooLarge : Status::Unavailable;
}

void MemcachedStore::remember(const Seen& seen, qsizetype bytes)
{
    m_seen.insert(seen.session.id, new Seen(seen), bytes);
}

} // namespace ceteris::sessions
