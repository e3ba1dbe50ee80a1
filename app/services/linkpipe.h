// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/linkproxy.h"

#include <QByteArray>

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <utility>

namespace ceteris::services {

// One connection through a LinkProxy: two sockets, and what is on its way between them. Knows no epoll: it says which
// events it waits for.
class LinkPipe
{
public:
    using Clock = std::chrono::steady_clock;
    enum class End { Client, Target };

    LinkPipe(int client, int target); // takes over both, non-blocking; the target may still be connecting
    ~LinkPipe(); // closes what is open
    Q_DISABLE_COPY_MOVE(LinkPipe)

    int descriptor(End end) const { return m_sides[static_cast<std::size_t>(end)].descriptor; }
    std::uint32_t wanted(End end, const LinkState& state) const; // EPOLLIN, EPOLLOUT; 0 while the link is held

    // Moves what can be moved. False: the connection is over.
    bool move(const LinkState& state, Clock::time_point now);
    std::optional<Clock::time_point> nextDue() const; // of delayed bytes
    void reset(); // the peers see a reset instead of an end
    quint64 takeBytes() { return std::exchange(m_bytes, 0); } // moved since the last call

private:
    struct Chunk
    {
        Clock::time_point due;
        QByteArray bytes;
        qsizetype written = 0;
    };
    struct Side // what comes from its descriptor and goes to the other one
    {
        int descriptor = -1;
        std::deque<Chunk> chunks;
        qsizetype held = 0; // bytes in chunks
        bool isAtEnd = false; // its peer has said all
        bool isBlocked = false; // the other one takes nothing now
        bool hasPassedEnd = false;
    };

    bool receive(Side& from, const LinkState& state, Clock::time_point now);
    bool send(Side& from, int to, Clock::time_point now);
    bool isConnected();

    std::array<Side, 2> m_sides;
    bool m_connected = false;
    quint64 m_bytes = 0;
};

} // namespace ceteris::services
