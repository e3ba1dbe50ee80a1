// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/stores/storepool.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <unordered_map>

namespace ceteris::sessions {

// A store that blocks, as a SessionStore: calls go to the pool and come back to the listener thread. An answer that is
// late, or has no place in the queue, is Unavailable; what the store still does with such a call is not known.
class PooledStore : public SessionStore
{
public:
    PooledStore(std::shared_ptr<StorePool> pool, Capabilities capabilities);
    ~PooledStore() override; // tells everything that waits that there is no answer

    void find(const QByteArray& id, qint64 now, Found done) override;
    void create(const Session& session, Done done) override;
    void save(const Delta& delta, Done done) override;
    void rotateId(const QByteArray& newId, const Delta& delta, Done done) override;
    void remove(const QByteArray& id, Done done) override;
    void count(Counted done) override;
    void clear(Done done) override;
    Capabilities capabilities() const override { return m_capabilities; }

private:
    using Answer = BlockingStore::Answer;
    using Answered = std::function<void(Answer)>;
    using Clock = StorePool::Clock;

    struct Mailbox; // where the pool leaves answers, also for a store that has gone
    struct Due
    {
        Clock::time_point time;
        quint64 call;
    };

    void call(std::function<Answer(BlockingStore&)> work, Answered answered);
    void fetch();
    void checkDeadlines();

    const std::shared_ptr<StorePool> m_pool;
    const Capabilities m_capabilities;
    const std::shared_ptr<Mailbox> m_mailbox;
    std::unordered_map<quint64, Answered> m_waiting;
    std::deque<Due> m_dues; // in their order, as all calls are given the same time
    quint64 m_lastCall = 0;
    QTimer m_deadline;
    QTimer m_sweep;
};

} // namespace ceteris::sessions
