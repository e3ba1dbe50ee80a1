// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/memorystore.h"

#include "server/sessions/stores/sessiontable.h"

#include <QDateTime>

using namespace std::chrono_literals;

namespace ceteris::sessions {

MemoryStore::MemoryStore(std::shared_ptr<SessionTable> table)
    : m_table(std::move(table))
{
    QObject::connect(
        &m_sweep, &QTimer::timeout, &m_sweep, [this] { m_table->sweepNextShard(QDateTime::currentMSecsSinceEpoch()); });
    m_sweep.start(250ms); // all 64 shards in 16 s
}

void MemoryStore::find(const QByteArray& id, qint64 now, Found done)
{
    auto session = m_table->find(id, now);
    if (session)
        done(Status::Ok, std::move(*session));
    else
        done(Status::NotFound, {});
}

void MemoryStore::create(const Session& session, Done done)
{
    m_table->create(session);
    done(Status::Ok);
}

void MemoryStore::save(const Delta& delta, Done done)
{
    done(m_table->save(delta));
}

void MemoryStore::rotateId(const QByteArray& newId, const Delta& delta, Done done)
{
    done(m_table->rotateId(newId, delta));
}

void MemoryStore::remove(const QByteArray& id, Done done)
{
    m_table->remove(id);
    done(Status::Ok);
}

void MemoryStore::count(Counted done)
{
    done(Status::Ok, m_table->count());
}

void MemoryStore::clear(Done done)
{
    m_table->clear();
    done(Status::Ok);
}

Capabilities MemoryStore::capabilities() const
{
    return { .countsSessions = true, .ownMemory = true };
}

std::optional<qint64> MemoryStore::bytes() const
{
    return m_table->bytes();
}

} // namespace ceteris::sessions
