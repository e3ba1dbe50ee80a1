// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/replication/messages.h"

#include <QTcpSocket>

#include <functional>

namespace ceteris::sessions {

struct Identity
{
    int self = 0;
    QByteArray secret; // that all members share; never sent
};

// One connection between two members, on the event loop of its thread, in frames: 4 bytes length, payload, seal. A
// greeting of each comes first, the dialer's before the acceptor's, and has no seal. From then on the seal is a MAC of
// the payload and of its place in the stream, under a key of this connection and direction, made of the secret and both
// greetings: nothing can be changed, left out, repeated or brought from elsewhere. The first sealed frame is empty and
// shows that its sender knows the secret; here the acceptor goes first.
class Link : public QObject
{
public:
    static constexpr qsizetype longestGreeting = 256; // while nobody knows who is speaking
    static constexpr qsizetype longest = 64 * 1024 * 1024;

    // Takes the socket: a dialer's is not connected yet, an acceptor's is.
    Link(QTcpSocket* socket, Identity identity, QObject* parent);

    std::function<void()> opened = {}; // both sides have shown who they are
    std::function<void(const QByteArray& payload)> received = {};
    std::function<void(const QString& why)> closed = {}; // once; not after close()

    void send(const QByteArray& payload); // nothing unless it is open
    bool isOpen() const { return m_isOpen && !m_isOver; }
    bool wasRefused() const { return m_wasRefused; } // what it said was not right
    int other() const { return m_other; } // the member at the other end, once open
    void close(); // and deletes it, later

private:
    void read();
    void take(const QByteArray& greeting);
    void write(const QByteArray& payload);
    void refuse(const QString& why);
    void fail(const QString& why);

    QTcpSocket* m_socket;
    const bool m_isDialer;
    const Identity m_identity;
    const QByteArray m_greeting; // ours
    QByteArray m_sendingKey; // empty until we know each other's greeting
    QByteArray m_receivingKey;
    quint64 m_sent = 0; // sealed payloads
    quint64 m_received = 0;
    int m_other = -1;
    bool m_isOpen = false;
    bool m_wasRefused = false;
    bool m_isOver = false;
};

} // namespace ceteris::sessions
