// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/knownserver.h"

#include "tests/support/knownsite.h"

#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>

namespace ceteris::testsupport {
namespace {

using Clock = std::chrono::steady_clock;

Clock::duration seconds(double value)
{
    return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(value));
}

// Takes one complete request off the front; nullopt if it is not all there.
std::optional<std::string> takeRequest(std::string& input)
{
    const auto headEnd = input.find("\r\n\r\n");
    if (headEnd == std::string::npos)
        return std::nullopt;
    const auto length = input.find("Content-Length: ");
    const auto body = length < headEnd ? std::stoul(input.substr(length + 16, 20)) : 0;
    if (input.size() < headEnd + 4 + body)
        return std::nullopt;
    auto request = input.substr(0, headEnd + 4 + body);
    input.erase(0, request.size());
    return request;
}

} // namespace

class KnownServer::Loop
{
public:
    explicit Loop(Behaviour behaviour);
    ~Loop();

    std::uint16_t port() const { return m_port; }
    Tally tally() const;

private:
    struct Connection
    {
        std::uint64_t serial = 0; // descriptors are used again
        std::string input;
        int answers = 0;
    };
    struct Due
    {
        int descriptor;
        std::uint64_t serial;
        Reply reply;
    };

    void run();
    void add(int descriptor);
    void accept();
    void receive(int descriptor);
    void answer(const Due& due);
    void drop(int descriptor);
    Clock::time_point dueTime(double latencyMs);
    int wait(epoll_event* events, int count) const;

    const Behaviour m_behaviour;
    KnownSite m_site;
    int m_listener;
    int m_stop;
    int m_epoll;
    std::uint16_t m_port = 0;
    std::uint64_t m_serial = 0;
    std::unordered_map<int, Connection> m_connections;
    std::multimap<Clock::time_point, Due> m_due;
    std::vector<double> m_latenessMs;
    Clock::time_point m_busyUntil;
    std::optional<Clock::time_point> m_firstRequest;
    mutable std::mutex m_mutex; // guards m_site's tally
    std::jthread m_thread;
};

KnownServer::Loop::Loop(Behaviour behaviour)
    : m_behaviour(behaviour)
    , m_site(std::move(behaviour))
    , m_listener(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0))
    , m_stop(eventfd(0, EFD_CLOEXEC))
    , m_epoll(epoll_create1(EPOLL_CLOEXEC))
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    bind(m_listener, reinterpret_cast<sockaddr*>(&address), length);
    listen(m_listener, 4096);
    getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &length);
    m_port = ntohs(address.sin_port);
    add(m_listener);
    add(m_stop);
    m_thread = std::jthread([this] { run(); });
}

KnownServer::Loop::~Loop()
{
    const std::uint64_t once = 1;
    [[maybe_unused]] const auto written = write(m_stop, &once, sizeof once);
    m_thread.join();
    for (const auto& [descriptor, connection] : m_connections)
        close(descriptor);
    close(m_listener);
    close(m_stop);
    close(m_epoll);
}

Tally KnownServer::Loop::tally() const
{
    const std::scoped_lock lock(m_mutex);
    auto tally = m_site.tally();
    if (auto lateness = m_latenessMs; !lateness.empty()) {
        const auto p99 = lateness.begin() + std::ptrdiff_t(lateness.size() * 99 / 100);
        std::nth_element(lateness.begin(), p99, lateness.end());
        tally.latenessP99Ms = *p99;
    }
    return tally;
}

