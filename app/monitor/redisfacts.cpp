// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/redisfacts.h"

#include "app/redis/connection.h"

#include <QByteArrayList>

#include <hiredis/hiredis.h>

namespace ceteris::monitor {
namespace {

// The value of "key:value" in the answer to INFO.
QString infoValue(const QByteArray& info, const QByteArray& key)
{
    for (const auto& line : info.split('\n')) {
        if (line.startsWith(key) && line.mid(key.size(), 1) == ":")
            return QString::fromUtf8(line.mid(key.size() + 1)).trimmed();
    }
    return {};
}

} // namespace

Result<RedisFacts> readRedisFacts(const contract::RedisAddress& address, std::chrono::milliseconds timeout)
{
    auto connection = redis::Connection::open(address, timeout);
    if (!connection)
        return tl::unexpected(connection.error());
    const auto info = connection->ask({ "INFO" });
    if (!info)
        return tl::unexpected(info.error());
    const auto size = connection->ask({ "DBSIZE" });
    if (!size)
        return tl::unexpected(size.error());
    const QByteArray text((*info)->str, qsizetype((*info)->len));
    return RedisFacts { infoValue(text, "redis_version"), infoValue(text, "maxmemory").toDouble(),
        infoValue(text, "maxmemory_policy"), (*size)->integer };
}

} // namespace ceteris::monitor
