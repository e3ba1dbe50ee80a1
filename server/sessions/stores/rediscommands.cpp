// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/rediscommands.h"

#include <QCryptographicHash>
#include <QLoggingCategory>
#include <QSet>

#include <hiredis/hiredis.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace ceteris::sessions {
namespace {

Q_LOGGING_CATEGORY(log, "ceteris.sessions.redis")

constexpr auto scanBatch = "1000";

// The characters that mean something in a MATCH pattern, made to mean themselves.
QByteArray literalPattern(const QByteArray& text)
{
    QByteArray pattern;
    for (const char c : text) {
        if (QByteArrayView("*?[]^-\\").contains(c))
            pattern += '\\';
        pattern += c;
    }
    return pattern;
}

} // namespace

QByteArray bytesOf(const redisReply* reply)
{
    return QByteArray(reply->str, static_cast<qsizetype>(reply->len));
}

QList<QByteArray> listOf(const redisReply* reply)
{
    QList<QByteArray> list;
    list.reserve(static_cast<qsizetype>(reply->elements));
    for (std::size_t i = 0; i < reply->elements; ++i)
        list << (reply->element[i]->type == REDIS_REPLY_NIL ? QByteArray() : bytesOf(reply->element[i]));
    return list;
}

RedisScript::RedisScript(QByteArray text)
    : m_text(std::move(text))
    , m_sha(QCryptographicHash::hash(m_text, QCryptographicHash::Sha1).toHex())
{
}

RedisCommands::RedisCommands(std::unique_ptr<RedisSender> sender)
    : m_sender(std::move(sender))
{
}

void RedisCommands::ask(const Command& command, Answered answered)
{
    m_sender->send(
        command, [this, answered = std::move(answered)](const redisReply* reply) { answer(reply, answered); });
}

void RedisCommands::askAll(const QList<Command>& commands, Done done)
{
    const auto worst = std::make_shared<Status>(Status::Ok);
    const auto left = std::make_shared<qsizetype>(commands.size()); // nodes of a cluster answer in any order
    const Answered answered = [worst, left, done = std::move(done)](Status status, const redisReply*) {
        *worst = *worst == Status::Ok ? status : *worst;
        if (--*left == 0)
            done(*worst);
    };
    for (const auto& command : commands)
        ask(command, answered);
}

void RedisCommands::run(const RedisScript& script, const Keys& keys, const Keys& arguments, Answered answered)
{
    const auto rest = Keys { QByteArray::number(keys.size()) } + keys + arguments;
    m_sender->send(Keys { "EVALSHA"_ba, script.sha() } + rest,
        [=, this, text = script.text(), answered = std::move(answered)](const redisReply* reply) {
            if (reply && reply->type == REDIS_REPLY_ERROR && bytesOf(reply).startsWith("NOSCRIPT"))
                return ask(Keys { "EVAL"_ba, text } + rest, answered); // and from now on it is known
            answer(reply, answered);
        });
}

void RedisCommands::count(const QByteArray& prefix, IsOne isOne, SessionStore::Counted done)
{
    const auto found = std::make_shared<QSet<QByteArray>>(); // a set, because SCAN may show a key twice
    const auto take = [=, isOne = std::move(isOne)](const Keys& keys, const Done& next) {
        for (const auto& key : keys)
            if (isOne(QByteArrayView(key).sliced(prefix.size())))
                found->insert(key);
        next(Status::Ok);
    };
    scan(prefix, "0"_ba, take,
        [found, done = std::move(done)](Status status) { done(status, status == Status::Ok ? found->size() : 0); });
}

void RedisCommands::clear(const QByteArray& prefix, Done done)
{
    const auto take = [this](const Keys& keys, const Done& next) {
        if (keys.isEmpty())
            return next(Status::Ok);
        QList<Command> commands; // one for each: in a cluster they are in different places
        for (const auto& key : keys)
            commands << Command { "UNLINK"_ba, key };
        askAll(commands, next);
    };
    scan(prefix, "0"_ba, take, std::move(done));
}

void RedisCommands::answer(const redisReply* reply, const Answered& answered)
{
    if (reply && reply->type != REDIS_REPLY_ERROR)
        return answered(Status::Ok, reply);
    if (reply && bytesOf(reply) == "ERR no such key")
        return answered(Status::NotFound, nullptr);
    if (reply)
        logOnce(reply);
    answered(Status::Unavailable, nullptr);
}

void RedisCommands::scan(const QByteArray& prefix, const QByteArray& cursor, Take take, Done done)
{
    ask({ "SCAN"_ba, cursor, "MATCH"_ba, literalPattern(prefix) + '*', "COUNT"_ba, scanBatch },
        [=, this](Status status, const redisReply* reply) {
            if (status != Status::Ok)
                return done(status);
            const auto nextCursor = bytesOf(reply->element[0]);
            take(listOf(reply->element[1]), [=, this](Status taken) {
                if (taken != Status::Ok || nextCursor == "0")
                    return done(taken);
                scan(prefix, nextCursor, take, done);
            });
        });
}

// A Redis that refuses what we ask (read-only, out of memory) would otherwise say so with every request.
void RedisCommands::logOnce(const redisReply* error)
{
    const auto text = bytesOf(error);
    if (std::exchange(m_lastError, text) != text)
        qCWarning(log, "Redis refuses a command: %s", text.constData());
}

} // namespace ceteris::sessions
