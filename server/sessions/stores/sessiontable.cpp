// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/sessiontable.h"

#include "server/sessions/stores/expiry.h"
#include "server/sessions/stores/heapsize.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace ceteris::sessions {
namespace {

// Shares nothing with the caller's array, which may be larger than it looks or point into a buffer that goes.
QByteArray owned(const QByteArray& array)
{
    return QByteArray(array.constData(), array.size());
}

Value owned(const Value& value)
{
    if (const auto* text = std::get_if<QByteArray>(&value))
        return owned(*text);
    if (const auto* bytes = std::get_if<Bytes>(&value))
        return Bytes { owned(bytes->data) };
    return value;
}

} // namespace

SessionTable::SessionTable(int absoluteTimeoutS)
    : m_absoluteMs(qint64 { absoluteTimeoutS } * 1000)
{
}

std::optional<Session> SessionTable::find(const QByteArray& id, qint64 now)
{
    const auto key = keyOf(id);
    if (!key)
        return std::nullopt;
    auto& shard = m_shards[shardOf(*key)];
    const std::scoped_lock lock(shard.mutex);
    const auto place = findLive(shard, *key, now);
    if (place == shard.sessions.end())
        return std::nullopt;
    const auto& held = place->second;
    Session session { id, held.createdMs, held.lastAccessedMs, held.maxInactiveS, {} };
    for (const auto& [name, value] : held.attributes)
        session.attributes.insert(name, value);
    return session;
}

bool SessionTable::contains(const QByteArray& id) const
{
    const auto key = keyOf(id);
    if (!key)
        return false;
    const auto& shard = m_shards[shardOf(*key)];
    const std::scoped_lock lock(shard.mutex);
    return shard.sessions.contains(*key);
}

void SessionTable::create(const Session& session)
{
    const auto key = keyOf(session.id);
    Q_ASSERT(key);
    Held held { session.createdMs, session.lastAccessedMs, session.maxInactiveS, {} };
    held.attributes.reserve(session.attributes.size());
    for (auto it = session.attributes.cbegin(); it != session.attributes.cend(); ++it)
        held.attributes.emplace_back(owned(it.key()), owned(it.value()));
    auto& shard = m_shards[shardOf(*key)];
    const std::scoped_lock lock(shard.mutex);
    insert(shard, *key, std::move(held));
}

Status SessionTable::save(const Delta& delta)
{
    const auto key = keyOf(delta.id);
    if (!key)
        return Status::NotFound;
    auto& shard = m_shards[shardOf(*key)];
    const std::scoped_lock lock(shard.mutex);
    const auto place = findLive(shard, *key, delta.lastAccessedMs);
    if (place == shard.sessions.end())
        return Status::NotFound;
    shard.bytes -= heapOf(*place);
    apply(delta, place->second);
    shard.bytes += heapOf(*place);
    return Status::Ok;
}

Status SessionTable::rotateId(const QByteArray& newId, const Delta& delta)
{
    const auto oldKey = keyOf(delta.id);
    const auto newKey = keyOf(newId);
    Q_ASSERT(newKey);
    if (!oldKey)
        return Status::NotFound;
    auto& from = m_shards[shardOf(*oldKey)];
    auto& to = m_shards[shardOf(*newKey)];
    std::unique_lock first(from.mutex, std::defer_lock);
    std::unique_lock second(to.mutex, std::defer_lock);
    if (&from == &to)
        first.lock();
    else
        std::lock(first, second);

    const auto place = findLive(from, *oldKey, delta.lastAccessedMs);
    if (place == from.sessions.end())
        return Status::NotFound;
    from.bytes -= heapOf(*place);
    auto held = std::move(place->second);
    from.sessions.erase(place);
    apply(delta, held);
    insert(to, *newKey, std::move(held));
    return Status::Ok;
}

void SessionTable::remove(const QByteArray& id)
{
    const auto key = keyOf(id);
    if (!key)
        return;
    auto& shard = m_shards[shardOf(*key)];
    const std::scoped_lock lock(shard.mutex);
    if (const auto place = shard.sessions.find(*key); place != shard.sessions.end())
        erase(shard, place);
}

