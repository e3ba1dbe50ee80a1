// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/curlgroup.h"

#include "app/load/poller.h"

#include <sys/epoll.h>

#include <algorithm>

namespace ceteris::load {

CurlGroup::CurlGroup(CurlSettings& settings, int number, int firstTab, int tabs)
    : m_poller(settings.poller)
    , m_number(number)
    , m_firstTab(firstTab)
    , m_multi(curl_multi_init())
{
    for (int i = 0; i < tabs; ++i)
        m_handles.emplace_back(settings, firstTab + i);
    const auto set
        = [multi = m_multi.get()](CURLMoption option, auto value) { curl_multi_setopt(multi, option, value); };
    set(CURLMOPT_SOCKETFUNCTION, &CurlGroup::watchSocket);
    set(CURLMOPT_SOCKETDATA, this);
    set(CURLMOPT_TIMERFUNCTION, &CurlGroup::setTimer);
    set(CURLMOPT_TIMERDATA, this);
    set(CURLMOPT_MAXCONNECTS,
        long(4 * capacity)); // room for every user and visitor, also while a connection is being replaced
    set(CURLMOPT_PIPELINING, long(CURLPIPE_NOTHING));
}

// Connections outlive their easy handles in the multi handle, and closing them calls back: the multi handle goes first.
CurlGroup::~CurlGroup()
{
    m_multi.reset();
}

bool CurlGroup::isValid() const
{
    return m_multi
        && std::all_of(m_handles.begin(), m_handles.end(), [](const auto& handle) { return handle.isValid(); });
}

void CurlGroup::send(int tab, const Request& request)
{
    auto& handle = handleOf(tab);
    handle.prepare(request);
    curl_multi_add_handle(m_multi.get(), handle.easy());
    ++m_added;
    onTimer(); // at once, not in the next round: the request leaves now
}

void CurlGroup::cancel(int tab)
{
    auto& handle = handleOf(tab);
    curl_multi_remove_handle(m_multi.get(), handle.easy());
    --m_added;
    --m_running; // it was, or nobody would cancel it
    handle.finish();
}

void CurlGroup::onSocket(int descriptor, std::uint32_t events)
{
    const int mask = ((events & EPOLLIN) ? CURL_CSELECT_IN : 0) | ((events & EPOLLOUT) ? CURL_CSELECT_OUT : 0)
        | ((events & (EPOLLERR | EPOLLHUP)) ? CURL_CSELECT_ERR : 0);
    curl_multi_socket_action(m_multi.get(), descriptor, mask, &m_running);
}

void CurlGroup::onTimer()
{
    m_timer = TimePoint::max(); // libcurl tells again what is left
    curl_multi_socket_action(m_multi.get(), CURL_SOCKET_TIMEOUT, 0, &m_running);
}

int CurlGroup::watchSocket(CURL*, curl_socket_t descriptor, int what, void* self, void*)
{
    auto& group = *static_cast<CurlGroup*>(self);
    if (what == CURL_POLL_REMOVE)
        group.m_poller.rest(descriptor);
    else
        group.m_poller.watch(descriptor,
            ((what & CURL_POLL_IN) ? EPOLLIN : 0u) | ((what & CURL_POLL_OUT) ? EPOLLOUT : 0u), group.m_number);
    return 0;
}

int CurlGroup::setTimer(CURLM*, long milliseconds, void* self)
{
    auto& group = *static_cast<CurlGroup*>(self);
    group.m_timer = milliseconds < 0 ? TimePoint::max() : Clock::now() + std::chrono::milliseconds(milliseconds);
    return 0;
}

} // namespace ceteris::load
