// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/linkproxy.h"

#include "app/services/linkpipe.h"
#include "app/services/linksockets.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ceteris::services {
namespace {

using Clock = LinkPipe::Clock;
constexpr bool refuses(LinkMode mode)
{
    return mode == LinkMode::Cut || mode == LinkMode::Reset;
}

} // namespace

class LinkProxy::Impl
{
public:
    Impl()
        : m_epoll(epoll_create1(EPOLL_CLOEXEC))
        , m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    {
        watch(m_wake, EPOLLIN, false);
        m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }

    ~Impl()
    {
        m_thread.request_stop();
        wake();
        m_thread.join();
        m_connections.clear();
        for (const auto& port : m_ports) {
            ::close(port.reserved);
            if (port.listener >= 0)
                ::close(port.listener);
        }
        ::close(m_wake);
        ::close(m_epoll);
    }

    Result<quint16> open(const QString& link, quint16 target);
    void set(const QString& link, const LinkState& state);
    quint64 bytesPassed() const { return m_bytes; }

private:
    struct Port
    {
        QString link;
        quint16 target = 0;
        quint16 port = 0;
        int reserved = -1; // bound, never listening: keeps the port ours while new connections are refused
        int listener = -1;
    };
    struct Connection
    {
        QString link;
        std::unique_ptr<LinkPipe> pipe;
        std::array<std::uint32_t, 2> watched {};
    };
    using Connections = std::map<int, std::shared_ptr<Connection>>; // twice each: by client and by target

    void run(const std::stop_token& stop);
    void handle(int descriptor);
    void moveDue(Clock::time_point now);
    void move(const std::shared_ptr<Connection>& connection, Clock::time_point now);
    void accept(const Port& port);
    bool listen(Port& port);
    void follow(Connection& connection);
    void forget(const Connection& connection);
    void watch(int descriptor, std::uint32_t events, bool isKnown) const;
    int waitMs(Clock::time_point now) const; // -1: as long as it takes
    void wake() const { eventfd_write(m_wake, 1); }

    const int m_epoll;
    const int m_wake;
    std::mutex m_mutex; // guards what follows
    std::vector<Port> m_ports;
    std::map<QString, LinkState> m_states;
    Connections m_connections;
    std::atomic<quint64> m_bytes = 0;
    std::jthread m_thread;
};

Result<quint16> LinkProxy::Impl::open(const QString& link, quint16 target)
{
    const std::lock_guard lock(m_mutex);
    Port port { link, target, 0, boundSocket(0), -1 };
    port.port = portOf(port.reserved);
    if (port.reserved < 0 || (!refuses(m_states[link].mode) && !listen(port))) {
        const auto reason = QString::fromLocal8Bit(std::strerror(errno));
        ::close(port.reserved);
        return fail(ErrorCode::ChildDidNotStart, { u"the proxy of a link"_s, reason });
    }
    m_ports.push_back(port);
    return port.port;
}

bool LinkProxy::Impl::listen(Port& port)
{
    const int descriptor = listeningSocket(port.port);
    if (descriptor < 0)
        return false;
    port.listener = descriptor;
    watch(descriptor, m_states[port.link].mode == LinkMode::Hold ? 0U : EPOLLIN, false);
    return true;
}

void LinkProxy::Impl::set(const QString& link, const LinkState& state)
{
    const std::lock_guard lock(m_mutex);
    m_states[link] = state;
    for (auto& port : m_ports) {
        if (port.link != link)
            continue;
        if (refuses(state.mode) && port.listener >= 0)
            ::close(std::exchange(port.listener, -1));
        else if (!refuses(state.mode) && port.listener < 0)
            listen(port);
        else if (port.listener >= 0) // while it holds, new connections wait in the kernel
            watch(port.listener, state.mode == LinkMode::Hold ? 0U : EPOLLIN, true);
    }
    std::vector<std::shared_ptr<Connection>> affected;
    for (const auto& [descriptor, connection] : m_connections)
        if (connection->link == link && descriptor == connection->pipe->descriptor(LinkPipe::End::Client))
            affected.push_back(connection);
    for (const auto& connection : affected) {
        if (state.mode == LinkMode::Reset)
            connection->pipe->reset();
        if (refuses(state.mode))
            forget(*connection);
        else
            follow(*connection);
    }
    wake(); // what was held is due, or what was due is not
}

