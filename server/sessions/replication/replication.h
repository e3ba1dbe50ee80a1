// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/contract/serverconfig.h"
#include "server/sessions/replication/replica.h"

#include <QThread>

#include <atomic>
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

    // Has the replica do that on the thread, where done is called.
    using Way = void (Replica::*)(const Request&, const Answered&);
    void ask(Way way, Request request, Answered done);

    // For any thread. What the table has is good to read here only when this instance is to hold it.
    SessionTable& table() { return m_ledger.table(); }
    bool holds(const QByteArray& id) const;
    qint64 bytes() const { return m_ledger.bytes(); }

private:
    explicit Replication(const contract::ServerConfig& config);
    void run(const std::function<void(const QString&)>& started);

    const contract::ServerConfig m_config;
    Ledger m_ledger;
    std::atomic<MemberSet> m_members;
    Group* m_group = nullptr; // on the thread
    Replica* m_replica = nullptr; // likewise
    std::unique_ptr<QThread> m_thread;
};

} // namespace ceteris::sessions
