// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/transport.h"

#include <curl/curl.h>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ceteris::load {

class Poller;

template <class T, auto release>
struct CurlRelease
{
    void operator()(T* pointer) const { release(pointer); }
};
template <class T, auto release>
using CurlPointer = std::unique_ptr<T, CurlRelease<T, release>>;
using CurlList = CurlPointer<curl_slist, curl_slist_free_all>;
using CurlJar = CurlPointer<CURLSH, curl_share_cleanup>;
using CurlUrl = CurlPointer<CURLU, curl_url_cleanup>;

// What all handles of a thread share and never change.
struct CurlSettings
{
    CurlSettings(const Site& site, int users, Poller& threadsPoller);

    Poller& poller;
    CurlList headers;
    CurlList imageHeaders;
    CurlList addresses;
    int networks;
    int users;
    std::vector<CurlJar> jars; // of each user's tabs; none: a user is one tab, with a jar of its own
    std::array<CurlUrl, plan::operationCount> urls; // parsed once, not for each request
};

// An easy handle: the connection of one tab, and its user's cookie jar. libcurl keeps a pointer to it.
class CurlHandle
{
public:
    CurlHandle(const CurlSettings& settings, int tab);
    CurlHandle(const CurlHandle&) = delete;
    CurlHandle& operator=(const CurlHandle&) = delete;

    bool isValid() const { return m_easy != nullptr; }
    CURL* easy() const { return m_easy.get(); }
    int tab() const { return m_tab; }

    void prepare(const Request& request); // sets what differs from the request before
    Answer answer(CURLcode code) const; // views into this handle
    void finish(); // gives the body's memory back

private:
    void setConstantOptions();
    static std::size_t onBody(char* data, std::size_t size, std::size_t count, void* self);
    static int onRequestStart(void* self, char*, char*, int, int);
    static curl_socket_t onOpen(void* self, curlsocktype purpose, curl_sockaddr* address);
    static int onClose(void* poller, curl_socket_t descriptor);

    const CurlSettings& m_settings;
    int m_tab;
    CurlPointer<CURL, curl_easy_cleanup> m_easy;
    std::optional<plan::Operation> m_operation; // that the options are set for
    bool m_wantsBody = false;
    bool m_hasCookies = false; // an option for cookies besides the jar is set
    bool m_started = false; // the request has gone out on some connection
    int m_openError = 0; // errno
    std::uint64_t m_bytes = 0;
    std::string m_body;
};

} // namespace ceteris::load
