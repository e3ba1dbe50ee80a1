// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/loopback.h"

#include <QRandomGenerator>
#include <QTcpServer>

#include <array>

namespace ceteris::services {

QString randomPassword()
{
    std::array<quint32, 4> words;
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char*>(words.data()), sizeof words).toHex());
}

quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

std::vector<quint16> freePorts(std::size_t count)
{
    std::vector<std::unique_ptr<QTcpServer>> probes; // all open at once, so that no port comes twice
    std::vector<quint16> ports;
    while (ports.size() < count) {
        probes.push_back(std::make_unique<QTcpServer>());
        probes.back()->listen(QHostAddress::LocalHost);
        ports.push_back(probes.back()->serverPort());
    }
    return ports;
}

bool isPortTaken(const Error& error)
{
    return error.code == ErrorCode::ChildDied && error.facts.value(1).contains(u"Address already in use");
}

} // namespace ceteris::services