void KnownServer::Loop::run()
{
    prctl(PR_SET_TIMERSLACK, 1UL); // answer when due
    std::array<epoll_event, 64> events;
    while (true) {
        const int count = wait(events.data(), int(events.size()));
        const std::scoped_lock lock(m_mutex);
        for (int i = 0; i < count; ++i) {
            const int descriptor = events[std::size_t(i)].data.fd;
            if (descriptor == m_stop)
                return;
            if (descriptor == m_listener)
                accept();
            else
                receive(descriptor);
        }
        for (auto now = Clock::now(); !m_due.empty() && m_due.begin()->first <= now; now = Clock::now()) {
            const auto due = m_due.extract(m_due.begin());
            if (due.mapped().reply.latencyMs > 0)
                m_latenessMs.push_back(std::chrono::duration<double, std::milli>(now - due.key()).count());
            answer(due.mapped());
        }
    }
}

void KnownServer::Loop::add(int descriptor)
{
    epoll_event event {};
    event.events = EPOLLIN;
    event.data.fd = descriptor;
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event);
}

int KnownServer::Loop::wait(epoll_event* events, int count) const
{
    if (m_due.empty())
        return epoll_wait(m_epoll, events, count, -1);
    const auto left = std::max(m_due.begin()->first - Clock::now(), Clock::duration::zero());
    const auto wholeSeconds = std::chrono::floor<std::chrono::seconds>(left);
    const timespec timeout { wholeSeconds.count(), (left - wholeSeconds).count() };
    return epoll_pwait2(m_epoll, events, count, &timeout, nullptr);
}

void KnownServer::Loop::accept()
{
    while (true) {
        const int descriptor = accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (descriptor < 0)
            return;
        m_connections[descriptor] = { ++m_serial, {}, 0 };
        m_site.countConnection();
        add(descriptor);
    }
}

void KnownServer::Loop::receive(int descriptor)
{
    const auto found = m_connections.find(descriptor);
    if (found == m_connections.end())
        return;
    std::array<char, 16384> buffer;
    const auto bytes = recv(descriptor, buffer.data(), buffer.size(), 0);
    if (bytes == 0 || (bytes < 0 && errno != EAGAIN))
        return drop(descriptor);
    if (bytes > 0)
        found->second.input.append(buffer.data(), std::size_t(bytes));
    while (const auto request = takeRequest(found->second.input)) {
        m_firstRequest = m_firstRequest.value_or(Clock::now());
        auto reply = m_site.replyTo(*request);
        if (reply.kind != Reply::Silence)
            m_due.emplace(dueTime(reply.latencyMs), Due { descriptor, found->second.serial, std::move(reply) });
    }
}

Clock::time_point KnownServer::Loop::dueTime(double latencyMs)
{
    const auto begin = m_behaviour.oneAtATime ? std::max(Clock::now(), m_busyUntil) : Clock::now();
    const auto due = begin + seconds(latencyMs / 1000);
    m_busyUntil = due;
    const auto freeze = *m_firstRequest + seconds(m_behaviour.freezeAtS);
    const auto thaw = freeze + seconds(m_behaviour.freezeS);
    return due >= freeze && due < thaw ? thaw : due;
}

void KnownServer::Loop::answer(const Due& due)
{
    const auto found = m_connections.find(due.descriptor);
    if (found == m_connections.end() || found->second.serial != due.serial)
        return;
    if (due.reply.kind == Reply::Drop)
        return drop(due.descriptor);
    auto text = due.reply.text;
    const bool isLast = ++found->second.answers == m_behaviour.answersPerConnection;
    if (isLast) // announced, or the next request could meet the closing on its way
        text.insert(text.find("\r\n") + 2, "Connection: close\r\n");
    send(due.descriptor, text.data(), text.size(), MSG_NOSIGNAL);
    if (isLast)
        drop(due.descriptor);
}

void KnownServer::Loop::drop(int descriptor)
{
    m_connections.erase(descriptor);
    close(descriptor);
}

KnownServer::KnownServer(Behaviour behaviour)
    : m_loop(std::make_unique<Loop>(std::move(behaviour)))
{
}

KnownServer::~KnownServer() = default;

QString KnownServer::url() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(m_loop->port());
}

Tally KnownServer::tally() const
{
    return m_loop->tally();
}

} // namespace ceteris::testsupport
