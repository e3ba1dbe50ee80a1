// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/redissubscriber.h"

#include "server/sessions/stores/hiredisadapter.h"
#include "server/sessions/stores/rediscommands.h"

#include <hiredis/async.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace ceteris::sessions {

RedisSubscriber::RedisSubscriber(
    contract::RedisAddress address, QList<QByteArray> channels, Heard heard, RedisTiming timing)
    : m_address(std::move(address))
    , m_channels(std::move(channels))
    , m_heard(std::move(heard))
    , m_timing(timing)
    , m_nextRetry(timing.firstRetry)
{
    m_retry.setSingleShot(true);
    QObject::connect(&m_retry, &QTimer::timeout, &m_retry, [this] { connectNow(); });
    connectNow();
}

RedisSubscriber::~RedisSubscriber()
{
    lose();
}

void RedisSubscriber::connectNow()
{
    auto* context = openConnection(m_address);
    if (!context || context->err) {
        if (context)
            redisAsyncFree(context);
        return lose();
    }
    context->data = this;
    m_link = new HiredisAdapter(context, [this] { lose(); });
    // hiredis waits for the connection only if somebody wants to know about it.
    redisAsyncSetConnectCallback(context, [](const redisAsyncContext*, int) {});
    if (!m_address.password.isEmpty())
        ask({ "AUTH", m_address.password.toUtf8() });
    ask(QList<QByteArray> { "SUBSCRIBE" } + m_channels);
}

void RedisSubscriber::ask(const QList<QByteArray>& command)
{
    std::vector<const char*> arguments;
    std::vector<std::size_t> sizes;
    for (const auto& argument : command) {
        arguments.push_back(argument.constData());
        sizes.push_back(static_cast<std::size_t>(argument.size()));
    }
    redisAsyncCommandArgv(m_link->context(), &RedisSubscriber::onReply, nullptr, static_cast<int>(command.size()),
        arguments.data(), sizes.data());
}

void RedisSubscriber::onReply(redisAsyncContext* context, void* data, void*)
{
    auto* self = static_cast<RedisSubscriber*>(context->data);
    const auto* reply = static_cast<const redisReply*>(data);
    if (!self || !reply || reply->type != REDIS_REPLY_ARRAY || reply->elements != 3)
        return;
    const auto kind = bytesOf(reply->element[0]);
    if (kind == "subscribe")
        self->m_nextRetry = self->m_timing.firstRetry;
    else if (kind == "message")
        self->m_heard(bytesOf(reply->element[1]), bytesOf(reply->element[2]));
}

void RedisSubscriber::lose()
{
    if (m_link) {
        m_link->close();
        std::exchange(m_link, nullptr)->deleteLater();
    }
    m_retry.start(m_nextRetry);
    m_nextRetry = std::min(2 * m_nextRetry, m_timing.lastRetry);
}

} // namespace ceteris::sessions
