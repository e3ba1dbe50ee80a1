// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/wire.h"

#include <cerrno>
#include <utility>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace ceteris::http {

namespace {
bool isTemporary(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}
}

Wire::Wire(int descriptor, Poller& poller, Poller::Client* client)
    : m_poller(poller)
    , m_client(client)
    , m_descriptor(descriptor)
    , m_watched(EPOLLIN | EPOLLRDHUP)
{
    const int on = 1;
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    m_poller.add(descriptor, m_watched, client);
}

Wire::~Wire()
{
    close();
}

Wire::Sent Wire::send(QByteArrayView bytes)
{
    const ssize_t sent = ::send(m_descriptor, bytes.data(), std::size_t(bytes.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent == bytes.size()) {
        watch(m_watched & ~std::uint32_t(EPOLLOUT));
        return Sent::All;
    }
    if (sent < 0 && !isTemporary(errno))
        return Sent::Failed;
    m_unsent = bytes.sliced(std::max<ssize_t>(sent, 0)).toByteArray();
    watch(m_watched | EPOLLOUT);
    return Sent::Partly;
}

Wire::Sent Wire::flush()
{
    return send(std::exchange(m_unsent, {}));
}

std::optional<QByteArrayView> Wire::receive(std::span<char> buffer)
{
    if (!(m_watched & EPOLLIN)) // woken all the same: it has left
        return std::nullopt;
    const ssize_t size = ::recv(m_descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (size > 0)
        return QByteArrayView(buffer.data(), size);
    if (size < 0 && isTemporary(errno))
        return QByteArrayView();
    return std::nullopt;
}

void Wire::setReading(bool reading)
{
    watch((m_watched & ~std::uint32_t(EPOLLIN)) | (reading ? std::uint32_t(EPOLLIN) : 0u));
}

void Wire::endOutput()
{
    ::shutdown(m_descriptor, SHUT_WR);
}

void Wire::close()
{
    if (m_descriptor < 0)
        return;
    m_poller.remove(m_descriptor);
    ::close(std::exchange(m_descriptor, -1));
}

void Wire::watch(std::uint32_t events)
{
    if (std::exchange(m_watched, events) != events)
        m_poller.change(m_descriptor, events, m_client);
}

} // namespace ceteris::http
