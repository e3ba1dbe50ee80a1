// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <map>
#include <optional>

namespace ceteris::monitor {

// The numbers of an answer to INFO ALL.
struct RedisInfo
{
    std::map<QByteArray, double> numbers; // "used_memory": every line whose value is a number
    std::map<QByteArray, double> calls; // commandstats: calls by command
    std::optional<double> keys; // over all databases; absent without the section
    bool isMaster = false;

    std::optional<double> number(const QByteArray& name) const;
    void add(const RedisInfo& other); // of another server: the sums
};

// Lines that mean nothing here are left out.
RedisInfo parseRedisInfo(QByteArrayView text);

} // namespace ceteris::monitor
