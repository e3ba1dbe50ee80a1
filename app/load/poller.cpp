// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/poller.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace ceteris::load {
namespace {

// Small, so that what the last event of a batch waits for the others stays small.
constexpr int batch = 16;

void control(int epoll, int operation, int descriptor, std::uint32_t events)
{
    epoll_event event {};
    event.events = events;
    event.data.fd = descriptor;
    epoll_ctl(epoll, operation, descriptor, &event);
}

int waitFor(int epoll, epoll_event* events, Duration duration)
{
    constexpr Duration longest = std::chrono::hours(1);
    const auto length = std::clamp(duration, Duration::zero(), longest);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(length);
    const timespec timeout { seconds.count(), (length - seconds).count() };
    const int count = epoll_pwait2(epoll, events, batch, &timeout, nullptr);
    if (count >= 0 || errno == EINTR)
        return std::max(count, 0);
    // Before Linux 5.11, or where a sandbox does not know the call.
    const auto milliseconds = std::chrono::ceil<std::chrono::milliseconds>(length).count();
    return std::max(epoll_wait(epoll, events, batch, int(milliseconds)), 0);
}

} // namespace

Poller::Poller()
    : m_epoll(epoll_create1(EPOLL_CLOEXEC))
    , m_wakeUp(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    control(m_epoll, EPOLL_CTL_ADD, m_wakeUp, EPOLLIN);
}

Poller::~Poller()
{
    close(m_wakeUp);
    close(m_epoll);
}

void Poller::watch(int descriptor, std::uint32_t events, int owner)
{
    if (std::size_t(descriptor) >= m_entries.size())
        m_entries.resize(std::size_t(descriptor) + 1);
    auto& entry = m_entries[std::size_t(descriptor)];
    if (entry.registered != events)
        control(m_epoll, entry.registered ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, descriptor, events);
    entry = { events, owner, false };
}

void Poller::rest(int descriptor)
{
    if (std::size_t(descriptor) < m_entries.size())
        m_entries[std::size_t(descriptor)].resting = true;
}

void Poller::forget(int descriptor)
{
    if (std::size_t(descriptor) < m_entries.size())
        m_entries[std::size_t(descriptor)] = {}; // closing takes it out of the kernel's set
}

const std::vector<Poller::Event>& Poller::wait(TimePoint until)
{
    std::array<epoll_event, batch> ready;
    const int count = waitFor(m_epoll, ready.data(), until - Clock::now());
    m_events.clear();
    for (int i = 0; i < count; ++i) {
        const auto& event = ready[std::size_t(i)];
        const int descriptor = event.data.fd;
        if (descriptor == m_wakeUp) {
            std::uint64_t times = 0;
            [[maybe_unused]] const auto bytes = read(m_wakeUp, &times, sizeof times);
            continue;
        }
        auto& entry = m_entries[std::size_t(descriptor)];
        if (entry.resting) { // the other side has closed; libcurl will see it before it uses the connection again
            control(m_epoll, EPOLL_CTL_DEL, descriptor, 0);
            entry.registered = 0;
            continue;
        }
        m_events.push_back({ descriptor, entry.owner, event.events });
    }
    return m_events;
}

void Poller::wake()
{
    const std::uint64_t once = 1;
    [[maybe_unused]] const auto bytes = write(m_wakeUp, &once, sizeof once);
}

} // namespace ceteris::load
