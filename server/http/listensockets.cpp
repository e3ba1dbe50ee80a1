// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/listensockets.h"

#include <cerrno>
#include <cstring>
#include <memory>

#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ceteris::http {

namespace {
constexpr int backlog = 1024; // hundreds of clients may come at once; with Qt's 50 they wait for SYN retries

using Addresses = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

Addresses resolve(const QString& host, quint16 port)
{
    addrinfo hints {};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    addrinfo* found = nullptr;
    if (getaddrinfo(host.toUtf8().constData(), QByteArray::number(port).constData(), &hints, &found) != 0)
        found = nullptr;
    return { found, &freeaddrinfo };
}

bool enable(int descriptor, int option)
{
    const int on = 1;
    return setsockopt(descriptor, SOL_SOCKET, option, &on, sizeof on) == 0;
}

// The first socket asks for the port alone, so that a port that another program has is refused even if that
// program would share it; only then it is opened to its siblings.
bool bindAndListen(int descriptor, const sockaddr* address, socklen_t size, bool first)
{
    return enable(descriptor, SO_REUSEADDR) && (first || enable(descriptor, SO_REUSEPORT))
        && ::bind(descriptor, address, size) == 0 && enable(descriptor, SO_REUSEPORT)
        && ::listen(descriptor, backlog) == 0;
}

quint16 portOf(const sockaddr_storage& address)
{
    if (address.ss_family == AF_INET6)
        return ntohs(reinterpret_cast<const sockaddr_in6&>(address).sin6_port);
    return ntohs(reinterpret_cast<const sockaddr_in&>(address).sin_port);
}

contract::Failure failure(const QString& host, quint16 port, const QString& reason)
{
    const QString place = host + (port == 0 ? u", any free port"_s : u" port "_s + QString::number(port));
    return { contract::ExitCode::CannotListen, u"Cannot listen on " + place + u": " + reason + u'.' };
}
}

contract::Result<ListenSockets> listenOn(const QString& host, quint16 port, int count)
{
    const Addresses addresses = resolve(host, port);
    if (!addresses)
        return tl::unexpected(failure(host, port, u"the address is not known"_s));

    ListenSockets sockets;
    sockaddr_storage address {};
    socklen_t size = addresses->ai_addrlen;
    std::memcpy(&address, addresses->ai_addr, size);
    for (int i = 0; i < count; ++i) {
        const int descriptor = ::socket(addresses->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        if (descriptor >= 0)
            sockets.descriptors.push_back(descriptor);
        if (descriptor < 0 || !bindAndListen(descriptor, reinterpret_cast<sockaddr*>(&address), size, i == 0)) {
            const QString why = QString::fromLocal8Bit(std::strerror(errno)).toLower();
            for (const int made : sockets.descriptors)
                ::close(made);
            return tl::unexpected(failure(host, port, why));
        }
        if (i == 0) // siblings take the port that the first one got
            ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size);
    }
    sockets.port = portOf(address);
    return sockets;
}

} // namespace ceteris::http
