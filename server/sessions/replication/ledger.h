// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/replication/messages.h"
#include "server/sessions/stores/sessiontable.h"

#include <atomic>
#include <unordered_map>

namespace ceteris::sessions {

// The sessions of a table with their versions, and the tombstones of those that are gone. Written on one thread; others
// may read the table, and bytes().
class Ledger
{
public:
    // A tombstone is kept as long as a copy that nobody uses would live.
    Ledger(int absoluteTimeoutS, quint8 self, qint64 tombstoneMs);

    SessionTable& table() { return m_table; }
    Version versionOf(const QByteArray& id) const; // none: not of what is here, was here and expired, or was removed
    bool knows(const QByteArray& id) const { return versionOf(id) != Version(); }

    // Changes of ours, for the other holders; nullopt: there is no such session.
    std::optional<Change> create(const Delta& whole); // nullopt: there was one with that id
    std::optional<Change> save(const Delta& delta);
    std::optional<Change> remove(const QByteArray& id);

    // A change of others. What is older than what is here is answered with that, what does not fit is wanted whole.
    void accept(const Change& change, Answer& answer);

    std::optional<Change> whole(const QByteArray& id); // what is known of it, tombstones included
    QList<QByteArray> ids() const; // of all, tombstones first: they are whole as they are
    void drop(const QByteArray& id); // it is kept elsewhere now
    void clear();
    void sweep(qint64 now); // what has expired, a part of it with each call

    qint64 bytes() const; // any thread

private:
    struct Entry
    {
        Version version;
        qint64 forgetMs = 0; // of a tombstone
    };

    Change next(const Delta& delta, bool gone = false); // and writes it down
    void write(const QByteArray& id, const Version& version);

    SessionTable m_table;
    const quint8 m_self;
    const qint64 m_tombstoneMs;
    std::unordered_map<QByteArray, Entry> m_entries;
    std::atomic<std::size_t> m_count = 0; // of m_entries
    int m_sweeps = 0;
};

} // namespace ceteris::sessions
