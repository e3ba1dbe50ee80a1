// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/monitor/redisinfo.h"
#include "app/monitor/sample.h"
#include "app/redis/connection.h"

#include <chrono>
#include <optional>
#include <vector>

namespace ceteris::monitor {

// What the masters among some Redis servers say of themselves, by one INFO a look: about 0.1 ms of the time of each,
// and one command in its own figures. A server of several that does not answer is not in the sums.
class RedisProbe
{
public:
    explicit RedisProbe(const std::vector<contract::RedisAddress>& addresses);

    // Adds the sums; nothing when nobody answers in time. Rates are over the time since the last answer of the same.
    void look(Sample& sample, std::chrono::milliseconds timeout);

private:
    struct Server
    {
        contract::RedisAddress address;
        std::optional<redis::Connection> connection {};
    };
    struct Moment
    {
        std::chrono::steady_clock::time_point time;
        RedisInfo info; // of all masters
        std::vector<const Server*> masters {};
    };

    static std::optional<RedisInfo> ask(Server& server, std::chrono::milliseconds timeout);

    std::vector<Server> m_servers;
    std::optional<Moment> m_before;
};

// The readings of one INFO, and of two with the seconds between them. Apart, for tests on texts.
void addRedisLevels(Sample& sample, const RedisInfo& info);
void addRedisRates(Sample& sample, const RedisInfo& before, const RedisInfo& after, double seconds);

} // namespace ceteris::monitor
