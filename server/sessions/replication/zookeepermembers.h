// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/replication/peer.h"

#include <QObject>

#include <map>

struct _zhandle;
struct String_vector;

namespace ceteris::sessions {

// The members of a group as ZooKeeper knows them: each has an ephemeral node below the group's path, named after the
// instance and where it is reached, and hears of every change. While ZooKeeper is away the last list stays.
class ZooKeeperMembers : public QObject
{
public:
    struct Options
    {
        QString servers; // host:port, …
        QString path; // of the group
        QString password; // of its nodes
        int self = 0;
        Address address; // where the others reach us
    };

    explicit ZooKeeperMembers(Options options);
    ~ZooKeeperMembers() override; // our node goes at once

    std::function<void(const std::map<int, Address>&)> changed = {};

    void join();
    bool isListed() const { return m_isListed; } // we are in the list that we have

private:
    struct Callbacks; // they come on the client's threads, and hand over to ours

    void connected();
    void createPath();
    void list();
    void listed(const QByteArrayList& nodes);
    void expired();
    void disconnect();

    const Options m_options;
    const QByteArray m_node; // our own
    _zhandle* m_handle = nullptr;
    bool m_isListed = false;
};

} // namespace ceteris::sessions
