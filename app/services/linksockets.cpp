// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/linksockets.h"

#include <cerrno>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace ceteris::services {
namespace {

constexpr int backlog = 1024;

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

int newSocket()
{
    return ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
}

int closed(int descriptor)
{
    const int reason = errno;
    ::close(descriptor);
    errno = reason;
    return -1;
}

} // namespace

int boundSocket(quint16 port)
{
    const int descriptor = newSocket();
    const auto address = loopback(port);
    const int on = 1;
    ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
    if (::bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        return closed(descriptor);
    return descriptor;
}

int listeningSocket(quint16 port)
{
    const int descriptor = boundSocket(port);
    if (descriptor >= 0 && ::listen(descriptor, backlog) != 0)
        return closed(descriptor);
    return descriptor;
}

quint16 portOf(int descriptor)
{
    sockaddr_in address {};
    socklen_t size = sizeof address;
    ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
}

int connectTo(quint16 port)
{
    const int descriptor = newSocket();
    const auto address = loopback(port);
    sendAtOnce(descriptor);
    ::connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    return descriptor;
}

void sendAtOnce(int descriptor)
{
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

} // namespace ceteris::services
