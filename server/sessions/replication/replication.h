// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/contract/serverconfig.h"
#include "server/sessions/replication/ledger.h"
#include "server/sessions/replication/replica.h"

#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace ceteris::sessions {

// This instance's part in the group, on a thread of its own. One for all listener threads.
class Replication
{
public:
    // Returns when those members that can be reached are linked with us, after 2 s at most. Failure NoStore: the port
    // is taken, or ZooKeeper does not answer.
    static contract::Result<std::shared_ptr<Replication>> start(const contract::ServerConfig& config);
    ~Replication(); // hands over what others have to keep now; after 2 s at most

    void post(std::function<void(Replica&)> work); // runs it on the thread

    // For any thread. What the table has is good to read here only when this instance is to hold it.
    SessionTable& table() const { return *m_table; }
    bool holds(const QByteArray& id) const;
    qint64 bytes() const { return m_ledger.bytes(); }

private:
    struct Members;
    class Thread;

    explicit Replication(const contract::ServerConfig& config);
    void run(std::function<void(QString)> started);
    void stop();

    const contract::ServerConfig m_config;
    const std::shared_ptr<SessionTable> m_table;
    Ledger m_ledger;
    std::atomic<MemberSet> m_members;
    std::unique_ptr<Members> m_group; // made, used and deleted on the thread
    std::unique_ptr<QThread> m_thread;
};

} // namespace ceteris::sessions