void SessionTable::clear()
{
    for (auto& shard : m_shards) {
        Map gone; // freed after the lock
        const std::scoped_lock lock(shard.mutex);
        gone.swap(shard.sessions);
        shard.bytes = 0;
    }
}

void SessionTable::sweepNextShard(qint64 now)
{
    auto& shard = m_shards[m_nextSwept.fetch_add(1, std::memory_order_relaxed) % shardCount];
    const std::scoped_lock lock(shard.mutex);
    for (auto it = shard.sessions.begin(); it != shard.sessions.end();)
        it = expired(it->second, now) ? erase(shard, it) : std::next(it);
}

qint64 SessionTable::count() const
{
    qint64 sum = 0;
    for (const auto& shard : m_shards) {
        const std::scoped_lock lock(shard.mutex);
        sum += static_cast<qint64>(shard.sessions.size());
    }
    return sum;
}

qint64 SessionTable::bytes() const
{
    qint64 sum = 0;
    for (const auto& shard : m_shards) {
        const std::scoped_lock lock(shard.mutex);
        const auto buckets = static_cast<qint64>(shard.sessions.bucket_count());
        sum += shard.bytes + (buckets > 1 ? chunk(buckets * qint64 { sizeof(void*) }) : 0);
    }
    return sum;
}

quint64 SessionTable::Key::word(std::size_t offset) const noexcept
{
    quint64 word = 0;
    std::memcpy(&word, text.data() + offset, sizeof word);
    return word;
}

std::optional<SessionTable::Key> SessionTable::keyOf(const QByteArray& id)
{
    if (id.size() != qsizetype { sessionIdLength } || !isSessionId(id))
        return std::nullopt;
    Key key;
    std::ranges::copy(id, key.text.begin());
    return key;
}

qint64 SessionTable::heapOf(const Map::value_type& node)
{
    const auto& held = node.second;
    auto sum = chunk(sizeof(node) + sizeof(void*));
    if (held.attributes.capacity() > 0)
        sum += chunk(static_cast<qint64>(held.attributes.capacity() * sizeof(Attribute)));
    for (const auto& [name, value] : held.attributes)
        sum += sessions::heapOf(name) + sessions::heapOf(value);
    return sum;
}

void SessionTable::apply(const Delta& delta, Held& held)
{
    held.lastAccessedMs = delta.lastAccessedMs;
    for (auto it = delta.changed.cbegin(); it != delta.changed.cend(); ++it) {
        const auto place = std::ranges::find(held.attributes, it.key(), &Attribute::first);
        if (place == held.attributes.end())
            held.attributes.emplace_back(owned(it.key()), owned(it.value()));
        else
            place->second = owned(it.value());
    }
    for (const auto& name : delta.removed)
        std::erase_if(held.attributes, [&](const Attribute& attribute) { return attribute.first == name; });
}

void SessionTable::insert(Shard& shard, const Key& key, Held held)
{
    if (const auto place = shard.sessions.find(key); place != shard.sessions.end())
        erase(shard, place);
    const auto [place, inserted] = shard.sessions.emplace(key, std::move(held));
    Q_ASSERT(inserted);
    shard.bytes += heapOf(*place);
}

SessionTable::Map::iterator SessionTable::erase(Shard& shard, Map::iterator place)
{
    shard.bytes -= heapOf(*place);
    return shard.sessions.erase(place);
}

bool SessionTable::expired(const Held& held, qint64 now) const
{
    return sessions::expired(held.createdMs, held.lastAccessedMs, held.maxInactiveS, m_absoluteMs, now);
}

SessionTable::Map::iterator SessionTable::findLive(Shard& shard, const Key& key, qint64 now)
{
    const auto place = shard.sessions.find(key);
    if (place == shard.sessions.end() || !expired(place->second, now))
        return place;
    erase(shard, place);
    return shard.sessions.end();
}

std::size_t SessionTable::shardOf(const Key& key)
{
    // Other bytes than the map hashes, or each shard would use one bucket in 64; mixed, as base64 is not even.
    constexpr int shift = 64 - std::countr_zero(shardCount);
    return (key.word(8) * 0x9e3779b97f4a7c15) >> shift;
}

} // namespace ceteris::sessions
