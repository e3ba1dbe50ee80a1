// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/replication/ledger.h"

#include "server/sessions/stores/heapsize.h"

#include <QDateTime>

#include <algorithm>

namespace ceteris::sessions {
namespace {

Session sessionOf(const Delta& whole)
{
    return { whole.id, whole.createdMs, whole.lastAccessedMs, whole.maxInactiveS, whole.changed };
}

Delta deltaOf(const Session& session)
{
    return { session.id, session.createdMs, session.lastAccessedMs, session.maxInactiveS, session.attributes, {} };
}

} // namespace

Ledger::Ledger(std::shared_ptr<SessionTable> table, quint8 self, qint64 tombstoneMs)
    : m_table(std::move(table))
    , m_self(self)
    , m_tombstoneMs(tombstoneMs)
{
}

bool Ledger::knows(const QByteArray& id) const
{
    return m_entries.contains(id);
}

bool Ledger::holds(const QByteArray& id) const
{
    return m_table->contains(id);
}

std::optional<Change> Ledger::create(const Session& session)
{
    if (!isSessionId(session.id) || versionOf(session.id).gone)
        return std::nullopt;
    m_table->create(session);
    return next(deltaOf(session), false);
}

std::optional<Change> Ledger::save(const Delta& delta)
{
    if (m_table->save(delta) != Status::Ok)
        return std::nullopt;
    return next(delta, false);
}

std::optional<Change> Ledger::remove(const QByteArray& id)
{
    if (!knows(id) || versionOf(id).gone)
        return std::nullopt;
    m_table->remove(id);
    return next({ .id = id, .changed = {}, .removed = {} }, true);
}

void Ledger::accept(const Change& change, Verdict& verdict)
{
    const auto& id = change.delta.id;
    if (!isSessionId(id))
        return;
    const auto mine = versionOf(id);
    if (mine >= change.version)
        return compare(id, change.version, verdict);
    if (change.version.gone)
        m_table->remove(id);
    else if (change.base == Version())
        m_table->create(sessionOf(change.delta));
    else if (change.base != mine || m_table->save(change.delta) != Status::Ok)
        return void(verdict.wanted.append(id));
    write(id, change.version);
}

void Ledger::consider(const Offered& offered, Verdict& verdict)
{
    if (offered.version.gone) // that is all there is to know of it
        accept({ {}, offered.version, { .id = offered.id, .changed = {}, .removed = {} } }, verdict);
    else
        compare(offered.id, offered.version, verdict);
}

void Ledger::compare(const QByteArray& id, const Version& offered, Verdict& verdict) const
{
    const auto mine = versionOf(id);
    if (mine < offered)
        return void(verdict.wanted.append(id));
    if (mine > offered)
        if (auto newer = whole(id))
            verdict.newer.push_back(std::move(*newer));
}

std::optional<Change> Ledger::whole(const QByteArray& id) const
{
    const auto version = versionOf(id);
    if (version.gone)
        return Change { {}, version, { .id = id, .changed = {}, .removed = {} } };
    constexpr qint64 always = 0; // whoever asks decides whether it has expired
    const auto session = version == Version() ? std::nullopt : m_table->find(id, always);
    return session ? std::optional(Change { {}, version, deltaOf(*session) }) : std::nullopt;
}

std::vector<Offered> Ledger::all() const
{
    std::vector<Offered> all;
    all.reserve(m_entries.size());
    for (const auto& [id, entry] : m_entries)
        all.push_back({ id, entry.version });
    std::ranges::partition(all, [](const Offered& offered) { return offered.version.gone; });
    return all;
}

qint64 Ledger::countIf(const std::function<bool(const QByteArray&)>& counts) const
{
    return std::ranges::count_if(m_entries,
        [&](const auto& place) { return !place.second.version.gone && counts(place.first) && holds(place.first); });
}

void Ledger::drop(const QByteArray& id)
{
    m_table->remove(id);
    m_count -= static_cast<qint64>(m_entries.erase(id));
}

void Ledger::clear()
{
    m_table->clear();
    m_entries.clear();
    m_count = 0;
}

void Ledger::sweep(qint64 now)
{
    m_table->sweepNextShard(now);
    if (++m_sweeps % int { SessionTable::shardCount } == 0)
        forgetOld(now);
}

void Ledger::forgetOld(qint64 now)
{
    std::erase_if(m_entries, [&](const auto& place) {
        const auto& [id, entry] = place;
        return entry.version.gone ? entry.forgetMs <= now : !holds(id);
    });
    m_count = static_cast<qint64>(m_entries.size());
}

qint64 Ledger::bytes() const
{
    struct Node
    {
        void* next;
        std::pair<const QByteArray, Entry> value;
        std::size_t hash;
    };
    constexpr auto each = chunk(sizeof(Node)) + chunk(qint64 { sessionIdLength } + arrayHeader) + sizeof(void*);
    return m_table->bytes() + m_count.load(std::memory_order_relaxed) * qint64 { each };
}

Version Ledger::versionOf(const QByteArray& id) const
{
    const auto place = m_entries.find(id);
    return place == m_entries.end() ? Version() : place->second.version;
}

Change Ledger::next(const Delta& delta, bool gone)
{
    const auto base = versionOf(delta.id);
    const Version version { gone, base.counter + 1, m_self };
    write(delta.id, version);
    return { base, version, delta };
}

void Ledger::write(const QByteArray& id, const Version& version)
{
    const auto forgetMs = version.gone ? QDateTime::currentMSecsSinceEpoch() + m_tombstoneMs : 0;
    const auto [place, inserted] = m_entries.insert_or_assign(id, Entry { version, forgetMs });
    m_count += inserted ? 1 : 0;
}

} // namespace ceteris::sessions
