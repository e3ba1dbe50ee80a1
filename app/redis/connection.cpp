// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/redis/connection.h"

#include <fcntl.h>
#include <hiredis/hiredis.h>
#include <sys/time.h>

using namespace Qt::StringLiterals;

namespace ceteris::redis {
namespace {

timeval toTimeval(std::chrono::milliseconds time)
{
    const auto s = std::chrono::floor<std::chrono::seconds>(time);
    return { s.count(), std::chrono::microseconds(time - s).count() };
}

} // namespace

void FreeContext::operator()(redisContext* context) const
{
    redisFree(context);
}

void FreeReply::operator()(redisReply* reply) const
{
    freeReplyObject(reply);
}

QString shown(const contract::RedisAddress& address)
{
    return address.socketPath.isEmpty() ? u"%1:%2"_s.arg(address.host).arg(address.port) : address.socketPath;
}

Connection::Connection(redisContext* context, QString name)
    : m_context(context)
    , m_name(std::move(name))
{
}

Result<Connection> Connection::open(const contract::RedisAddress& address, std::chrono::milliseconds timeout)
{
    const auto time = toTimeval(timeout);
    Connection connection(address.socketPath.isEmpty()
            ? redisConnectWithTimeout(address.host.toUtf8().constData(), address.port, time)
            : redisConnectUnixWithTimeout(address.socketPath.toUtf8().constData(), time),
        shown(address));
    const auto context = connection.m_context.get();
    if (!context)
        return fail(ErrorCode::StoreUnreachable, { connection.m_name, u"out of memory"_s });
    if (context->err)
        return fail(ErrorCode::StoreUnreachable, { connection.m_name, QString::fromUtf8(context->errstr) });
    redisSetTimeout(context, time);
    fcntl(context->fd, F_SETFD, FD_CLOEXEC); // children must not hold it open
    if (!address.password.isEmpty()) {
        if (const auto signedIn = connection.ask({ "AUTH", address.password.toUtf8() }); !signedIn)
            return tl::unexpected(signedIn.error());
    }
    return connection;
}

Result<Reply> Connection::ask(const std::vector<QByteArray>& words)
{
    if (!m_context)
        return fail(ErrorCode::StoreUnreachable, { m_name, u"the connection is closed"_s });
    std::vector<const char*> texts;
    std::vector<std::size_t> sizes;
    for (const auto& word : words) {
        texts.push_back(word.constData());
        sizes.push_back(static_cast<std::size_t>(word.size()));
    }
    Reply reply(static_cast<redisReply*>(
        redisCommandArgv(m_context.get(), static_cast<int>(words.size()), texts.data(), sizes.data())));
    if (!reply) {
        const auto reason = QString::fromUtf8(m_context->errstr);
        m_context.reset();
        return fail(ErrorCode::StoreUnreachable, { m_name, reason });
    }
    if (reply->type == REDIS_REPLY_ERROR)
        return fail(ErrorCode::StoreUnreachable, { m_name, QString::fromUtf8(reply->str, qsizetype(reply->len)) });
    return reply;
}

bool Connection::isMaster()
{
    const auto role = ask({ "ROLE" });
    return role && (*role)->elements > 0 && QByteArrayView((*role)->element[0]->str) == "master";
}

} // namespace ceteris::redis
