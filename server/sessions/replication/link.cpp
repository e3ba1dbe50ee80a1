// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/replication/link.h"

using namespace Qt::StringLiterals;

namespace ceteris::sessions {

Link::Link(QTcpSocket* socket, Handshake::Role role, Identity identity, QObject* parent)
    : QObject(parent)
    , m_socket(socket)
    , m_handshake(role, std::move(identity))
{
    m_socket->setParent(this);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { fail(u"it did not introduce itself in time"_s); });
    m_patience.start(handshakeMs);
    connect(m_socket, &QTcpSocket::readyRead, this, &Link::read);
    connect(m_socket, &QTcpSocket::disconnected, this, [this] { fail(u"it closed the connection"_s); });
    connect(m_socket, &QTcpSocket::errorOccurred, this, [this] { fail(m_socket->errorString()); });
    const auto begin = [this, role] {
        m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        if (role == Handshake::Role::Dialer)
            m_socket->write(frame(m_handshake.begin(), nullptr));
    };
    if (m_socket->state() == QTcpSocket::ConnectedState)
        begin();
    else
        connect(m_socket, &QTcpSocket::connected, this, begin);
}

void Link::send(const QByteArray& payload)
{
    if (!m_isOver)
        m_socket->write(frame(payload, &*m_seal));
}

void Link::close()
{
    m_isOver = true;
    m_patience.stop();
    m_socket->abort();
    deleteLater();
}

void Link::read()
{
    m_reader.feed(m_socket->readAll());
    while (!m_isOver) {
        const auto payload = m_reader.next();
        if (m_reader.isBroken())
            return fail(u"what it sent is not sealed as agreed"_s);
        if (!payload)
            return;
        if (m_handshake.isDone())
            received(*payload);
        else
            greet(*payload);
    }
}

void Link::greet(const QByteArray& said)
{
    const auto answer = m_handshake.take(said);
    m_wasRefused = !answer;
    if (m_wasRefused)
        return fail(answer.error());
    if (!answer->isEmpty())
        m_socket->write(frame(*answer, nullptr));
    if (!m_handshake.isDone())
        return;
    m_patience.stop();
    m_seal.emplace(m_handshake.sendingKey());
    m_reader.setSeal(m_handshake.receivingKey());
    opened();
}

void Link::fail(const QString& why)
{
    if (m_isOver)
        return;
    close();
    closed(why);
}

} // namespace ceteris::sessions
