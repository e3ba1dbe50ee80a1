// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/replicatedstore.h"

namespace ceteris::sessions {
namespace {

constexpr qint64 whenever = 0; // whether it has expired does not matter

auto toStatus(SessionStore::Done done)
{
    return [done = std::move(done)](const Answer& answer) { done(answer.status); };
}

auto toCount(SessionStore::Counted done)
{
    return [done = std::move(done)](const Answer& answer) { done(answer.status, answer.count); };
}

Request operation(Ask ask, const Delta& delta)
{
    return { ask, { { {}, {}, delta } } };
}

Request access(Ask ask, const QByteArray& id, qint64 now)
{
    return operation(ask, { .id = id, .lastAccessedMs = now, .changed = {}, .removed = {} });
}

Session sessionIn(const Answer& answer)
{
    return sessionOf(answer.known.value(0).delta);
}

} // namespace

ReplicatedStore::ReplicatedStore(std::shared_ptr<Replication> replication)
    : m_replication(std::move(replication))
{
}

void ReplicatedStore::find(const QByteArray& id, qint64 now, Found done)
{
    if (!isSessionId(id))
        return done(Status::NotFound, {});
    if (m_replication->holds(id))
        if (auto session = m_replication->table().find(id, now))
            return done(Status::Ok, std::move(*session));
    ask(&Replica::perform, access(Ask::Find, id, now),
        [done = std::move(done)](const Answer& answer) { done(answer.status, sessionIn(answer)); });
}

void ReplicatedStore::create(const Session& session, Done done)
{
    ask(&Replica::perform, operation(Ask::Create, deltaOf(session)), toStatus(std::move(done)));
}

void ReplicatedStore::save(const Delta& delta, Done done)
{
    if (!isSessionId(delta.id))
        return done(Status::NotFound);
    ask(&Replica::perform, operation(Ask::Save, delta), toStatus(std::move(done)));
}

// Two sessions, perhaps with two primaries: the old one is dead before the new one lives, so that nobody sees both.
void ReplicatedStore::rotateId(const QByteArray& newId, const Delta& delta, Done done)
{
    if (!isSessionId(delta.id))
        return done(Status::NotFound);
    ask(&Replica::perform, access(Ask::Take, delta.id, delta.lastAccessedMs),
        [=, this, done = std::move(done)](const Answer& taken) mutable {
            auto session = sessionIn(taken);
            if (taken.status != Status::Ok)
                return done(taken.status);
            apply(delta, session);
            session.lastAccessedMs = delta.lastAccessedMs;
            session.id = newId;
            create(session, std::move(done));
        });
}

void ReplicatedStore::remove(const QByteArray& id, Done done)
{
    if (!isSessionId(id))
        return done(Status::Ok);
    ask(&Replica::perform, access(Ask::Take, id, whenever), [done = std::move(done)](const Answer& answer) {
        done(answer.status == Status::NotFound ? Status::Ok : answer.status);
    });
}

void ReplicatedStore::count(Counted done)
{
    ask(&Replica::gather, { Ask::Count }, toCount(std::move(done)));
}

void ReplicatedStore::countOwn(Counted done)
{
    ask(&Replica::serve, { Ask::Count }, toCount(std::move(done)));
}

void ReplicatedStore::clear(Done done)
{
    ask(&Replica::gather, { Ask::Clear }, toStatus(std::move(done)));
}

Capabilities ReplicatedStore::capabilities() const
{
    return { .sharedByInstances = true, .countsSessions = true, .ownMemory = true };
}

std::optional<qint64> ReplicatedStore::bytes() const
{
    return m_replication->bytes();
}

void ReplicatedStore::ask(Replication::Way way, Request request, std::function<void(Answer)> answered)
{
    m_replication->ask(way, std::move(request), m_callbacks.add(std::move(answered)).second);
}

} // namespace ceteris::sessions
