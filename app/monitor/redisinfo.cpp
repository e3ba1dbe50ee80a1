// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/redisinfo.h"

namespace ceteris::monitor {
namespace {

constexpr QByteArrayView commandPrefix = "cmdstat_";

// The number of "name=" in "calls=3,usec=12".
std::optional<double> field(QByteArrayView value, QByteArrayView name)
{
    for (qsizetype begin = 0; begin < value.size();) {
        const auto comma = value.indexOf(',', begin);
        const auto part = value.sliced(begin, (comma < 0 ? value.size() : comma) - begin);
        begin += part.size() + 1;
        if (!part.startsWith(name) || part.size() == name.size() || part[name.size()] != '=')
            continue;
        bool ok = false;
        const auto number = part.sliced(name.size() + 1).toDouble(&ok);
        return ok ? std::optional(number) : std::nullopt;
    }
    return std::nullopt;
}

bool isDatabase(QByteArrayView key)
{
    bool ok = false;
    [[maybe_unused]] const auto number = key.startsWith("db") ? key.sliced(2).toUInt(&ok) : 0;
    return ok;
}

void readLine(QByteArrayView key, QByteArrayView value, RedisInfo& info)
{
    if (key.startsWith(commandPrefix)) {
        if (const auto calls = field(value, "calls"))
            info.calls[key.sliced(commandPrefix.size()).toByteArray()] = *calls;
    } else if (isDatabase(key)) {
        if (const auto keys = field(value, "keys"))
            info.keys = info.keys.value_or(0) + *keys;
    } else if (key == "role") {
        info.isMaster = value == "master";
    } else {
        bool ok = false;
        if (const auto number = value.toDouble(&ok); ok)
            info.numbers[key.toByteArray()] = number;
    }
}

} // namespace

std::optional<double> RedisInfo::number(const QByteArray& name) const
{
    const auto found = numbers.find(name);
    return found == numbers.end() ? std::nullopt : std::optional(found->second);
}

void RedisInfo::add(const RedisInfo& other)
{
    for (const auto& [name, value] : other.numbers)
        numbers[name] += value;
    for (const auto& [command, count] : other.calls)
        calls[command] += count;
    if (other.keys)
        keys = keys.value_or(0) + *other.keys;
}

RedisInfo parseRedisInfo(QByteArrayView text)
{
    RedisInfo info;
    for (qsizetype begin = 0; begin < text.size();) {
        const auto end = text.indexOf('\n', begin);
        const auto whole = text.sliced(begin, (end < 0 ? text.size() : end) - begin);
        begin += whole.size() + 1;
        const auto line = whole.trimmed();
        if (line == "# Keyspace")
            info.keys = info.keys.value_or(0); // an empty section means no keys
        const auto colon = line.indexOf(':');
        if (colon > 0 && !line.startsWith('#'))
            readLine(line.first(colon), line.sliced(colon + 1), info);
    }
    return info;
}

} // namespace ceteris::monitor
