// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/redismasters.h"

#include "app/redis/connection.h"

namespace ceteris::services {
namespace {

constexpr auto masterPatience = std::chrono::seconds(2); // the engine stands still meanwhile

} // namespace

Result<void> tellMasters(const std::vector<contract::RedisAddress>& addresses, const std::vector<QByteArray>& command)
{
    for (const auto& address : addresses) {
        auto connection = redis::Connection::open(address, masterPatience);
        if (!connection)
            return tl::unexpected(connection.error());
        if (!connection->isMaster())
            continue;
        if (const auto answer = connection->ask(command); !answer)
            return tl::unexpected(answer.error());
    }
    return {};
}

} // namespace ceteris::services
