// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/sessionstore.h"

#include <atomic>
#include <memory>

namespace ceteris::sessions {

// How often a cache knew the answer; shared by the listener threads.
struct CacheCounts
{
    std::atomic<quint64> hits = 0;
    std::atomic<quint64> misses = 0;
};

// A look-aside cache in front of any store. The cache is a store itself, whose sessions live for ttlS: a copy is
// what the store is known to hold, and ends ttlS after it was last read from there or written there.
//
//   find    the cache; on a miss the store, and what it has is put into the cache
//   save    a change: the store, then the copy. Nothing but the access time: nowhere while there is a copy, so that
//           the store learns it once in ttlS, and a session may end ttlS early
//   remove  the store, then the copy is evicted: in this order, or a find in between would bring the copy back
//
// What is lost: another instance with a cache of its own reads its copy for up to ttlS, after a logout too; a write
// there finds out at once, because the store says that the session has gone. A cache that does not answer is a miss.
class CachedStore : public SessionStore
{
public:
    CachedStore(std::unique_ptr<SessionStore> store, std::unique_ptr<SessionStore> cache, int ttlS,
        std::shared_ptr<CacheCounts> counts);
    ~CachedStore() override;

    void find(const QByteArray& id, qint64 now, Found done) override;
    void create(const Session& session, Done done) override;
    void save(const Delta& delta, Done done) override;
    void rotateId(const QByteArray& newId, const Delta& delta, Done done) override;
    void remove(const QByteArray& id, Done done) override;
    void count(Counted done) override; // of the store
    void countOwn(Counted done) override { m_store->countOwn(std::move(done)); }
    void clear(Done done) override;
    void newId(NewId done) override { m_store->newId(std::move(done)); }

    Capabilities capabilities() const override;
    std::optional<qint64> bytes() const override; // of the store and the copies, as far as they are in this process
    std::vector<Figure> figures() const override;
    std::optional<qint64> refusedAttributes() const override { return m_store->refusedAttributes(); }

private:
    void readThrough(const QByteArray& id, qint64 now, Found done);
    void write(const Delta& delta, Done done);
    void evict(const QByteArray& id, Status status, Done done);
    Session copyOf(Session session) const;

    const int m_ttlS;
    const std::shared_ptr<CacheCounts> m_counts;
    std::unique_ptr<SessionStore> m_store; // goes first
    const std::unique_ptr<SessionStore> m_cache; // last: what it tells when it goes finds the rest
};

} // namespace ceteris::sessions
