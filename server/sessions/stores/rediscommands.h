// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/sessionstore.h"
#include "server/sessions/stores/redissender.h"

#include <memory>

struct redisReply;

namespace ceteris::sessions {

// A script of Redis with the name it goes by there.
class RedisScript
{
public:
    explicit RedisScript(QByteArray text);

    const QByteArray& text() const { return m_text; }
    const QByteArray& sha() const { return m_sha; }

private:
    QByteArray m_text;
    QByteArray m_sha;
};

// What the layouts of sessions in Redis share: commands with the answers as a Status, walks over keys.
class RedisCommands
{
public:
    using Command = RedisSender::Command;
    using Keys = QList<QByteArray>;
    // With Ok comes a reply that is no error; NotFound: Redis has no such key; Unavailable: it refuses or is silent.
    using Answered = std::function<void(Status, const redisReply*)>;
    using IsOne = std::function<bool(QByteArrayView afterPrefix)>;

    explicit RedisCommands(std::unique_ptr<RedisSender> sender);

    void ask(const Command& command, Answered answered);
    // Together, in this order; done after the last answer, with the first that was not Ok.
    void askAll(const QList<Command>& commands, SessionStore::Done done);
    // EVALSHA; EVAL when Redis does not know the script yet.
    void run(const RedisScript& script, const Keys& keys, const Keys& arguments, Answered answered);

    // The keys that begin with prefix and go on as isOne says.
    void count(const QByteArray& prefix, IsOne isOne, SessionStore::Counted done);
    void clear(const QByteArray& prefix, SessionStore::Done done);

private:
    using Done = SessionStore::Done;
    using Take = std::function<void(const Keys&, Done next)>;

    void answer(const redisReply* reply, const Answered& answered);
    // Gives the keys to take, batch by batch, as long as next is told Ok.
    void scan(const QByteArray& prefix, const QByteArray& cursor, Take take, Done done);
    void logOnce(const redisReply* error);

    QByteArray m_lastError;
    const std::unique_ptr<RedisSender> m_sender; // last: what it tells when it goes still finds the rest
};

QByteArray bytesOf(const redisReply* reply); // never null
// nil is a null QByteArray.
QList<QByteArray> listOf(const redisReply* reply);

} // namespace ceteris::sessions
