// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/redisprobe.h"

#include <hiredis/hiredis.h>

using namespace Qt::StringLiterals;

namespace ceteris::monitor {
namespace {

struct Level
{
    const char* field;
    QLatin1StringView metric;
    QLatin1StringView unit;
};

constexpr Level levels[] {
    { "used_memory", "redis_used_memory"_L1, "bytes"_L1 },
    { "used_memory_dataset", "redis_used_memory_dataset"_L1, "bytes"_L1 },
    { "used_memory_rss", "redis_used_memory_rss"_L1, "bytes"_L1 },
    { "mem_clients_normal", "redis_clients_memory"_L1, "bytes"_L1 },
    { "mem_total_replication_buffers", "redis_replication_buffers"_L1, "bytes"_L1 },
    { "connected_clients", "redis_clients"_L1, "1"_L1 },
    { "evicted_keys", "redis_evicted_keys"_L1, "1"_L1 },
    { "expired_keys", "redis_expired_keys"_L1, "1"_L1 },
};

// Counters fall when the server's statistics are reset; no rate can be told then.
void addRate(Sample& sample, const QString& metric, double before, double after, double seconds)
{
    if (after >= before)
        sample.readings.push_back({ metric, (after - before) / seconds, u"per_s"_s });
}

} // namespace

void addRedisLevels(Sample& sample, const RedisInfo& info)
{
    for (const auto& [field, metric, unit] : levels) {
        if (const auto value = info.number(field))
            sample.readings.push_back({ metric, *value, unit });
    }
    if (info.keys)
        sample.readings.push_back({ u"redis_keys"_s, *info.keys, u"1"_s });
}

void addRedisRates(Sample& sample, const RedisInfo& before, const RedisInfo& after, double seconds)
{
    if (seconds <= 0)
        return;
    const auto all = QByteArrayLiteral("total_commands_processed");
    if (const auto first = before.number(all), last = after.number(all); first && last)
        addRate(sample, u"redis_commands_per_s"_s, *first, *last, seconds);
    for (const auto& [command, calls] : after.calls) {
        const auto earlier = before.calls.find(command);
        addRate(sample, u"redis_cmd."_s + QString::fromUtf8(command) + u"_per_s"_s,
            earlier == before.calls.end() ? 0 : earlier->second, calls, seconds);
    }
}

RedisProbe::RedisProbe(const std::vector<contract::RedisAddress>& addresses)
{
    for (const auto& address : addresses)
        m_servers.push_back({ address });
}

std::optional<RedisInfo> RedisProbe::ask(Server& server, std::chrono::milliseconds timeout)
{
    auto& connection = server.connection;
    if (!connection || !connection->isOpen()) {
        auto opened = redis::Connection::open(server.address, timeout);
        if (!opened)
            return std::nullopt;
        connection = std::move(*opened);
    }
    const auto reply = connection->ask({ "INFO", "ALL" });
    if (!reply)
        return std::nullopt;
    return parseRedisInfo(QByteArrayView((*reply)->str, qsizetype((*reply)->len)));
}

void RedisProbe::look(Sample& sample, std::chrono::milliseconds timeout)
{
    Moment moment { std::chrono::steady_clock::now(), {} };
    for (auto& server : m_servers) {
        if (const auto info = ask(server, timeout); info && info->isMaster) {
            moment.info.add(*info);
            moment.masters.push_back(&server);
        }
    }
    if (moment.masters.empty())
        return;
    addRedisLevels(sample, moment.info);
    if (m_before && m_before->masters == moment.masters)
        addRedisRates(
            sample, m_before->info, moment.info, std::chrono::duration<double>(moment.time - m_before->time).count());
    m_before = std::move(moment);
}

} // namespace ceteris::monitor
