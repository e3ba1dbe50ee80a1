// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

namespace ceteris {

// Answers every request with the same page, or not at all.
class StubServer : public QTcpServer
{
public:
    StubServer()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            const auto socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                if (socket->readAll().contains("\r\n\r\n") && !silent)
                    socket->write("HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(page().size())
                        + "\r\n\r\n" + page());
            });
        });
        listen(QHostAddress::LocalHost);
    }

    QString url() const { return QStringLiteral("http://127.0.0.1:%1/metrics").arg(serverPort()); }

    QByteArray page() const
    {
        return "ceteris_http_requests_total{route=\"home\",status=\"200\"} " + QByteArray::number(requests)
            + "\nceteris_http_requests_total{route=\"home\",status=\"503\"} 1\nceteris_sessions 7\n"
              "ceteris_session_store_bytes 4096\nceteris_connections 2\n"
            + end;
    }

    QByteArray status = "200 OK";
    QByteArray end = "# EOF\n";
    int requests = 10;
    bool silent = false;
};

} // namespace ceteris
