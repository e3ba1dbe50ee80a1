// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/curlhandle.h"
#include "app/load/timeline.h"

#include <deque>
#include <utility>

namespace ceteris::load {

// A multi handle and the few tabs on it. Few, because in libcurl the cost of a request grows with the handles of its
// multi handle: with thousands in one it falls by an order of magnitude.
class CurlGroup
{
public:
    static constexpr int capacity = 16;

    CurlGroup(CurlSettings& settings, int number, int firstTab, int tabs);
    ~CurlGroup();
    CurlGroup(const CurlGroup&) = delete;
    CurlGroup& operator=(const CurlGroup&) = delete;

    bool isValid() const;

    void send(int tab, const Request& request);
    void cancel(int tab);

    void onSocket(int descriptor, std::uint32_t events); // of epoll
    void onTimer();
    TimePoint timer() const { return m_timer; } // TimePoint::max(): none
    bool hasNewTimer() { return std::exchange(m_toldTimer, m_timer) != m_timer; } // since the last call
    bool hasEnded() const { return m_running < m_added; } // there is something to collect

    // Calls listener(handle, code) for each request that has ended; it must not send or cancel.
    template <class Listener>
    void collect(Listener&& listener);

private:
    CurlHandle& handleOf(int tab) { return m_handles[std::size_t(tab - m_firstTab)]; }
    static int watchSocket(CURL*, curl_socket_t descriptor, int what, void* self, void*);
    static int setTimer(CURLM*, long milliseconds, void* self);

    Poller& m_poller;
    int m_number;
    int m_firstTab;
    CurlPointer<CURLM, curl_multi_cleanup> m_multi;
    std::deque<CurlHandle> m_handles; // they do not move
    TimePoint m_timer = TimePoint::max();
    TimePoint m_toldTimer = TimePoint::max();
    int m_added = 0; // handles in the multi handle
    int m_running = 0; // of these, as libcurl says
};

template <class Listener>
void CurlGroup::collect(Listener&& listener)
{
    int left = 0;
    while (const auto* message = curl_multi_info_read(m_multi.get(), &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        const auto code = message->data.result; // the message dies with the removal
        CURL* easy = message->easy_handle;
        CurlHandle* handle = nullptr;
        curl_easy_getinfo(easy, CURLINFO_PRIVATE, &handle);
        curl_multi_remove_handle(m_multi.get(), easy);
        --m_added;
        listener(*handle, code);
        handle->finish();
    }
}

} // namespace ceteris::load
