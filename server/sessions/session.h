// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>

#include <optional>
#include <variant>

namespace ceteris::sessions {

// Bytes that are not text (an image), so that a codec can tell them from a string.
struct Bytes
{
    QByteArray data;

    bool operator==(const Bytes&) const = default;
};

// What an attribute can be: a whole number, a UTF-8 text, bytes.
using Value = std::variant<qint64, QByteArray, Bytes>;
using Attributes = QHash<QByteArray, Value>;

// A session by value: what a store gives out is a copy, what it keeps changes only by save.
struct Session
{
    QByteArray id;
    qint64 createdMs = 0; // Unix time
    qint64 lastAccessedMs = 0;
    int maxInactiveS = 1800;
    Attributes attributes;
    QByteArray foreign {}; // what a store keeps with it that is no attribute of ours: handed back to it in Delta::found

    bool operator==(const Session&) const = default;
};

// What one request changed: only this is written.
struct Delta
{
    QByteArray id;
    qint64 createdMs = 0; // as found: a save does not change it
    qint64 lastAccessedMs = 0;
    int maxInactiveS = 1800; // as found, likewise; stores need it to say when the session ends
    Attributes changed;
    QList<QByteArray> removed;
    // The session as the request read it, for stores that write it whole or want to know how long ago it was touched;
    // nullopt: nobody has read it.
    std::optional<Session> found {};
};

// The session after the changes, but for the time of its last access.
void apply(const Delta& delta, Session& session);

inline constexpr std::size_t sessionIdLength = 22;
inline constexpr std::size_t longSessionIdLength = 32;

// 128 random bits of the system's generator, as 22 characters of base64url.
QByteArray newSessionId();

// 192 bits as 32 characters: the form of express-session.
QByteArray newLongSessionId();

// Whether a client's text can be an id of ours at all: length and alphabet. Everything else never reaches a store.
bool isSessionId(QByteArrayView text);

// The first 8 hex digits of SHA-256: how an id appears in logs.
QByteArray hashedId(QByteArrayView id);

} // namespace ceteris::sessions
