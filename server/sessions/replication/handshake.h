// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include <optional>

namespace ceteris::sessions {

inline constexpr quint8 replicationVersion = 1;

struct Identity
{
    int self = 0;
    QByteArray secret; // that all members share; never sent
};

// How two members begin: hello (dialer), welcome (acceptor), proof (dialer). Each sends 32 random bytes, and each shows
// by an HMAC over both sides' that it knows the secret. The keys of the link come from the same, so every link has its
// own. Errors are sentences for the log.
class Handshake
{
public:
    enum class Role { Dialer, Acceptor };

    Handshake(Role role, Identity identity);

    QByteArray begin() const; // what a dialer says first

    // Takes what the other side said; gives what to answer, empty for nothing.
    tl::expected<QByteArray, QString> take(const QByteArray& said);

    bool isDone() const { return m_done; }
    int other() const { return m_other; } // the member at the other end, once done
    QByteArray sendingKey() const;
    QByteArray receivingKey() const;

private:
    tl::expected<QByteArray, QString> takeHello(const QByteArray& said);
    tl::expected<QByteArray, QString> takeWelcome(const QByteArray& said);
    tl::expected<QByteArray, QString> takeProof(const QByteArray& said);
    std::optional<QString> complaint(const QByteArray& greeting);
    QByteArray code(const char* purpose) const; // over all that was said

    const Role m_role;
    const Identity m_identity;
    const QByteArray m_greeting; // ours
    QByteArray m_said; // both greetings, the dialer's first
    bool m_greeted = false;
    bool m_done = false;
    int m_other = -1;
};

} // namespace ceteris::sessions
