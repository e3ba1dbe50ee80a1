// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/poller.h"

#include <array>

#include <sys/epoll.h>
#include <unistd.h>

namespace ceteris::http {

namespace {
constexpr int eventsPerRound = 256; // then timers and other sockets of the thread have their turn
}

Poller::Poller()
    : m_epoll(epoll_create1(EPOLL_CLOEXEC))
    , m_notifier(m_epoll, QSocketNotifier::Read)
{
    QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] { dispatch(); });
}

Poller::~Poller()
{
    m_notifier.setEnabled(false);
    ::close(m_epoll);
}

void Poller::add(int descriptor, std::uint32_t events, Client* client)
{
    epoll_event event { events, { .ptr = client } };
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event);
}

void Poller::change(int descriptor, std::uint32_t events, Client* client)
{
    epoll_event event { events, { .ptr = client } };
    epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &event);
}

void Poller::remove(int descriptor)
{
    epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
}

bool Poller::atRoundEnd(Client* client)
{
    if (m_inRound)
        m_ending.push_back(client);
    return m_inRound;
}

void Poller::dispatch()
{
    m_inRound = true;
    std::array<epoll_event, eventsPerRound> events;
    const int count = epoll_wait(m_epoll, events.data(), eventsPerRound, 0);
    for (int i = 0; i < count; ++i)
        static_cast<Client*>(events[std::size_t(i)].data.ptr)->ready(events[std::size_t(i)].events);
    for (std::size_t i = 0; i < m_ending.size(); ++i) // grows when an answer lets the next request begin
        m_ending[i]->roundEnded();
    m_ending.clear();
    m_inRound = false;
}

} // namespace ceteris::http
