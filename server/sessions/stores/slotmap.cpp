// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/slotmap.h"

#include <hiredis/hiredis.h>

#include <algorithm>

namespace ceteris::sessions {
namespace {

constexpr auto crcTable = [] {
    std::array<quint16, 256> table {};
    for (unsigned byte = 0; byte < 256; ++byte) {
        unsigned crc = byte << 8;
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1;
        table[byte] = static_cast<quint16>(crc);
    }
    return table;
}();

bool isArray(const redisReply* reply, std::size_t atLeast)
{
    return reply->type == REDIS_REPLY_ARRAY && reply->elements >= atLeast;
}

bool isSlot(const redisReply* reply)
{
    return reply->type == REDIS_REPLY_INTEGER && reply->integer >= 0 && reply->integer < slotCount;
}

} // namespace

quint16 crc16(QByteArrayView bytes)
{
    unsigned crc = 0;
    for (const char c : bytes)
        crc = ((crc << 8) ^ crcTable[(crc >> 8 ^ static_cast<unsigned char>(c)) & 0xFF]) & 0xFFFF;
    return static_cast<quint16>(crc);
}

int slotOf(QByteArrayView key)
{
    const auto open = key.indexOf('{');
    const auto close = open < 0 ? -1 : key.indexOf('}', open + 1);
    const auto tagged = close > open + 1;
    return crc16(tagged ? key.sliced(open + 1, close - open - 1) : key) % slotCount;
}

std::optional<SlotMap> SlotMap::fromReply(const redisReply* reply, const QByteArray& askedHost)
{
    if (!reply || !isArray(reply, 0))
        return std::nullopt;
    SlotMap map;
    for (std::size_t i = 0; i < reply->elements; ++i) {
        const auto range = rangeOf(reply->element[i], askedHost);
        if (!range)
            return std::nullopt;
        map.m_ranges.append(*range);
        if (!map.m_masters.contains(range->master))
            map.m_masters.append(range->master);
    }
    std::sort(map.m_masters.begin(), map.m_masters.end());
    return map;
}

// [first slot, last slot, [host of the master, its port, …], replicas …]
std::optional<SlotMap::Range> SlotMap::rangeOf(const redisReply* range, const QByteArray& askedHost)
{
    if (!isArray(range, 3) || !isSlot(range->element[0]) || !isSlot(range->element[1]) || !isArray(range->element[2], 2)
        || range->element[2]->element[1]->type != REDIS_REPLY_INTEGER)
        return std::nullopt;
    const auto* host = range->element[2]->element[0];
    const auto port = static_cast<quint16>(range->element[2]->element[1]->integer);
    return Range { range->element[0]->integer, range->element[1]->integer,
        { host->len > 0 ? QByteArray(host->str, qsizetype(host->len)) : askedHost, port } };
}

std::optional<NodePlace> SlotMap::masterOf(int slot) const
{
    for (const auto& [first, last, master] : m_ranges)
        if (first <= slot && slot <= last)
            return master;
    return std::nullopt;
}

// "MOVED 3999 127.0.0.1:6381", "ASK 3999 :6381", "TRYAGAIN …", "CLUSTERDOWN …"
std::optional<Redirection> redirectionOf(QByteArrayView error, const QByteArray& askedHost)
{
    if (error.startsWith("TRYAGAIN") || error.startsWith("CLUSTERDOWN"))
        return Redirection {};
    const auto moved = error.startsWith("MOVED ");
    if (!moved && !error.startsWith("ASK "))
        return std::nullopt;
    const auto place = error.sliced(error.lastIndexOf(' ') + 1).toByteArray();
    const auto colon = place.lastIndexOf(':');
    const auto port = place.sliced(colon + 1).toUShort();
    if (colon < 0 || port == 0)
        return std::nullopt;
    return Redirection { moved ? Redirection::Moved : Redirection::Ask,
        { colon > 0 ? place.first(colon) : askedHost, port } };
}

} // namespace ceteris::sessions
