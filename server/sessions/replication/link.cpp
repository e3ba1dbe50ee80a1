// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/replication/link.h"

#include "server/sessions/codecs/signedtoken.h"
#include "server/sessions/replication/view.h"
#include "server/sessions/replication/wire.h"

#include <QMessageAuthenticationCode>
#include <QTimer>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ceteris::sessions {
namespace {

constexpr auto introduction = 2s;
constexpr qsizetype headSize = sizeof(quint32);
constexpr qsizetype sealSize = 16; // of HMAC-BLAKE2s, its first half: a third of the time of SHA-256 here

QByteArray bigEndian(auto number)
{
    QByteArray bytes(sizeof number, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray codeOf(const QByteArray& said, const QByteArray& key)
{
    return QMessageAuthenticationCode::hash(said, key, QCryptographicHash::Blake2s_256);
}

QByteArray sealOf(const QByteArray& payload, quint64 place, const QByteArray& key)
{
    return codeOf(bigEndian(place) + payload, key).first(sealSize);
}

} // namespace

Link::Link(QTcpSocket* socket, Identity identity, QObject* parent)
    : QObject(parent)
    , m_socket(socket)
    , m_isDialer(socket->state() == QTcpSocket::UnconnectedState)
    , m_identity(std::move(identity))
    , m_greeting(encode(Greeting { .member = static_cast<quint8>(m_identity.self), .random = newSessionId() }))
{
    m_socket->setParent(this);
    connect(m_socket, &QTcpSocket::readyRead, this, &Link::read);
    connect(m_socket, &QTcpSocket::disconnected, this, [this] { fail(u"it closed the connection"_s); });
    connect(m_socket, &QTcpSocket::errorOccurred, this, [this] { fail(m_socket->errorString()); });
    QTimer::singleShot(introduction, this, [this] {
        if (!m_isOpen)
            fail(u"it did not introduce itself in time"_s);
    });
    connect(m_socket, &QTcpSocket::connected, this, [this] { write(m_greeting); });
}

void Link::send(const QByteArray& payload)
{
    if (isOpen())
        write(payload);
}

void Link::close()
{
    m_isOver = true;
    m_socket->abort();
    deleteLater();
}

void Link::read()
{
    while (!m_isOver) {
        const bool isSealed = !m_receivingKey.isEmpty();
        quint32_be head;
        if (m_socket->peek(reinterpret_cast<char*>(&head), headSize) < headSize)
            return;
        const qsizetype length = quint32 { head };
        if (length > (m_isOpen ? longest : longestGreeting))
            return refuse(u"it says too much at once"_s);
        if (m_socket->bytesAvailable() < headSize + length + (isSealed ? sealSize : 0))
            return;
        m_socket->skip(headSize);
        const auto payload = m_socket->read(length);
        if (!isSealed) {
            take(payload);
        } else if (!isSame(m_socket->read(sealSize), sealOf(payload, m_received++, m_receivingKey))) {
            refuse(m_isOpen ? u"it breaks the seal that was agreed"_s : u"it does not know the secret of this group"_s);
        } else if (std::exchange(m_isOpen, true)) {
            received(payload);
        } else {
            if (m_isDialer)
                write({});
            opened();
        }
    }
}

void Link::take(const QByteArray& greeting)
{
    const auto said = decode<Greeting>(greeting);
    if (!said)
        return refuse(u"it is not an instance of ours"_s);
    if (said->version != replicationVersion)
        return refuse(
            u"it speaks version %1 of the protocol, this one %2"_s.arg(said->version).arg(replicationVersion));
    if (said->member >= mostMembers || said->member == m_identity.self)
        return refuse(u"it says that it is instance %1"_s.arg(said->member));
    m_other = said->member;
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    if (!m_isDialer)
        write(m_greeting);
    const QByteArray both = m_isDialer ? m_greeting + greeting : greeting + m_greeting;
    m_sendingKey = codeOf((m_isDialer ? "dialer" : "acceptor") + both, m_identity.secret);
    m_receivingKey = codeOf((m_isDialer ? "acceptor" : "dialer") + both, m_identity.secret);
    if (!m_isDialer)
        write({});
}

void Link::write(const QByteArray& payload)
{
    auto frame = bigEndian(static_cast<quint32>(payload.size()));
    frame += payload;
    if (!m_sendingKey.isEmpty())
        frame += sealOf(payload, m_sent++, m_sendingKey);
    m_socket->write(frame);
}

void Link::refuse(const QString& why)
{
    m_wasRefused = true;
    fail(why);
}

void Link::fail(const QString& why)
{
    if (m_isOver)
        return;
    close();
    closed(why);
}

} // namespace ceteris::sessions
