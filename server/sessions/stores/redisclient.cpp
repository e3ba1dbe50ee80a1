// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/redisclient.h"

#include "server/sessions/stores/hiredisadapter.h"

#include <QVarLengthArray>

#include <hiredis/async.h>

#include <algorithm>
#include <csignal>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <utility>

namespace ceteris::sessions {

redisAsyncContext* openConnection(const contract::RedisAddress& address)
{
    if (!address.socketPath.isEmpty())
        return redisAsyncConnectUnix(address.socketPath.toLocal8Bit().constData());
    auto* context = redisAsyncConnect(address.host.toUtf8().constData(), address.port);
    if (context && !context->err) {
        const int on = 1;
        setsockopt(context->c.fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    }
    return context;
}

RedisClient::RedisClient(contract::RedisAddress address, RedisTiming timing, Lost lost)
    : m_address(std::move(address))
    , m_timing(timing)
    , m_lost(std::move(lost))
    , m_nextRetry(timing.firstRetry)
{
    // hiredis writes with write(2): without this a Redis that has gone would end the process.
    [[maybe_unused]] static const auto before = std::signal(SIGPIPE, SIG_IGN);
    m_deadline.setSingleShot(true);
    m_retry.setSingleShot(true);
    QObject::connect(&m_deadline, &QTimer::timeout, &m_deadline, [this] { checkDeadline(); });
    QObject::connect(&m_retry, &QTimer::timeout, &m_retry, [this] { connectNow(); });
    connectNow();
}

RedisClient::~RedisClient()
{
    m_lost = nullptr;
    lose();
}

void RedisClient::send(const Command& command, Replied replied)
{
    if (!m_link)
        return replied(nullptr);
    QVarLengthArray<const char*, 16> arguments;
    QVarLengthArray<std::size_t, 16> sizes;
    for (const auto& argument : command) {
        arguments.append(argument.constData());
        sizes.append(static_cast<std::size_t>(argument.size()));
    }
    const auto sent = redisAsyncCommandArgv(m_link->context(), &RedisClient::onReply, nullptr,
        static_cast<int>(command.size()), arguments.data(), sizes.data());
    if (sent != REDIS_OK)
        return replied(nullptr);
    m_waiting.push_back({ Clock::now() + m_timing.deadline, std::move(replied) });
    if (!m_deadline.isActive())
        m_deadline.start(m_timing.deadline);
}

void RedisClient::onReply(redisAsyncContext* context, void* reply, void*)
{
    auto* self = static_cast<RedisClient*>(context->data);
    if (!self || !reply)
        return; // the connection is going; lose() tells everybody
    const auto replied = std::move(self->m_waiting.front().replied);
    self->m_waiting.pop_front();
    self->m_lastReply = Clock::now();
    replied(static_cast<const redisReply*>(reply));
}

void RedisClient::connectNow()
{
    auto* context = openConnection(m_address);
    if (!context || context->err) {
        if (context)
            redisAsyncFree(context);
        return lose();
    }
    context->data = this;
    ++m_connections;
    m_link = new HiredisAdapter(context, [this] { lose(); });
    // hiredis waits for the connection only if somebody wants to know about it.
    redisAsyncSetConnectCallback(context, [](const redisAsyncContext*, int) {});
    greet();
}

// The first command of a connection: it proves that Redis lets us in, and puts a deadline on the connecting.
void RedisClient::greet()
{
    const auto greeting
        = m_address.password.isEmpty() ? Command { "PING" } : Command { "AUTH", m_address.password.toUtf8() };
    send(greeting, [this](const redisReply* reply) {
        if (reply && reply->type == REDIS_REPLY_ERROR)
            lose();
        else if (reply)
            m_nextRetry = m_timing.firstRetry;
    });
}

// One timer for all: only the command that has waited longest can be late. As long as answers come, theirs will: to
// throw them away and ask for all of them again would only keep a busy Redis busier.
void RedisClient::checkDeadline()
{
    if (m_waiting.empty())
        return;
    const auto left = std::max(m_waiting.front().deadline, m_lastReply + m_timing.deadline) - Clock::now();
    if (left > Clock::duration::zero())
        m_deadline.start(std::chrono::ceil<std::chrono::milliseconds>(left));
    else
        lose();
}

void RedisClient::lose()
{
    if (m_link) {
        m_link->close();
        std::exchange(m_link, nullptr)->deleteLater();
    }
    m_deadline.stop();
    if (m_lost) {
        m_lost();
    } else {
        m_retry.start(m_nextRetry);
        m_nextRetry = std::min(2 * m_nextRetry, m_timing.lastRetry);
    }
    for (auto& waiting : std::exchange(m_waiting, {})) // last: what is told may ask again, or destroy us
        waiting.replied(nullptr);
}

} // namespace ceteris::sessions
