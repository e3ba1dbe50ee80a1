// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpServer>

#include <functional>
#include <vector>

namespace ceteris::testsupport {

// A relay before a service on a loopback port: passes on what both sides say, until a client says a certain word. From
// then on what clients say waits for release(), so that a test can do something else in between. Lives on the event
// loop of its thread.
class HoldingRelay
{
public:
    explicit HoldingRelay(quint16 servicePort);

    quint16 port() const { return m_listener.serverPort(); }

    void holdFrom(const QByteArray& word) { m_word = word; }
    bool isHolding() const { return !m_held.empty(); }
    void release();

private:
    void take(QTcpSocket* service, const QByteArray& said);

    QByteArray m_word; // empty: nothing is held
    std::vector<std::function<void()>> m_held; // what release() does, in order
    QTcpServer m_listener; // last: its connections use the rest
};

} // namespace ceteris::testsupport
