// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "server/contract/serverconfig.h"

#include <QByteArray>

#include <chrono>
#include <memory>
#include <vector>

struct redisContext;
struct redisReply;

namespace ceteris::redis {

struct FreeContext
{
    void operator()(redisContext* context) const;
};
struct FreeReply
{
    void operator()(redisReply* reply) const;
};
using Reply = std::unique_ptr<redisReply, FreeReply>;

// "127.0.0.1:6379" or the path of the socket, for messages.
QString shown(const contract::RedisAddress& address);

// One synchronous connection of the engine. After any error or timeout it is closed: a late answer would be taken for
// the answer to the next command.
class Connection
{
public:
    // Connects and signs in; the timeout holds for this and for each command.
    static Result<Connection> open(const contract::RedisAddress& address, std::chrono::milliseconds timeout);

    // The answer; StoreUnreachable when there is none or when it is an error. Words are binary-safe.
    Result<Reply> ask(const std::vector<QByteArray>& words);
    bool isMaster(); // by ROLE; false also when it does not say
    bool isOpen() const { return m_context != nullptr; }

private:
    explicit Connection(redisContext* context, QString name);

    std::unique_ptr<redisContext, FreeContext> m_context;
    QString m_name;
};

} // namespace ceteris::redis
