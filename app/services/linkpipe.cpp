// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/linkpipe.h"

#include <algorithm>
#include <cerrno>

#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace ceteris::services {
namespace {

constexpr qsizetype mostHeld = 1 << 20; // in one direction; then its sender has to wait, as with a full network
constexpr qsizetype atOnce = 1 << 16;

bool isPassing(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

} // namespace

LinkPipe::LinkPipe(int client, int target)
{
    m_sides[0].descriptor = client;
    m_sides[1].descriptor = target;
}

LinkPipe::~LinkPipe()
{
    for (const auto& side : m_sides)
        ::close(side.descriptor);
}

std::uint32_t LinkPipe::wanted(End end, const LinkState& state) const
{
    if (state.mode == LinkMode::Hold)
        return 0;
    const auto& mine = m_sides[static_cast<std::size_t>(end)];
    const auto& other = m_sides[1 - static_cast<std::size_t>(end)];
    std::uint32_t events = 0;
    if (m_connected && !mine.isAtEnd && mine.held < mostHeld)
        events |= EPOLLIN;
    if (other.isBlocked || (!m_connected && end == End::Target))
        events |= EPOLLOUT;
    return events;
}

bool LinkPipe::isConnected()
{
    if (m_connected)
        return true;
    pollfd target { m_sides[1].descriptor, POLLOUT, 0 };
    m_connected = ::poll(&target, 1, 0) == 1 && (target.revents & POLLOUT);
    return m_connected;
}

bool LinkPipe::move(const LinkState& state, Clock::time_point now)
{
    if (state.mode == LinkMode::Hold || !isConnected())
        return true;
    for (std::size_t i = 0; i < 2; ++i) {
        auto& from = m_sides[i];
        if (!receive(from, state, now) || !send(from, m_sides[1 - i].descriptor, now))
            return false;
    }
    return !(m_sides[0].hasPassedEnd && m_sides[1].hasPassedEnd);
}

bool LinkPipe::receive(Side& from, const LinkState& state, Clock::time_point now)
{
    if (from.isAtEnd || from.held >= mostHeld)
        return true;
    QByteArray bytes(atOnce, Qt::Uninitialized);
    const auto size = ::recv(from.descriptor, bytes.data(), static_cast<std::size_t>(bytes.size()), MSG_DONTWAIT);
    if (size < 0 && isPassing(errno))
        return true;
    if (size < 0) {
        reset(); // as its peer did
        return false;
    }
    if (size == 0) {
        from.isAtEnd = true;
        return true;
    }
    bytes.resize(size);
    from.held += size;
    from.chunks.push_back({ now + state.delay, std::move(bytes), 0 });
    return true;
}

bool LinkPipe::send(Side& from, int to, Clock::time_point now)
{
    from.isBlocked = false;
    while (!from.chunks.empty() && from.chunks.front().due <= now) {
        auto& chunk = from.chunks.front();
        const auto left = chunk.bytes.size() - chunk.written;
        const auto size = ::send(
            to, chunk.bytes.constData() + chunk.written, static_cast<std::size_t>(left), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (size < 0 && !isPassing(errno)) {
            reset();
            return false;
        }
        from.isBlocked = size < left;
        if (size > 0) {
            chunk.written += size;
            from.held -= size;
            m_bytes += static_cast<quint64>(size);
        }
        if (from.isBlocked)
            return true;
        from.chunks.pop_front();
    }
    if (from.isAtEnd && from.chunks.empty() && !from.hasPassedEnd) {
        from.hasPassedEnd = true;
        ::shutdown(to, SHUT_WR);
    }
    return true;
}

std::optional<LinkPipe::Clock::time_point> LinkPipe::nextDue() const
{
    std::optional<Clock::time_point> next;
    for (const auto& side : m_sides)
        if (!side.chunks.empty() && !side.isBlocked)
            next = std::min(next.value_or(Clock::time_point::max()), side.chunks.front().due);
    return next;
}

void LinkPipe::reset()
{
    const linger atOnceAndHard { 1, 0 };
    for (const auto& side : m_sides)
        ::setsockopt(side.descriptor, SOL_SOCKET, SO_LINGER, &atOnceAndHard, sizeof atOnceAndHard);
}

} // namespace ceteris::services
