// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/memcachedprobe.h"

#include <QDeadlineTimer>

using namespace Qt::StringLiterals;

namespace ceteris::monitor {
namespace {

struct Reported
{
    const char* stat;
    QLatin1StringView metric;
    QLatin1StringView unit;
};

constexpr Reported levels[] {
    { "bytes", "memcached_bytes"_L1, "bytes"_L1 },
    { "curr_items", "memcached_items"_L1, "1"_L1 },
    { "curr_items", "sessions_live"_L1, "1"_L1 }, // a private memcached holds sessions and nothing else
    { "curr_connections", "memcached_clients"_L1, "1"_L1 },
    { "evictions", "memcached_evictions"_L1, "1"_L1 },
    { "evicted_unfetched", "memcached_evicted_unfetched"_L1, "1"_L1 },
};

constexpr Reported rates[] {
    { "cmd_meta", "memcached_commands_per_s"_L1, "per_s"_L1 },
    { "get_misses", "memcached_misses_per_s"_L1, "per_s"_L1 },
    { "evictions", "memcached_evictions_per_s"_L1, "per_s"_L1 },
};

} // namespace

MemcachedStats parseMemcachedStats(QByteArrayView text)
{
    MemcachedStats stats;
    for (const auto& line : text.toByteArray().split('\n')) {
        const auto words = line.trimmed().split(' ');
        bool isNumber = false;
        const auto number = words.value(2).toDouble(&isNumber);
        if (isNumber && words.first() == "STAT")
            stats[words[1]] = number;
    }
    return stats;
}

void addMemcached(
    Sample& sample, const std::optional<MemcachedStats>& before, const MemcachedStats& after, double seconds)
{
    for (const auto& [stat, metric, unit] : levels)
        if (const auto now = after.find(stat); now != after.end())
            sample.readings.push_back({ metric, now->second, unit });
    for (const auto& [stat, metric, unit] : rates) {
        const auto now = after.find(stat);
        if (!before || !before->contains(stat) || now == after.end() || seconds <= 0)
            continue;
        if (const auto grown = now->second - before->at(stat); grown >= 0) // less: it was started again
            sample.readings.push_back({ metric, grown / seconds, unit });
    }
}

MemcachedProbe::MemcachedProbe(contract::MemcachedAddress address)
    : m_address(std::move(address))
{
}

std::optional<MemcachedStats> MemcachedProbe::ask(std::chrono::milliseconds timeout)
{
    const QDeadlineTimer deadline(timeout);
    const auto left = [&] { return static_cast<int>(deadline.remainingTime()); };
    if (m_socket.state() != QAbstractSocket::ConnectedState) {
        m_socket.abort();
        m_socket.connectToHost(m_address.host, m_address.port);
        if (!m_socket.waitForConnected(left()))
            return std::nullopt;
    }
    m_socket.write("stats\r\n");
    QByteArray text;
    while (!text.endsWith("END\r\n")) {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(left())) {
            m_socket.abort(); // a late answer must not be taken for the next one
            return std::nullopt;
        }
        text += m_socket.readAll();
    }
    return parseMemcachedStats(text);
}

void MemcachedProbe::look(Sample& sample, std::chrono::milliseconds timeout)
{
    auto stats = ask(timeout);
    if (!stats)
        return;
    const auto now = std::chrono::steady_clock::now();
    addMemcached(sample, m_before, *stats, std::chrono::duration<double>(now - m_time).count());
    m_before = std::move(stats);
    m_time = now;
}

} // namespace ceteris::monitor
