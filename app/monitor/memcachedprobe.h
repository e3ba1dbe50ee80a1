// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/monitor/sample.h"
#include "server/contract/storeconfig.h"

#include <QTcpSocket>

#include <chrono>
#include <map>
#include <optional>

namespace ceteris::monitor {

// The numbers of an answer to "stats": "evictions" -> 12.
using MemcachedStats = std::map<QByteArray, double>;
MemcachedStats parseMemcachedStats(QByteArrayView text);

// What a memcached says of itself, by one "stats" a look.
class MemcachedProbe
{
public:
    explicit MemcachedProbe(contract::MemcachedAddress address);

    // Adds what it says; nothing when it does not answer in time. Rates are over the time since the last answer.
    void look(Sample& sample, std::chrono::milliseconds timeout);

private:
    std::optional<MemcachedStats> ask(std::chrono::milliseconds timeout);

    const contract::MemcachedAddress m_address;
    QTcpSocket m_socket; // of the thread that made this
    std::optional<MemcachedStats> m_before;
    std::chrono::steady_clock::time_point m_time;
};

// The readings of two answers and the seconds between them; without an earlier one no rates.
void addMemcached(
    Sample& sample, const std::optional<MemcachedStats>& before, const MemcachedStats& after, double seconds);

} // namespace ceteris::monitor
