// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/redis/connection.h"
#include "app/services/backend.h"
#include "app/services/loopback.h"

#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace ceteris::services {

class Child; // a process that dies with the engine

// One redis-server of several that belong together, a Sentinel included: its process, which can be started again.
class RedisNode
{
public:
    struct Options
    {
        QString name; // of the part
        contract::RedisAddress address;
        QByteArray config;
        std::vector<int> cpus;
        QString sentinelFile {}; // of a Sentinel, which writes down there what it learns; empty: it is none
    };

    explicit RedisNode(Options options);
    ~RedisNode(); // stops it
    RedisNode(RedisNode&&) noexcept;

    Result<void> start(); // does not wait until it answers
    Result<void> waitUntilReady();

    const QString& name() const { return m_options.name; }
    const contract::RedisAddress& address() const { return m_options.address; }
    Part part() const;
    QString lastLines() const;
    QByteArray ask(const std::vector<QByteArray>& words) const; // a text or a number; lists as lines; empty: no answer

    // Empties the database; true when so many replicas confirmed that. "Online" says less: a master calls a replica so
    // up to a second before it sends it the first write.
    bool clearConfirmed(int replicas) const;

    // Asks holds every few ms until it does. ChildNotReady after some seconds, ChildDied when the process has.
    Result<void> waitUntil(const std::function<bool()>& holds) const;

private:
    Options m_options;
    std::unique_ptr<Child> m_child;
};

// All of them at once, and then until each answers.
Result<void> startAll(std::vector<RedisNode>& nodes);

// Starts the one of that name again.
Result<void> restart(std::vector<RedisNode>& nodes, const QString& name);

std::vector<Part> partsOf(const std::vector<RedisNode>& nodes);
QString lastLinesOf(const std::vector<RedisNode>& nodes, const QString& name);
std::vector<contract::RedisAddress> addressesOf(const std::vector<RedisNode>& nodes);

} // namespace ceteris::services