void LinkProxy::Impl::run(const std::stop_token& stop)
{
    prctl(PR_SET_NAME, "links");
    prctl(PR_SET_TIMERSLACK, 1UL);
    std::array<epoll_event, 64> events;
    auto patienceMs = -1;
    while (!stop.stop_requested()) {
        const int count = ::epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), patienceMs);
        const std::lock_guard lock(m_mutex);
        for (int i = 0; i < count; ++i)
            handle(events[static_cast<std::size_t>(i)].data.fd);
        moveDue(Clock::now());
        patienceMs = waitMs(Clock::now());
    }
}

void LinkProxy::Impl::handle(int descriptor)
{
    if (descriptor == m_wake) {
        eventfd_t ignored = 0;
        eventfd_read(m_wake, &ignored);
        return;
    }
    if (const auto found = m_connections.find(descriptor); found != m_connections.end())
        return move(found->second, Clock::now());
    const auto port = std::ranges::find(m_ports, descriptor, &Port::listener);
    if (port != m_ports.end())
        accept(*port);
}

void LinkProxy::Impl::accept(const Port& port)
{
    int client = -1;
    while ((client = ::accept4(port.listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0) {
        sendAtOnce(client);
        const auto connection = std::make_shared<Connection>();
        connection->link = port.link;
        connection->pipe = std::make_unique<LinkPipe>(client, connectTo(port.target));
        m_connections[client] = connection;
        m_connections[connection->pipe->descriptor(LinkPipe::End::Target)] = connection;
        follow(*connection);
    }
}

// Delayed bytes whose time has come, and what was held until a moment ago.
void LinkProxy::Impl::moveDue(Clock::time_point now)
{
    std::vector<std::shared_ptr<Connection>> due;
    for (const auto& [descriptor, connection] : m_connections)
        if (const auto next = connection->pipe->nextDue();
            next && *next <= now && descriptor == connection->pipe->descriptor(LinkPipe::End::Client))
            due.push_back(connection);
    for (const auto& connection : due)
        move(connection, now);
}

void LinkProxy::Impl::move(const std::shared_ptr<Connection>& connection, Clock::time_point now)
{
    const auto goesOn = connection->pipe->move(m_states[connection->link], now);
    m_bytes += connection->pipe->takeBytes();
    if (goesOn)
        follow(*connection);
    else
        forget(*connection);
}

// Watches for what the pipe waits for and nothing else: a peer that has left is reported again and again otherwise.
void LinkProxy::Impl::follow(Connection& connection)
{
    for (const auto end : { LinkPipe::End::Client, LinkPipe::End::Target }) {
        auto& watched = connection.watched[static_cast<std::size_t>(end)];
        const auto wanted = connection.pipe->wanted(end, m_states[connection.link]);
        const auto descriptor = connection.pipe->descriptor(end);
        if (wanted == watched)
            continue;
        if (wanted == 0)
            ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
        else
            watch(descriptor, wanted, watched != 0);
        watched = wanted;
    }
}

void LinkProxy::Impl::forget(const Connection& connection)
{
    const auto client = connection.pipe->descriptor(LinkPipe::End::Client);
    const auto target = connection.pipe->descriptor(LinkPipe::End::Target);
    m_connections.erase(client); // the kernel forgets the descriptors when they are closed
    m_connections.erase(target);
}

void LinkProxy::Impl::watch(int descriptor, std::uint32_t events, bool isKnown) const
{
    epoll_event event { events, { .fd = descriptor } };
    ::epoll_ctl(m_epoll, isKnown ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, descriptor, &event);
}

int LinkProxy::Impl::waitMs(Clock::time_point now) const
{
    auto next = Clock::time_point::max();
    for (const auto& [descriptor, connection] : m_connections)
        if (const auto state = m_states.find(connection->link); state->second.mode != LinkMode::Hold)
            next = std::min(next, connection->pipe->nextDue().value_or(next));
    if (next == Clock::time_point::max())
        return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(next - now);
    return static_cast<int>(std::max<std::chrono::milliseconds::rep>(left.count(), 0));
}

LinkProxy::LinkProxy()
    : m_impl(std::make_unique<Impl>())
{
}

LinkProxy::~LinkProxy() = default;

Result<quint16> LinkProxy::open(const QString& link, quint16 target)
{
    return m_impl->open(link, target);
}

void LinkProxy::set(const QString& link, const LinkState& state)
{
    m_impl->set(link, state);
}

quint64 LinkProxy::bytesPassed() const
{
    return m_impl->bytesPassed();
}

} // namespace ceteris::services
