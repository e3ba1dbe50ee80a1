// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/mutantmemory.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ceteris::testsupport {
namespace {

using sessions::Session;

constexpr std::array<std::pair<std::string_view, Mutant>, 9> names { { { "drop", Mutant::Drop },
    { "swap", Mutant::Swap }, { "stale", Mutant::Stale }, { "backwards", Mutant::Backwards },
    { "resurrect", Mutant::Resurrect }, { "reuse", Mutant::Reuse }, { "immortal", Mutant::Immortal },
    { "everywhere", Mutant::Everywhere }, { "lastwriter", Mutant::LastWriter } } };

constexpr std::size_t keptSights = 8; // more than requests of one user at the same time
constexpr std::size_t keptLatest = 2; // one of them is another session than any

} // namespace

std::optional<Mutant> mutantNamed(std::string_view name)
{
    if (name.empty())
        return Mutant::None;
    const auto* const found = std::ranges::find(names, name, &decltype(names)::value_type::first);
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

bool MutantMemory::strikes(Mutant mutant)
{
    if (mutant != m_mutant)
        return false;
    const std::scoped_lock lock(m_mutex);
    return std::uniform_real_distribution()(m_random) < m_rate;
}

QByteArray MutantMemory::newSessionId()
{
    const bool again = strikes(Mutant::Reuse);
    const std::scoped_lock lock(m_mutex);
    if (!again || m_issued.isEmpty())
        m_issued = sessions::newSessionId();
    return m_issued;
}

void MutantMemory::saw(const Session& session, qint64 now)
{
    const std::scoped_lock lock(m_mutex);
    auto& sights = m_seen[session.id];
    sights.push_back({ now, session });
    if (sights.size() > keptSights)
        sights.pop_front();
    std::erase_if(m_latest, [&](const Session& other) { return other.id == session.id; });
    m_latest.push_back(session);
    if (m_latest.size() > keptLatest)
        m_latest.pop_front();
}

void MutantMemory::removed(const QByteArray& id)
{
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_latest, [&](const Session& session) { return session.id == id; });
    if (auto sights = m_seen.take(id); !sights.empty())
        m_graves.insert(id, std::move(sights.back().session));
}

std::optional<Session> MutantMemory::lastSeen(const QByteArray& id) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_seen.constFind(id);
    return found == m_seen.cend() ? std::nullopt : std::optional(found->back().session);
}

std::optional<Session> MutantMemory::seenAt(const QByteArray& id, qint64 now) const
{
    const std::scoped_lock lock(m_mutex);
    for (const auto& sight : m_seen.value(id)) {
        if (sight.now == now)
            return sight.session;
    }
    return std::nullopt;
}

std::optional<Session> MutantMemory::another(const QByteArray& id) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = std::ranges::find_if(m_latest, [&](const Session& session) { return session.id != id; });
    return found == m_latest.end() ? std::nullopt : std::optional(*found);
}

std::vector<QByteArray> MutantMemory::sessionsOfSameUser(const QByteArray& id) const
{
    const std::scoped_lock lock(m_mutex);
    const auto userOf = [this](const QByteArray& session) {
        const auto sights = m_seen.constFind(session);
        return sights == m_seen.cend() ? sessions::Value() : sights->back().session.attributes.value("user");
    };
    std::vector<QByteArray> others;
    for (auto it = m_seen.cbegin(); it != m_seen.cend(); ++it) {
        if (it.key() != id && userOf(it.key()) == userOf(id))
            others.push_back(it.key());
    }
    return others;
}

std::optional<Session> MutantMemory::grave(const QByteArray& id) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_graves.constFind(id);
    return found == m_graves.cend() ? std::nullopt : std::optional(*found);
}

} // namespace ceteris::testsupport
