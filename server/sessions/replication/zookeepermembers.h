// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/contract/storeconfig.h"
#include "server/sessions/replication/group.h"

struct _zhandle;

namespace ceteris::sessions {

// The members of a group as ZooKeeper knows them: each has an ephemeral node below the group's path, named after the
// instance and the port on which it is reached, and hears of every change. While ZooKeeper is away the last list stays.
class ZooKeeperMembers : public QObject
{
public:
    ZooKeeperMembers(const contract::ReplicationConfig& group, int self); // joins
    ~ZooKeeperMembers() override; // our node goes at once

    std::function<void(const QMap<int, quint16>& ports)> changed = {}; // by member

    bool isListed() const { return m_isListed; } // we are in the list that we have

private:
    void join();
    void connected();
    void list();
    void listed(const QByteArrayList& nodes);
    void expired();
    void disconnect();

    const contract::ReplicationConfig m_group;
    const QByteArray m_node; // our own; unlike that of an earlier life on the same port, which may still be there
    _zhandle* m_handle = nullptr;
    bool m_isListed = false;
};

} // namespace ceteris::sessions
