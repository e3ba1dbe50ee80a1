// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <functional>

struct redisReply;

namespace ceteris::sessions {

// Where Redis commands go: one server, whichever of a group is the master, or the node that has the key.
class RedisSender
{
public:
    using Command = QList<QByteArray>; // arguments of any bytes: nothing in them is ever parsed
    // nullptr: no answer, and nobody knows whether the command was carried out. The reply lives as long as the call.
    using Replied = std::function<void(const redisReply* reply)>;

    virtual ~RedisSender() = default;

    // Calls replied exactly once, perhaps before returning. Commands for one server are carried out in the order of
    // send().
    virtual void send(const Command& command, Replied replied) = 0;
};

} // namespace ceteris::sessions
