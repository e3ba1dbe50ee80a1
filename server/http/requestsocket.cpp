// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/requestsocket.h"

#include <cstring>

namespace ceteris::http {

RequestSocket::RequestSocket(QObject* parent)
    : QTcpSocket(parent)
{
    setSocketState(ConnectedState);
    setOpenMode(ReadWrite);
}

qint64 RequestSocket::bytesAvailable() const
{
    return QIODevice::bytesAvailable() + m_unread.size();
}

void RequestSocket::show(QByteArrayView request)
{
    m_unread = request;
    emit readyRead();
    m_unread = {};
}

void RequestSocket::end()
{
    setSocketState(UnconnectedState);
    emit disconnected();
}

// QIODevice asks for 16 KiB at a time and keeps them, so that QtHttpServer's reads of one byte stay there.
qint64 RequestSocket::readData(char* data, qint64 maxSize)
{
    const qsizetype size = std::min<qsizetype>(maxSize, m_unread.size());
    if (size > 0)
        std::memcpy(data, m_unread.data(), std::size_t(size));
    m_unread = m_unread.sliced(size);
    return size;
}

} // namespace ceteris::http
