// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/monitor.h"
#include "app/monitor/serverprobe.h"
#include "app/redis/connection.h"

#include <QSet>

#include <hiredis/hiredis.h>

#include <algorithm>

using namespace std::chrono_literals;

namespace ceteris::monitor {
namespace {

constexpr auto patience = 5s;

// As a pattern that matches the text and nothing else.
QByteArray escapedForScan(const QByteArray& text)
{
    QByteArray escaped;
    for (const char c : text) {
        if (QByteArrayView("*?[]^-\\").contains(c))
            escaped += '\\';
        escaped += c;
    }
    return escaped;
}

// Spring Session also keeps sessions:expires:<id> and sessions:expirations beside its sessions.
bool isSessionId(QByteArrayView afterPrefix)
{
    return !afterPrefix.isEmpty() && !afterPrefix.contains(':') && afterPrefix != "expirations";
}

bool isScanReply(const redisReply& reply)
{
    return reply.type == REDIS_REPLY_ARRAY && reply.elements == 2 && reply.element[0]->type == REDIS_REPLY_STRING
        && reply.element[1]->type == REDIS_REPLY_ARRAY;
}

} // namespace

quint64 ServerCounters::of(QStringView route) const
{
    const auto found
        = std::find_if(requests.begin(), requests.end(), [route](const auto& entry) { return entry.first == route; });
    return found == requests.end() ? 0 : found->second;
}

void ServerCounters::add(const ServerCounters& other)
{
    for (const auto& [route, more] : other.requests) {
        const auto mine = std::find_if(
            requests.begin(), requests.end(), [&route = route](const auto& entry) { return entry.first == route; });
        if (mine == requests.end())
            requests.emplace_back(route, more);
        else
            mine->second += more;
    }
    if (other.sessions)
        sessions = sessions.value_or(0) + *other.sessions;
}

std::optional<ServerCounters> readServerCounters(const QString& url)
{
    const auto totals = ServerProbe({ { 1, url } }).totals(patience);
    if (!totals)
        return std::nullopt;
    ServerCounters counters;
    for (const auto& [route, requests] : totals->requests)
        counters.requests.emplace_back(route, static_cast<quint64>(requests));
    if (totals->sessions)
        counters.sessions = static_cast<qint64>(*totals->sessions);
    return counters;
}

std::optional<qint64> countRedisSessions(const contract::RedisAddress& address, const QByteArray& prefix)
{
    auto connection = redis::Connection::open(address, patience);
    if (!connection)
        return std::nullopt;
    QSet<QByteArray> ids; // SCAN may give a key twice while its table grows
    QByteArray cursor = "0";
    do {
        const auto reply = connection->ask({ "SCAN", cursor, "MATCH", escapedForScan(prefix) + '*', "COUNT", "1000" });
        if (!reply || !isScanReply(**reply))
            return std::nullopt;
        cursor = (*reply)->element[0]->str;
        const auto& keys = *(*reply)->element[1];
        for (std::size_t i = 0; i < keys.elements; ++i) {
            const QByteArrayView key(keys.element[i]->str, qsizetype(keys.element[i]->len));
            if (const auto id = key.sliced(prefix.size()); isSessionId(id))
                ids.insert(id.toByteArray());
        }
    } while (cursor != "0");
    return ids.size();
}

std::optional<qint64> countRedisSessions(const std::vector<contract::RedisAddress>& addresses, const QByteArray& prefix)
{
    std::optional<qint64> sessions;
    for (const auto& address : addresses) {
        if (auto connection = redis::Connection::open(address, patience); !connection || !connection->isMaster())
            continue;
        const auto held = countRedisSessions(address, prefix);
        if (!held)
            return std::nullopt;
        sessions = sessions.value_or(0) + *held;
    }
    return sessions;
}

} // namespace ceteris::monitor
