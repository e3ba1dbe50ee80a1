// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/sessionstore.h"
#include "server/sessions/stores/memcachedclient.h"

#include <QCache>

namespace ceteris::sessions {

// Sessions in memcached (1.6 or later): one item for each, session:<id>, that holds all of it as JSON and expires when
// the session does. memcached drops items that have not been used for longest when its memory is full: their users are
// signed out. What an item cannot hold (1 MiB) is refused.
//
//   find    mg (with the item's version)       create  ms
//   save    ms, if the item still has the version that find() saw; otherwise mg first, until nobody was in between
//   rotate  md, on the same condition; ms of the new one                                            remove  md
//
// So saves from several sides all stay, and nothing that was removed or dropped comes back.
class MemcachedStore : public SessionStore
{
public:
    MemcachedStore(const contract::MemcachedAddress& address, int absoluteTimeoutS, MemcachedTiming timing = {});

    void find(const QByteArray& id, qint64 now, Found done) override;
    void create(const Session& session, Done done) override;
    void save(const Delta& delta, Done done) override;
    void rotateId(const QByteArray& newId, const Delta& delta, Done done) override;
    void remove(const QByteArray& id, Done done) override;
    void count(Counted done) override; // walks all items
    void clear(Done done) override; // flush_all: whatever else is in there goes too
    Capabilities capabilities() const override { return { .survivesServerRestart = true, .sharedByInstances = true }; }

private:
    struct Seen
    {
        Session session;
        QByteArray version; // of the item
    };
    using Read = std::function<void(Status, Seen)>;

    void read(const QByteArray& id, qint64 now, Read done);
    // With what the last find() saw, or else with what is there now.
    void change(const QByteArray& newId, const Delta& delta, Done done);
    void replace(const QByteArray& newId, const Delta& delta, Seen seen, const Done& done);
    void write(const Session& session, const QByteArray& version, MemcachedClient::Replied replied); // empty: anyhow
    MemcachedClient::Replied answering(Done done);
    Status statusOf(const MemcachedReply* reply);
    void remember(const Seen& seen, qsizetype bytes);

    const qint64 m_absoluteMs;
    QCache<QByteArray, Seen> m_seen; // by id; believed only as far as memcached confirms the version
    QByteArray m_lastError;
    MemcachedClient m_client; // last: what it tells when it goes still finds the rest
};

} // namespace ceteris::sessions
