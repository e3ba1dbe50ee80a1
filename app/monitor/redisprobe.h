// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/monitor/redisinfo.h"
#include "app/monitor/sample.h"
#include "app/redis/connection.h"

#include <chrono>
#include <optional>

namespace ceteris::monitor {

// What a Redis says of itself, by one INFO a look: about 0.1 ms of its time, and one command in its own figures.
class RedisProbe
{
public:
    explicit RedisProbe(contract::RedisAddress address);

    // Adds what it says; nothing when it does not answer in time. Rates are over the time since the last answer.
    void look(Sample& sample, std::chrono::milliseconds timeout);

private:
    struct Moment
    {
        std::chrono::steady_clock::time_point time;
        RedisInfo info;
    };

    std::optional<Moment> ask(std::chrono::milliseconds timeout);

    const contract::RedisAddress m_address;
    std::optional<redis::Connection> m_connection;
    std::optional<Moment> m_before;
};

// The readings of one INFO, and of two with the seconds between them. Apart, for tests on texts.
void addRedisLevels(Sample& sample, const RedisInfo& info);
void addRedisRates(Sample& sample, const RedisInfo& before, const RedisInfo& after, double seconds);

} // namespace ceteris::monitor
