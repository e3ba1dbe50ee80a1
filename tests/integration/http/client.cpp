// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/http/client.h"

#include <QDeadlineTimer>

using namespace Qt::StringLiterals;

namespace ceteris::test {

namespace {
constexpr int patienceMs = 20'000;
constexpr int stuckMs = 500;
}

Client::Client(quint16 port)
{
    m_socket.connectToHost(QHostAddress::LocalHost, port);
    m_socket.waitForConnected(patienceMs);
}

void Client::send(const QByteArray& bytes)
{
    m_socket.write(bytes);
    while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(patienceMs)) { }
}

bool Client::sendsAll(const QByteArray& bytes)
{
    m_socket.write(bytes);
    while (m_socket.bytesToWrite() > 0) {
        if (!m_socket.waitForBytesWritten(stuckMs))
            return false;
    }
    return true;
}

Reply Client::reply(bool withBody)
{
    Reply reply;
    while (!reply.head.endsWith("\r\n\r\n")) {
        const QByteArray line = readLine();
        if (line.isEmpty())
            return {};
        reply.head += line;
    }
    reply.status = reply.head.mid(9, 3).toInt();
    const qsizetype field = reply.head.indexOf("\r\nContent-Length: ");
    if (!withBody || field < 0)
        return reply;
    const qsizetype begin = field + 18;
    const qsizetype size = reply.head.mid(begin, reply.head.indexOf("\r\n", begin) - begin).toLongLong();
    waitFor([&] { return m_socket.bytesAvailable() >= size; });
    reply.body = m_socket.read(size);
    return reply;
}

Reply Client::ask(const QByteArray& bytes)
{
    send(bytes);
    return reply();
}

QByteArray Client::readLine()
{
    waitFor([&] { return m_socket.canReadLine(); });
    return m_socket.readLine();
}

bool Client::isClosedByServer()
{
    return waitFor([&] { return m_socket.state() != QAbstractSocket::ConnectedState; }) && m_socket.readAll().isEmpty();
}

bool Client::waitFor(const std::function<bool()>& condition)
{
    const QDeadlineTimer deadline(patienceMs);
    while (!condition()) {
        if (!m_socket.waitForReadyRead(int(deadline.remainingTime())))
            return condition();
    }
    return true;
}

QByteArray get(const QByteArray& target, const QByteArray& fields)
{
    return "GET " + target + " HTTP/1.1\r\nHost: test\r\n" + fields + "\r\n";
}

} // namespace ceteris::test
