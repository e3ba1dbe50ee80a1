// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/sessionstore.h"

#include <array>
#include <atomic>
#include <mutex>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ceteris::sessions {

// The sessions of this process, shared by all listener threads. Every function may be called from any thread.
// Ids are spread over shards with a lock each, so that two requests seldom meet.
class SessionTable
{
public:
    static constexpr std::size_t shardCount = 64;

    explicit SessionTable(int absoluteTimeoutS);

    std::optional<Session> find(const QByteArray& id, qint64 now);
    bool contains(const QByteArray& id) const; // perhaps expired
    void create(const Session& session);
    Status save(const Delta& delta);
    Status rotateId(const QByteArray& newId, const Delta& delta); // no thread ever sees both ids, or neither
    void remove(const QByteArray& id);
    void clear();

    // Removes what has expired from one shard, the next in turn: no call stops the others for long.
    void sweepNextShard(qint64 now);

    qint64 count() const; // expired sessions included until they are found or swept
    qint64 bytes() const; // of the heap, as glibc hands it out

private:
    using Attribute = std::pair<QByteArray, Value>;

    // A list, not a hash: for the few attributes of a session it is faster and a fifth of the size.
    struct Held
    {
        qint64 createdMs = 0;
        qint64 lastAccessedMs = 0;
        int maxInactiveS = 0;
        std::vector<Attribute> attributes;
    };

    // An id inside its node rather than on the heap: one cache miss less. As random as it is, it is its own hash.
    struct Key
    {
        std::array<char, sessionIdLength> text;

        quint64 word(std::size_t offset) const noexcept;
        bool operator==(const Key&) const = default;
    };
    struct KeyHash
    {
        std::size_t operator()(const Key& key) const noexcept { return key.word(0); }
    };
    using Map = std::unordered_map<Key, Held, KeyHash>;

    struct alignas(64) Shard // a cache line of its own
    {
        mutable std::mutex mutex; // guards the two below
        Map sessions;
        qint64 bytes = 0; // of all nodes with what hangs on them
    };

    static std::optional<Key> keyOf(const QByteArray& id); // nullopt: no session can have that id
    static qint64 heapOf(const Map::value_type& node);
    static void apply(const Delta& delta, Held& held);
    static void insert(Shard& shard, const Key& key, Held held);
    static Map::iterator erase(Shard& shard, Map::iterator place);

    bool expired(const Held& held, qint64 now) const;
    Map::iterator findLive(Shard& shard, const Key& key, qint64 now);
    static std::size_t shardOf(const Key& key);

    const qint64 m_absoluteMs;
    std::atomic<std::size_t> m_nextSwept = 0;
    std::array<Shard, shardCount> m_shards;
};

} // namespace ceteris::sessions
