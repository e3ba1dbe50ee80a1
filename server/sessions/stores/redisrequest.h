// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/stores/redissender.h"

#include <QTimer>

#include <memory>
#include <utility>
#include <vector>

namespace ceteris::sessions {

// A command that may take more than one try. Whoever drops the last pointer to it has answered it: with nothing.
class RedisRequest
{
public:
    using Pointer = std::shared_ptr<RedisRequest>;

    RedisRequest(RedisSender::Command what, RedisSender::Replied replied)
        : command(std::move(what))
        , m_replied(std::move(replied))
    {
    }
    ~RedisRequest() { answer(nullptr); }
    Q_DISABLE_COPY_MOVE(RedisRequest)

    void answer(const redisReply* reply)
    {
        if (auto replied = std::exchange(m_replied, nullptr))
            replied(reply);
    }

    const RedisSender::Command command;
    int tries = 0;

private:
    RedisSender::Replied m_replied;
};

// Requests for a server that is still looked for. They wait for a bounded time after the search began; from then on
// nobody waits any more, until it has been found.
class HeldRequests
{
public:
    explicit HeldRequests(std::chrono::milliseconds patience)
    {
        m_patience.setSingleShot(true);
        m_patience.setInterval(patience);
        QObject::connect(&m_patience, &QTimer::timeout, &m_patience, [this] { std::exchange(m_held, {}).clear(); });
    }

    void searchBegins() { m_patience.start(); }

    void hold(RedisRequest::Pointer request) // or lets it go
    {
        if (m_patience.isActive())
            m_held.push_back(std::move(request));
    }

    std::vector<RedisRequest::Pointer> release()
    {
        m_patience.stop();
        return std::exchange(m_held, {});
    }

private:
    std::vector<RedisRequest::Pointer> m_held;
    QTimer m_patience;
};

} // namespace ceteris::sessions
