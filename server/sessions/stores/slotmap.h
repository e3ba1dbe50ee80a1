// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>
#include <tuple>

struct redisReply;

// Where a key is in a Redis Cluster, as values: nothing here talks to anybody.
namespace ceteris::sessions {

inline constexpr int slotCount = 16'384;

quint16 crc16(QByteArrayView bytes); // XMODEM: "123456789" gives 0x31C3

// Of the key's text between its first '{' and the next '}', if there is any, else of all of it.
int slotOf(QByteArrayView key);

struct NodePlace
{
    QByteArray host;
    quint16 port = 0;

    bool operator==(const NodePlace&) const = default;
    bool operator<(const NodePlace& other) const { return std::tie(host, port) < std::tie(other.host, other.port); }
};

class SlotMap
{
public:
    // Of an answer to CLUSTER SLOTS; askedHost is meant where it names none. nullopt: it is not such an answer.
    static std::optional<SlotMap> fromReply(const redisReply* reply, const QByteArray& askedHost);

    std::optional<NodePlace> masterOf(int slot) const; // nullopt: nobody has it
    const QList<NodePlace>& masters() const { return m_masters; } // each once, in the order of their addresses

private:
    struct Range
    {
        qint64 first;
        qint64 last;
        NodePlace master;
    };

    static std::optional<Range> rangeOf(const redisReply* range, const QByteArray& askedHost);

    QList<Range> m_ranges; // a few
    QList<NodePlace> m_masters;
};

// What an error of a cluster asks for.
struct Redirection
{
    enum Kind { Moved, Ask, Later }; // to its new place for good; for this once; the same again after a while

    Kind kind = Later;
    NodePlace to = {};

    bool operator==(const Redirection&) const = default;
};

// nullopt: an error like any other.
std::optional<Redirection> redirectionOf(QByteArrayView error, const QByteArray& askedHost);

} // namespace ceteris::sessions
