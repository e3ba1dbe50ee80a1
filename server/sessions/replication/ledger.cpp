// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/replication/ledger.h"

#include "server/sessions/stores/heapsize.h"

#include <QDateTime>

namespace ceteris::sessions {

Ledger::Ledger(int absoluteTimeoutS, quint8 self, qint64 tombstoneMs)
    : m_table(absoluteTimeoutS)
    , m_self(self)
    , m_tombstoneMs(tombstoneMs)
{
}

Version Ledger::versionOf(const QByteArray& id) const
{
    const auto place = m_entries.find(id);
    return place == m_entries.end() ? Version() : place->second.version;
}

std::optional<Change> Ledger::create(const Delta& whole)
{
    if (!isSessionId(whole.id) || versionOf(whole.id).gone)
        return std::nullopt;
    m_table.create(sessionOf(whole));
    return next(whole);
}

std::optional<Change> Ledger::save(const Delta& delta)
{
    return m_table.save(delta) == Status::Ok ? std::optional(next(delta)) : std::nullopt;
}

std::optional<Change> Ledger::remove(const QByteArray& id)
{
    if (!knows(id) || versionOf(id).gone)
        return std::nullopt;
    m_table.remove(id);
    return next(offer(id, {}).delta, true);
}

void Ledger::accept(const Change& change, Answer& answer)
{
    const auto& [base, version, delta] = change;
    const auto mine = versionOf(delta.id);
    if (!isSessionId(delta.id) || mine == version)
        return;
    if (mine > version) {
        if (auto newer = whole(delta.id))
            answer.known.append(std::move(*newer));
        return;
    }
    if (version.gone)
        m_table.remove(delta.id);
    else if (base == Version())
        m_table.create(sessionOf(delta));
    else if (base != mine || m_table.save(delta) != Status::Ok)
        return answer.wanted.append(delta.id);
    write(delta.id, version);
}

std::optional<Change> Ledger::whole(const QByteArray& id)
{
    const auto version = versionOf(id);
    if (version.gone)
        return offer(id, version);
    constexpr qint64 always = 0; // whoever asks decides whether it has expired
    const auto session = version == Version() ? std::nullopt : m_table.find(id, always);
    return session ? std::optional(Change { {}, version, deltaOf(*session) }) : std::nullopt;
}

QList<QByteArray> Ledger::ids() const
{
    QList<QByteArray> ids;
    for (const bool gone : { true, false })
        for (const auto& [id, entry] : m_entries)
            if (entry.version.gone == gone)
                ids.append(id);
    return ids;
}

void Ledger::drop(const QByteArray& id)
{
    m_table.remove(id);
    m_entries.erase(id);
    m_count = m_entries.size();
}

void Ledger::clear()
{
    m_table.clear();
    m_entries.clear();
    m_count = 0;
}

void Ledger::sweep(qint64 now)
{
    m_table.sweepNextShard(now);
    if (++m_sweeps % int { SessionTable::shardCount } != 0)
        return;
    std::erase_if(m_entries, [&](const auto& place) {
        const auto& [id, entry] = place;
        return entry.version.gone ? entry.forgetMs <= now : !m_table.contains(id);
    });
    m_count = m_entries.size();
}

qint64 Ledger::bytes() const
{
    constexpr auto node = chunk(sizeof(std::pair<const QByteArray, Entry>) + sizeof(void*) + sizeof(std::size_t));
    constexpr auto each = node + chunk(qint64 { sessionIdLength } + arrayHeader) + qint64 { sizeof(void*) };
    return m_table.bytes() + static_cast<qint64>(m_count.load(std::memory_order_relaxed)) * each;
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
    m_entries.insert_or_assign(id, Entry { version, forgetMs });
    m_count = m_entries.size();
}

} // namespace ceteris::sessions
