// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/cachedstore.h"

#include "server/contract/names.h"

#include <algorithm>

namespace ceteris::sessions {
namespace {

// A copy's own interval is the cache's; what else the session has is kept beside its attributes.
const QByteArray trueIntervalName = QByteArrayLiteral("\x01maxInactiveInterval");
const QByteArray foreignName = QByteArrayLiteral("\x01foreign");

Session originalOf(Session copy)
{
    const auto interval = copy.attributes.take(trueIntervalName);
    if (const auto* seconds = std::get_if<qint64>(&interval))
        copy.maxInactiveS = static_cast<int>(*seconds);
    const auto foreign = copy.attributes.take(foreignName);
    if (const auto* bytes = std::get_if<Bytes>(&foreign))
        copy.foreign = bytes->data;
    return copy;
}

} // namespace

CachedStore::CachedStore(std::unique_ptr<SessionStore> store, std::unique_ptr<SessionStore> cache, int ttlS,
    std::shared_ptr<CacheCounts> counts)
    : m_ttlS(ttlS)
    , m_counts(std::move(counts))
    , m_store(std::move(store))
    , m_cache(std::move(cache))
{
}

CachedStore::~CachedStore()
{
    m_store.reset(); // whom it tells may still evict a copy
}

Session CachedStore::copyOf(Session session) const
{
    session.attributes.insert(trueIntervalName, qint64 { session.maxInactiveS });
    if (!session.foreign.isEmpty())
        session.attributes.insert(foreignName, Bytes { session.foreign });
    session.maxInactiveS = std::min(session.maxInactiveS, m_ttlS);
    return session;
}

void CachedStore::find(const QByteArray& id, qint64 now, Found done)
{
    m_cache->find(id, now, [=, this, done = std::move(done)](Status status, Session copy) {
        if (status != Status::Ok) {
            m_counts->misses.fetch_add(1, std::memory_order_relaxed);
            return readThrough(id, now, done);
        }
        m_counts->hits.fetch_add(1, std::memory_order_relaxed);
        done(Status::Ok, originalOf(std::move(copy)));
    });
}

void CachedStore::readThrough(const QByteArray& id, qint64 now, Found done)
{
    if (!m_store)
        return done(Status::Unavailable, {});
    m_store->find(id, now, [=, this, done = std::move(done)](Status status, const Session& session) {
        if (status != Status::Ok)
            return done(status, {});
        auto copy = copyOf(session);
        if (now - session.lastAccessedMs >= qint64 { copy.maxInactiveS } * 1000)
            return done(Status::Ok, session); // its access is about to be saved: that makes the copy
        m_cache->create(copy, [session, done](Status) { done(Status::Ok, session); });
    });
}

void CachedStore::create(const Session& session, Done done)
{
    m_store->create(session, [=, this, done = std::move(done)](Status status) {
        if (status != Status::Ok)
            return done(status);
        m_cache->create(copyOf(session), [done](Status) { done(Status::Ok); });
    });
}

void CachedStore::save(const Delta& delta, Done done)
{
    if (!delta.changed.isEmpty() || !delta.removed.isEmpty())
        return write(delta, std::move(done));
    m_cache->find(delta.id, delta.lastAccessedMs, [=, this, done = std::move(done)](Status status, const Session&) {
        status == Status::Ok ? done(Status::Ok) : write(delta, done);
    });
}

void CachedStore::write(const Delta& delta, Done done)
{
    if (!m_store)
        return done(Status::Unavailable);
    m_store->save(delta, [=, this, done = std::move(done)](Status status) {
        if (status != Status::Ok)
            return evict(delta.id, status, done); // it has gone, or nobody knows what it holds
        auto update = delta;
        update.maxInactiveS = std::min(delta.maxInactiveS, m_ttlS);
        // Without a copy there is nothing to update: the next find makes one.
        m_cache->save(update, [done](Status) { done(Status::Ok); });
    });
}

void CachedStore::rotateId(const QByteArray& newId, const Delta& delta, Done done)
{
    m_store->rotateId(
        newId, delta, [=, this, done = std::move(done)](Status status) { evict(delta.id, status, done); });
}

void CachedStore::remove(const QByteArray& id, Done done)
{
    m_store->remove(id, [=, this, done = std::move(done)](Status status) { evict(id, status, done); });
}

void CachedStore::evict(const QByteArray& id, Status status, Done done)
{
    m_cache->remove(id, [status, done = std::move(done)](Status) { done(status); });
}

void CachedStore::count(Counted done)
{
    m_store->count(std::move(done));
}

void CachedStore::clear(Done done)
{
    m_store->clear([this, done = std::move(done)](Status status) {
        m_cache->clear([status, done](Status cleared) { done(status == Status::Ok ? cleared : status); });
    });
}

Capabilities CachedStore::capabilities() const
{
    return m_store->capabilities();
}

std::optional<qint64> CachedStore::bytes() const
{
    const auto held = m_store->bytes();
    const auto copies = m_cache->bytes();
    return held || copies ? std::optional(held.value_or(0) + copies.value_or(0)) : std::nullopt;
}

std::vector<Figure> CachedStore::figures() const
{
    auto figures = m_store->figures();
    figures.push_back({ contract::metric::cacheHits, static_cast<double>(m_counts->hits.load()) });
    figures.push_back({ contract::metric::cacheMisses, static_cast<double>(m_counts->misses.load()) });
    return figures;
}

} // namespace ceteris::sessions
