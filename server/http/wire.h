// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/poller.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <span>

namespace ceteris::http {

// A connected descriptor that never blocks, and keeps what the kernel has not taken yet. Owns the descriptor.
class Wire
{
public:
    enum class Sent { All, Partly, Failed };

    Wire(int descriptor, Poller& poller, Poller::Client* client);
    ~Wire();
    Q_DISABLE_COPY_MOVE(Wire)

    Sent send(QByteArrayView bytes);
    void hold(QByteArrayView bytes) { m_unsent.append(bytes); } // until flush()
    Sent flush(); // goes on with what was sent partly, when the poller says EPOLLOUT

    // What has come, perhaps nothing; nullopt when the other side has left.
    std::optional<QByteArrayView> receive(std::span<char> buffer);

    void setReading(bool reading); // without it the poller only tells that the other side has left
    void endOutput(); // the other side sees the end after all that was sent
    void close();

private:
    void watch(std::uint32_t events);

    Poller& m_poller;
    Poller::Client* m_client;
    int m_descriptor;
    std::uint32_t m_watched;
    QByteArray m_unsent;
};

} // namespace ceteris::http
