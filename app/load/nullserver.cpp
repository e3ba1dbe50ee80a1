// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/nullserver.h"

#include "app/load/affinity.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <optional>
#include <string_view>
#include <thread>

using namespace Qt::StringLiterals;

namespace ceteris::load {
namespace {

constexpr std::string_view page = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok";
constexpr std::string_view headEnd = "\r\n\r\n";

// How many heads end in the data, when `matched` bytes of an end came before it.
int headsIn(std::string_view data, std::uint8_t& matched)
{
    int heads = 0;
    for (const char c : data) {
        matched = c == headEnd[matched] ? matched + 1 : c == '\r' ? 1 : 0;
        if (matched == headEnd.size()) {
            ++heads;
            matched = 0;
        }
    }
    return heads;
}

} // namespace

class NullServer::Loop
{
public:
    Loop();
    ~Loop();

    bool isValid() const { return m_port != 0 && m_epoll >= 0 && m_stop >= 0; }
    std::uint16_t port() const { return m_port; }
    Result<void> run(const std::vector<int>& cpus);

private:
    void serve();
    void add(int descriptor);
    void accept();
    void answer(int descriptor);
    void drop(int descriptor);

    int m_listener;
    int m_stop;
    int m_epoll;
    std::uint16_t m_port = 0;
    std::vector<std::optional<std::uint8_t>> m_connections; // by descriptor: bytes of a head's end that have come
    std::jthread m_thread;
};

NullServer::Loop::Loop()
    : m_listener(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0))
    , m_stop(eventfd(0, EFD_CLOEXEC))
    , m_epoll(epoll_create1(EPOLL_CLOEXEC))
{
    constexpr int backlog = 4096;
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto* const generic = reinterpret_cast<sockaddr*>(&address);
    if (bind(m_listener, generic, length) == 0 && listen(m_listener, backlog) == 0
        && getsockname(m_listener, generic, &length) == 0)
        m_port = ntohs(address.sin_port);
    add(m_listener);
    add(m_stop);
}

NullServer::Loop::~Loop()
{
    const std::uint64_t once = 1;
    [[maybe_unused]] const auto written = write(m_stop, &once, sizeof once);
    if (m_thread.joinable())
        m_thread.join();
    for (std::size_t descriptor = 0; descriptor < m_connections.size(); ++descriptor) {
        if (m_connections[descriptor])
            close(static_cast<int>(descriptor));
    }
    close(m_listener);
    close(m_stop);
    close(m_epoll);
}

Result<void> NullServer::Loop::run(const std::vector<int>& cpus)
{
    m_thread = std::jthread([this] { serve(); });
    return pin(m_thread, cpus);
}

void NullServer::Loop::serve()
{
    std::array<epoll_event, 64> events;
    while (true) {
        const int count = epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), -1);
        for (int i = 0; i < count; ++i) {
            const int descriptor = events[static_cast<std::size_t>(i)].data.fd;
            if (descriptor == m_stop)
                return;
            if (descriptor == m_listener)
                accept();
            else
                answer(descriptor);
        }
    }
}

void NullServer::Loop::add(int descriptor)
{
    epoll_event event {};
    event.events = EPOLLIN;
    event.data.fd = descriptor;
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event);
}

void NullServer::Loop::accept()
{
    while (true) {
        const int descriptor = accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (descriptor < 0)
            return;
        const int on = 1;
        setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        const auto index = static_cast<std::size_t>(descriptor);
        if (index >= m_connections.size())
            m_connections.resize(index + 1);
        m_connections[index] = 0;
        add(descriptor);
    }
}

void NullServer::Loop::answer(int descriptor)
{
    std::array<char, 4096> buffer;
    const auto bytes = recv(descriptor, buffer.data(), buffer.size(), 0);
    if (bytes == 0 || (bytes < 0 && errno != EAGAIN && errno != EINTR))
        return drop(descriptor);
    if (bytes < 0)
        return;
    auto& matched = *m_connections[static_cast<std::size_t>(descriptor)];
    for (int heads = headsIn({ buffer.data(), static_cast<std::size_t>(bytes) }, matched); heads > 0; --heads)
        send(descriptor, page.data(), page.size(), MSG_NOSIGNAL);
}

void NullServer::Loop::drop(int descriptor)
{
    m_connections[static_cast<std::size_t>(descriptor)].reset();
    close(descriptor);
}

Result<std::unique_ptr<NullServer>> NullServer::start(const std::vector<int>& cpus)
{
    auto loop = std::make_unique<Loop>();
    if (!loop->isValid())
        return fail(ErrorCode::LoadNotStarted, { u"the null server found no free port or descriptor"_s });
    if (const auto running = loop->run(cpus); !running)
        return tl::unexpected(running.error());
    return std::unique_ptr<NullServer>(new NullServer(std::move(loop)));
}

NullServer::NullServer(std::unique_ptr<Loop> loop)
    : m_loop(std::move(loop))
{
}

NullServer::~NullServer() = default;

QString NullServer::url() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_loop->port());
}

} // namespace ceteris::load
