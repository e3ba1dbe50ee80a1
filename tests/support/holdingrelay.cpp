// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/holdingrelay.h"

#include <QPointer>
#include <QTcpSocket>

#include <utility>

namespace ceteris::testsupport {

HoldingRelay::HoldingRelay(quint16 servicePort)
{
    QObject::connect(&m_listener, &QTcpServer::newConnection, &m_listener, [this, servicePort] {
        auto* client = m_listener.nextPendingConnection();
        auto* service = new QTcpSocket(client);
        service->connectToHost(QHostAddress::LocalHost, servicePort);
        QObject::connect(client, &QTcpSocket::readyRead, service, [=, this] { take(service, client->readAll()); });
        QObject::connect(service, &QTcpSocket::readyRead, client, [=] { client->write(service->readAll()); });
        QObject::connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    });
    m_listener.listen(QHostAddress::LocalHost);
}

void HoldingRelay::release()
{
    m_word.clear();
    for (const auto& passOn : std::exchange(m_held, {}))
        passOn();
}

void HoldingRelay::take(QTcpSocket* service, const QByteArray& said)
{
    auto passOn = [service = QPointer(service), said] {
        if (service)
            service->write(said);
    };
    if (isHolding() || (!m_word.isEmpty() && said.contains(m_word)))
        m_held.emplace_back(std::move(passOn));
    else
        passOn();
}

} // namespace ceteris::testsupport
