// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/replication/replication.h"
#include "server/sessions/sessionstore.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace ceteris::sessions {

// Sessions in the memory of several instances that keep each other's. Reads what this instance holds at once; all else
// is done on the thread of the replication, which knows the others.
class ReplicatedStore : public SessionStore
{
public:
    explicit ReplicatedStore(std::shared_ptr<Replication> replication);
    ~ReplicatedStore() override; // tells everybody who waits that there is no answer

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
    class Mailbox;
    struct Result
    {
        Outcome outcome { Status::Unavailable, {} };
        qint64 number = 0;
    };
    using Heard = std::function<void(Result)>;

    void perform(Request operation, Heard heard);
    void ask(std::function<void(Replica&, Heard)> work, Heard heard);
    void arrived(quint64 number, Result result);

    const std::shared_ptr<Replication> m_replication;
    const std::shared_ptr<Mailbox> m_mailbox;
    QObject m_anchor; // on the listener's thread
    quint64 m_lastNumber = 0;
    QHash<quint64, Heard> m_waiting;
};

} // namespace ceteris::sessions
