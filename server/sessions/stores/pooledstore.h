// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/stores/callbacks.h"
#include "server/sessions/stores/storepool.h"

#include <QTimer>

#include <deque>

namespace ceteris::sessions {

// A store that blocks, as a SessionStore: calls go to the pool and come back to the listener thread. An answer that is
// late, or has no place in the queue, is Unavailable; what the store still does with such a call is not known.
class PooledStore : public SessionStore
{
public:
    explicit PooledStore(std::shared_ptr<StorePool> pool,
        Capabilities capabilities = { .survivesServerRestart = true, .sharedByInstances = true });

    void find(const QByteArray& id, qint64 now, Found done) override;
    void create(const Session& session, Done done) override;
    void save(const Delta& delta, Done done) override;
    void rotateId(const QByteArray& newId, const Delta& delta, Done done) override;
    void remove(const QByteArray& id, Done done) override;
    void count(Counted done) override;
    void clear(Done done) override;
    void newId(NewId done) override;
    Capabilities capabilities() const override { return m_capabilities; }

private:
    using Answer = BlockingStore::Answer;
    using Clock = StorePool::Clock;

    struct Due
    {
        Clock::time_point time;
        quint64 call;
    };

    void call(std::function<Answer(BlockingStore&)> work, std::function<void(Answer)> answered);
    void checkDeadlines();

    const std::shared_ptr<StorePool> m_pool;
    const Capabilities m_capabilities;
    std::deque<Due> m_dues; // in their order, as all calls are given the same time
    QTimer m_deadline;
    QTimer m_sweep;
    Callbacks<Answer> m_callbacks;
};

} // namespace ceteris::sessions
