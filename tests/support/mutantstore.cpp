// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/mutantstore.h"

namespace ceteris::testsupport {
namespace {

using namespace sessions;

constexpr int tenYearsS = 315'360'000;

Attributes merged(Attributes attributes, const Delta& delta)
{
    attributes.insert(delta.changed);
    for (const auto& name : delta.removed)
        attributes.remove(name);
    return attributes;
}

void setBack(Attributes& attributes)
{
    for (auto& value : attributes) {
        if (auto* number = std::get_if<qint64>(&value))
            *number = std::max<qint64>(0, *number - 2);
    }
}

} // namespace

MutantStore::MutantStore(std::unique_ptr<SessionStore> honest, std::shared_ptr<MutantMemory> memory)
    : m_honest(std::move(honest))
    , m_memory(std::move(memory))
{
}

void MutantStore::find(const QByteArray& id, qint64 now, Found done)
{
    if (m_memory->strikes(Mutant::Drop))
        return m_honest->remove(
            id, [done](Status status) { done(status == Status::Ok ? Status::NotFound : status, {}); });
    m_honest->find(id, now, [=, this](Status status, Session session) {
        done(status, status == Status::Ok ? falsified(std::move(session), now) : Session());
    });
}

Session MutantStore::falsified(Session found, qint64 now)
{
    auto instead = m_memory->strikes(Mutant::Swap) ? m_memory->another(found.id)
        : m_memory->strikes(Mutant::Stale)         ? m_memory->lastSeen(found.id)
                                                   : std::nullopt;
    m_memory->saw(found, now);
    if (instead)
        found.attributes = std::move(instead->attributes);
    return found;
}

void MutantStore::create(const Session& session, Done done)
{
    auto lasting = session;
    if (m_memory->mutant() == Mutant::Immortal)
        lasting.maxInactiveS = tenYearsS;
    m_memory->saw(session, session.createdMs);
    m_honest->create(lasting, std::move(done));
}

void MutantStore::save(const Delta& delta, Done done)
{
    auto changed = delta;
    if (m_memory->strikes(Mutant::Backwards))
        setBack(changed.changed);
    if (m_memory->mutant() == Mutant::Resurrect)
        return saveOrResurrect(changed, std::move(done));
    const auto base = m_memory->seenAt(delta.id, delta.lastAccessedMs);
    if (m_memory->mutant() == Mutant::LastWriter && base)
        return saveAll(*base, delta, std::move(done));
    m_honest->save(changed, std::move(done));
}

void MutantStore::saveOrResurrect(const Delta& delta, Done done)
{
    m_honest->save(delta, [=, this](Status status) {
        auto session = status == Status::NotFound ? m_memory->grave(delta.id) : std::nullopt;
        if (!session)
            return done(status);
        session->lastAccessedMs = delta.lastAccessedMs;
        session->attributes = merged(session->attributes, delta);
        m_honest->create(*session, done);
    });
}

// What others have saved since goes with the removal: a store whose save is a put of the whole session has no deltas.
void MutantStore::saveAll(const Session& base, const Delta& delta, Done done)
{
    m_honest->find(delta.id, delta.lastAccessedMs, [=, this](Status status, const Session&) {
        if (status != Status::Ok)
            return done(status);
        auto all = base;
        all.lastAccessedMs = delta.lastAccessedMs;
        all.attributes = merged(base.attributes, delta);
        m_honest->remove(all.id, [](Status) {});
        m_honest->create(all, done);
    });
}

void MutantStore::rotateId(const QByteArray& newId, const Delta& delta, Done done)
{
    auto lasting = delta;
    if (m_memory->mutant() == Mutant::Immortal)
        lasting.maxInactiveS = tenYearsS;
    m_honest->rotateId(newId, lasting, std::move(done));
}

void MutantStore::remove(const QByteArray& id, Done done)
{
    if (m_memory->mutant() == Mutant::Everywhere) {
        for (const auto& other : m_memory->sessionsOfSameUser(id))
            m_honest->remove(other, [](Status) {});
    }
    m_memory->removed(id);
    m_honest->remove(id, std::move(done));
}

} // namespace ceteris::testsupport
