// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/contract/storeconfig.h"
#include "server/sessions/stores/blockingstore.h"

#include <chrono>
#include <memory>

struct memcached_st;

namespace ceteris::sessions {

// Sessions in memcached: one item for each, session:<id>, that holds all of it as JSON and expires when the session
// does. memcached drops items that have not been used for longest when its memory is full: their users are signed out.
// What an item cannot hold (1 MiB) is refused.
//
//   find    gets (with the item's version)     create  set
//   save    cas, if the item still has the version that find() saw; otherwise gets first, until nobody was in between
//   rotate  cas of the old item to one that has expired, on the same condition; set of the new one    remove  delete
//
// So saves from several sides all stay, and nothing that was removed or dropped comes back. The version travels in
// Session::foreign.
class MemcachedStore : public BlockingStore
{
public:
    MemcachedStore(contract::MemcachedAddress address, int absoluteTimeoutS,
        std::chrono::milliseconds deadline = std::chrono::seconds(1)); // for each answer of memcached
    ~MemcachedStore() override;

    Answer find(const QByteArray& id, qint64 now) override;
    Status create(const Session& session) override;
    Status save(const Delta& delta) override;
    Status rotateId(const QByteArray& newId, const Delta& delta) override;
    Status remove(const QByteArray& id) override;
    Answer count() override; // walks all items but those that are in use just then
    Status clear() override; // whatever else is in there goes too
    void sweep(qint64) override { } // memcached does it

    // Whether memcached answers there: what is wrong, or nothing.
    static QString complaint(const contract::MemcachedAddress& address);

private:
    struct Free
    {
        void operator()(memcached_st* client) const;
    };
    using Client = std::unique_ptr<memcached_st, Free>;

    Client connected() const;
    // These give a memcached_return_t. The end of the item is a Unix time in s. Without a version: whatever is there.
    int replace(const QByteArray& newId, const Delta& delta, Session session);
    int write(const QByteArray& id, const QByteArray& value, qint64 endS, const QByteArray& version = {});
    int write(const Session& session, const QByteArray& version = {});
    Status statusOf(int result); // connects anew when the connection cannot be trusted

    const contract::MemcachedAddress m_address;
    const qint64 m_absoluteMs;
    const std::chrono::milliseconds m_deadline;
    Client m_client;
};

} // namespace ceteris::sessions
