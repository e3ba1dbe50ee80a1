// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpSocket>

#include <functional>

namespace ceteris::test {

struct Reply
{
    int status = 0; // 0: none came
    QByteArray head;
    QByteArray body;
};

// A client that sends exactly the bytes it is told to. Every wait is bounded.
class Client
{
public:
    explicit Client(quint16 port);

    bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    void send(const QByteArray& bytes);
    bool sendsAll(const QByteArray& bytes); // false when the server stops taking them
    Reply reply(bool withBody = true); // the next one; withBody: it has as many bytes as its Content-Length says
    Reply ask(const QByteArray& bytes);
    QByteArray readLine(); // of whatever the server says, with its line end
    bool isClosedByServer(); // waits for it
    void abort() { m_socket.abort(); }

private:
    bool waitFor(const std::function<bool()>& condition);

    QTcpSocket m_socket;
};

QByteArray get(const QByteArray& target, const QByteArray& fields = {});

} // namespace ceteris::test
