// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/replicatedstore.h"

#include <mutex>
#include <utility>

namespace ceteris::sessions {
namespace {

constexpr qint64 whenever = 0; // whether it has expired does not matter

} // namespace

// Through which answers come back from the other thread, as long as the store is there.
class ReplicatedStore::Mailbox
{
public:
    explicit Mailbox(ReplicatedStore* store)
        : m_store(store)
    {
    }

    void close()
    {
        const std::scoped_lock lock(m_mutex);
        m_store = nullptr;
    }

    void deliver(quint64 number, Result result)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_store)
            QMetaObject::invokeMethod(
                &m_store->m_anchor,
                [store = m_store, number, result = std::move(result)] { store->arrived(number, result); },
                Qt::QueuedConnection);
    }

private:
    std::mutex m_mutex; // guards the store's life against who delivers
    ReplicatedStore* m_store;
};

ReplicatedStore::ReplicatedStore(std::shared_ptr<Replication> replication)
    : m_replication(std::move(replication))
    , m_mailbox(std::make_shared<Mailbox>(this))
{
}

ReplicatedStore::~ReplicatedStore()
{
    m_mailbox->close();
    for (const auto& heard : std::exchange(m_waiting, {}))
        heard({});
}

void ReplicatedStore::find(const QByteArray& id, qint64 now, Found done)
{
    if (!isSessionId(id))
        return done(Status::NotFound, {});
    if (m_replication->holds(id))
        if (auto session = m_replication->table().find(id, now))
            return done(Status::Ok, std::move(*session));
    perform(Find { id, now },
        [done = std::move(done)](Result result) { done(result.outcome.status, std::move(result.outcome.session)); });
}

void ReplicatedStore::create(const Session& session, Done done)
{
    perform(Create { session }, [done = std::move(done)](const Result& result) { done(result.outcome.status); });
}

void ReplicatedStore::save(const Delta& delta, Done done)
{
    if (!isSessionId(delta.id))
        return done(Status::NotFound);
    perform(Save { delta }, [done = std::move(done)](const Result& result) { done(result.outcome.status); });
}

// Two sessions, perhaps with two primaries: the old one is dead before the new one lives, so that nobody sees both.
void ReplicatedStore::rotateId(const QByteArray& newId, const Delta& delta, Done done)
{
    if (!isSessionId(delta.id))
        return done(Status::NotFound);
    perform(Take { delta.id, delta.lastAccessedMs }, [=, this, done = std::move(done)](Result taken) mutable {
        auto& [status, session] = taken.outcome;
        if (status != Status::Ok)
            return done(status);
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
    perform(Take { id, whenever }, [done = std::move(done)](const Result& result) {
        done(result.outcome.status == Status::NotFound ? Status::Ok : result.outcome.status);
    });
}

void ReplicatedStore::count(Counted done)
{
    ask(
        [](Replica& replica, const Heard& heard) {
            replica.count([heard](Status status, qint64 number) { heard({ { status, {} }, number }); });
        },
        [done = std::move(done)](const Result& result) { done(result.outcome.status, result.number); });
}

void ReplicatedStore::countOwn(Counted done)
{
    ask(
        [](const Replica& replica, const Heard& heard) {
            heard({ {}, replica.countOwn() });
        },
        [done = std::move(done)](const Result& result) { done(result.outcome.status, result.number); });
}

void ReplicatedStore::clear(Done done)
{
    ask(
        [](Replica& replica, const Heard& heard) {
            replica.clear([heard](Outcome outcome) { heard({ std::move(outcome), 0 }); });
        },
        [done = std::move(done)](const Result& result) { done(result.outcome.status); });
}

Capabilities ReplicatedStore::capabilities() const
{
    return { .sharedByInstances = true, .countsSessions = true, .ownMemory = true };
}

std::optional<qint64> ReplicatedStore::bytes() const
{
    return m_replication->bytes();
}

void ReplicatedStore::perform(Request operation, Heard heard)
{
    ask(
        [operation = std::move(operation)](Replica& replica, const Heard& done) {
            replica.perform(operation, [done](Outcome outcome) { done({ std::move(outcome), 0 }); });
        },
        std::move(heard));
}

void ReplicatedStore::ask(std::function<void(Replica&, Heard)> work, Heard heard)
{
    const auto number = ++m_lastNumber;
    m_waiting.insert(number, std::move(heard));
    m_replication->post([work = std::move(work), mailbox = m_mailbox, number](Replica& replica) {
        work(replica, [mailbox, number](Result result) { mailbox->deliver(number, std::move(result)); });
    });
}

void ReplicatedStore::arrived(quint64 number, Result result)
{
    if (const auto heard = m_waiting.take(number))
        heard(std::move(result));
}

} // namespace ceteris::sessions
