// SPDX-License-Identifier: GPL-3.0-or-later
// The five layouts of "Optimising session key storage in Redis" (Greg Beech, Deliveroo, 2016): what one session takes
// of Redis's memory in each, beside what he found with a million of them. A session is a random id, a user and an
// expiry time. bench-layouts [SESSIONS]
#include "tests/support/redisfixture.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRandomGenerator>
#include <QtEndian>

#include <hiredis/hiredis.h>

#include <array>
#include <cstdio>
#include <functional>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using ceteris::testsupport::RedisFixture;

namespace {

using Command = QList<QByteArray>;
using Context = std::unique_ptr<redisContext, decltype(&redisFree)>;

constexpr int idBytes = 20;
constexpr int aMonthS = 30 * 86'400;
constexpr int million = 1'000'000; // sessions in the article, for which its partitions were chosen

struct Stored
{
    QByteArray id;
    quint32 identity;
    quint32 expiresAt;
};

QByteArray json(const Stored& session)
{
    return "{\"identity_id\":" + QByteArray::number(session.identity)
        + ",\"expires_at\":" + QByteArray::number(session.expiresAt) + '}';
}

// {i: identity, x: expiresAt} as MessagePack with 32-bit numbers.
QByteArray packed(const Stored& session)
{
    QByteArray bytes = "\x82\xa1i\xce\0\0\0\0\xa1x\xce\0\0\0\0"_ba;
    qToBigEndian(session.identity, bytes.data() + 4);
    qToBigEndian(session.expiresAt, bytes.data() + 11);
    return bytes;
}

// As many sessions in each as the article has with a million, so that fewer sessions show the same.
QByteArray partition(const Stored& session, int partitions, int sessions)
{
    const auto scaled = std::max<qint64>(1, qint64 { partitions } * sessions / million);
    return QByteArray::number(qFromBigEndian<quint32>(session.id.constData()) % scaled, 16);
}

QList<Command> partitioned(const Stored& session, int partitions, int sessions, int prefixBytes)
{
    const auto part = partition(session, partitions, sessions);
    const auto subKey = session.id.sliced(prefixBytes);
    return { { "HSET"_ba, "session:data:" + part, subKey, packed(session) },
        { "ZADD"_ba, "session:expiry:" + part, QByteArray::number(session.expiresAt), subKey } };
}

struct LayoutCase
{
    const char* name;
    double relative2016; // to the first
    std::function<QList<Command>(const Stored&, int sessions)> commands;
};

QByteArray binaryKey(const Stored& session)
{
    return "session:" + session.id;
}

const std::array<LayoutCase, 5>& layouts()
{
    static const auto month = QByteArray::number(aMonthS);
    static const std::array<LayoutCase, 5> cases { {
        { "hex key, JSON, SETEX", 1.00,
            [](const Stored& it, int) {
                return QList<Command> { { "SETEX"_ba, "session:" + it.id.toHex(), month, json(it) } };
            } },
        { "binary key, MessagePack, SETEX", 0.77,
            [](const Stored& it, int) {
                return QList<Command> { { "SETEX"_ba, binaryKey(it), month, packed(it) } };
            } },
        { "binary key, HASH", 0.65,
            [](const Stored& it, int) {
                return QList<Command> { { "HMSET"_ba, binaryKey(it), "i"_ba, QByteArray::number(it.identity), "x"_ba,
                                            QByteArray::number(it.expiresAt) },
                    { "EXPIRE"_ba, binaryKey(it), month } };
            } },
        { "HASH + ZSET, 256 partitions", 1.17,
            [](const Stored& it, int sessions) { return partitioned(it, 256, sessions, 1); } },
        { "HASH + ZSET, 65 536 partitions", 0.30,
            [](const Stored& it, int sessions) { return partitioned(it, 65'536, sessions, 2); } },
    } };
    return cases;
}

bool send(redisContext* redis, const Command& command)
{
    std::vector<const char*> arguments;
    std::vector<std::size_t> sizes;
    for (const auto& argument : command) {
        arguments.push_back(argument.constData());
        sizes.push_back(static_cast<std::size_t>(argument.size()));
    }
    return redisAppendCommandArgv(redis, static_cast<int>(command.size()), arguments.data(), sizes.data()) == REDIS_OK;
}

// Takes the answers; false when one of them is an error.
bool settle(redisContext* redis, int answers)
{
    bool fine = true;
    for (; answers > 0; --answers) {
        void* reply = nullptr;
        if (redisGetReply(redis, &reply) != REDIS_OK)
            return false;
        fine = fine && static_cast<redisReply*>(reply)->type != REDIS_REPLY_ERROR;
        freeReplyObject(reply);
    }
    return fine;
}

double usedMemory(const RedisFixture& redis)
{
    redis.command({ "MEMORY", "PURGE" });
    const auto info = redis.command({ "INFO", "memory" }).toByteArray();
    const auto at = info.indexOf("used_memory:") + 12;
    return info.sliced(at, info.indexOf('\r', at) - at).toDouble();
}

// Bytes for each session; below zero when Redis refuses one.
double bytesPerSession(const RedisFixture& redis, redisContext* connection, const LayoutCase& layout, int sessions)
{
    constexpr int batch = 1000;
    redis.command({ "FLUSHALL" });
    const auto before = usedMemory(redis);
    const auto expiresAt = static_cast<quint32>(QDateTime::currentSecsSinceEpoch() + aMonthS);
    QRandomGenerator random(2016);
    int waiting = 0;
    for (int i = 0; i < sessions; ++i) {
        Stored session { QByteArray(idBytes, Qt::Uninitialized), static_cast<quint32>(million / 2 + i), expiresAt };
        random.fillRange(reinterpret_cast<quint32*>(session.id.data()), idBytes / 4);
        for (const auto& command : layout.commands(session, sessions))
            waiting += send(connection, command);
        if (waiting >= batch && !settle(connection, std::exchange(waiting, 0)))
            return -1;
    }
    if (!settle(connection, waiting))
        return -1;
    return (usedMemory(redis) - before) / sessions;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const int sessions = app.arguments().value(1, u"100000"_s).toInt();
    RedisFixture redis;
    if (sessions <= 0 || !RedisFixture::isInstalled() || !redis.start()) {
        std::printf("left out. %s\n", RedisFixture::missing);
        return 0;
    }
    const Context connection(redisConnectUnix(redis.address().socketPath.toLocal8Bit().constData()), &redisFree);
    std::printf("%-32s %8s %9s %9s\n", "layout", "B/session", "relative", "in 2016");
    double first = 0;
    for (const auto& layout : layouts()) {
        const auto bytes = bytesPerSession(redis, connection.get(), layout, sessions);
        if (bytes < 0)
            return 1;
        first = first > 0 ? first : bytes;
        std::printf("%-32s %8.1f %9.2f %9.2f\n", layout.name, bytes, bytes / first, layout.relative2016);
    }
    return 0;
}
