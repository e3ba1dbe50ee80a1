// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpSocket>

namespace ceteris::http {

// The face towards QtHttpServer: a socket without a descriptor, on which one whole request at a time arrives.
class RequestSocket : public QTcpSocket
{
    Q_OBJECT

public:
    explicit RequestSocket(QObject* parent);

    qint64 bytesAvailable() const override;

protected:
    void show(QByteArrayView request); // returns when QtHttpServer has read and dispatched it
    void end(); // QtHttpServer deletes this, from the event loop

    qint64 readData(char* data, qint64 maxSize) override;

private:
    QByteArrayView m_unread;
};

} // namespace ceteris::http
