// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMessageAuthenticationCode>

#include <optional>

namespace ceteris::sessions {

// One direction of a link once both sides have shown that they know the secret. Each payload carries a MAC of itself
// and of its place in the stream, under a key of this link and direction: nothing can be changed, left out, repeated or
// brought from elsewhere.
class Seal
{
public:
    static constexpr qsizetype size = 16; // of HMAC-SHA-256, its first half

    explicit Seal(const QByteArray& key);
    QByteArray next(QByteArrayView payload); // of the next payload in the stream

private:
    QMessageAuthenticationCode m_code;
    quint64 m_place = 0;
};

// Payloads out of a stream of bytes: 4 bytes length, payload, and its seal once there is one.
class FrameReader
{
public:
    static constexpr qsizetype longestGreeting = 256; // while nobody knows who is speaking
    static constexpr qsizetype longest = 64 * 1024 * 1024;

    void feed(const QByteArray& bytes);
    void setSeal(const QByteArray& key) { m_seal.emplace(key); }

    std::optional<QByteArray> next(); // nullopt: not all of it is here yet, or isBroken()
    bool isBroken() const { return m_broken; } // too long, or not sealed by who we speak with; nothing follows

private:
    QByteArray m_bytes;
    qsizetype m_read = 0; // of m_bytes
    std::optional<Seal> m_seal;
    bool m_broken = false;
};

QByteArray frame(const QByteArray& payload, Seal* seal);

// True in a time that does not tell where they differ.
bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

} // namespace ceteris::sessions
