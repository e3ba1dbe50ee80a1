// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/replication/frames.h"
#include "server/sessions/replication/handshake.h"

#include <QTcpSocket>
#include <QTimer>

#include <functional>

namespace ceteris::sessions {

// One connection between two members, on the event loop of its thread: the handshake, then sealed payloads in order.
class Link : public QObject
{
public:
    static constexpr int handshakeMs = 2000;

    // Takes the socket; a dialer's is on its way to the other side.
    Link(QTcpSocket* socket, Handshake::Role role, Identity identity, QObject* parent);

    std::function<void()> opened = {}; // both sides have shown who they are
    std::function<void(const QByteArray& payload)> received = {};
    std::function<void(const QString& why)> closed = {}; // once; not after close()

    void send(const QByteArray& payload); // only once opened
    int other() const { return m_handshake.other(); }
    bool wasRefused() const { return m_wasRefused; } // what it said of itself was not right
    void close(); // and deletes it, later

private:
    void read();
    void greet(const QByteArray& said);
    void fail(const QString& why);

    QTcpSocket* m_socket;
    Handshake m_handshake;
    FrameReader m_reader;
    std::optional<Seal> m_seal;
    QTimer m_patience;
    bool m_wasRefused = false;
    bool m_isOver = false;
};

} // namespace ceteris::sessions
