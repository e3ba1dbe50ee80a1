// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/loopback.h"

#include <QRandomGenerator>
#include <QTcpServer>

#include <algorithm>

namespace ceteris::services {

std::vector<quint16> freePorts(std::size_t count)
{
    constexpr int lowest = 20'000;
    constexpr int highest = 32'000; // outgoing connections begin at 32768
    std::vector<quint16> ports;
    while (ports.size() < count) {
        const auto port = static_cast<quint16>(QRandomGenerator::system()->bounded(lowest, highest));
        QTcpServer probe;
        if (std::ranges::find(ports, port) == ports.end() && probe.listen(QHostAddress::LocalHost, port))
            ports.push_back(port);
    }
    return ports;
}

quint16 freePort()
{
    return freePorts(1).front();
}

bool isPortTaken(const Error& error)
{
    const auto isOfChild = error.code == ErrorCode::ChildDied || error.code == ErrorCode::ChildFailed;
    return isOfChild && error.facts.value(1).contains(u"address already in use", Qt::CaseInsensitive);
}

} // namespace ceteris::services
