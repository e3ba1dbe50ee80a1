// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/replication/replication.h"
#include "server/sessions/stores/callbacks.h"

namespace ceteris::sessions {

// Sessions in the memory of several instances that keep each other's. Reads what this instance holds at once; all else
// is done on the thread of the replication, which knows the others.
class ReplicatedStore : public SessionStore
{
public:
    explicit ReplicatedStore(std::shared_ptr<Replication> replication);

    void find(const QByteArray& id, qint64 now, Found done) override;
    void create(const Session& session, Done done) override;
    void save(const Delta& delta, Done done) override;
    void rotateId(const QByteArray& newId, const Delta& delta, Done done) override;
    void remove(const QByteArray& id, Done done) override;
    void count(Counted done) override; // of all instances together
    void countOwn(Counted done) override;
    void clear(Done done) override;
    Capabilities capabilities() const override;
    std::optional<qint64> bytes() const override; // of this instance

private:
    void ask(Replication::Way way, Request request, std::function<void(Answer)> answered);

    const std::shared_ptr<Replication> m_replication;
    Callbacks<Answer> m_callbacks;
};

} // namespace ceteris::sessions
