// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/sessionclient.h"

#include "app/load/curlhandle.h"

#include <algorithm>
#include <mutex>

namespace ceteris::load {
namespace {

CURL* newHandle()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    return curl_easy_init();
}

CurlList headersFor(bool isPost)
{
    auto* list = curl_slist_append(nullptr, "Accept: application/json");
    if (isPost)
        list = curl_slist_append(curl_slist_append(list, "Content-Type: application/json"), "Expect:");
    return CurlList(list);
}

bool isSameIgnoringCase(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && curl_strnequal(a.data(), b.data(), a.size());
}

} // namespace

struct SessionClient::Curl
{
    CurlPointer<CURL, curl_easy_cleanup> easy { newHandle() };

    template <class Value>
    void set(CURLoption option, Value value) const
    {
        curl_easy_setopt(easy.get(), option, value);
    }
};

SessionClient::SessionClient(std::string url, std::string cookieName, std::chrono::milliseconds patience)
    : m_url(std::move(url))
    , m_cookieName(std::move(cookieName))
    , m_patience(patience)
    , m_curl(std::make_unique<Curl>())
{
}

SessionClient::~SessionClient() = default;
SessionClient::SessionClient(SessionClient&& other) noexcept = default;

SessionClient SessionClient::sameSession() const
{
    SessionClient other(m_url, m_cookieName, m_patience);
    other.setCookie(m_cookie);
    other.m_others = m_others;
    other.m_address = m_address;
    return other;
}

SessionAnswer SessionClient::get(std::string_view pathAndQuery)
{
    curl_easy_reset(m_curl->easy.get());
    const auto headers = headersFor(false);
    m_curl->set(CURLOPT_HTTPHEADER, headers.get());
    return perform(pathAndQuery);
}

SessionAnswer SessionClient::post(std::string_view pathAndQuery, const std::string& json)
{
    curl_easy_reset(m_curl->easy.get());
    const auto headers = headersFor(true);
    m_curl->set(CURLOPT_HTTPHEADER, headers.get());
    m_curl->set(CURLOPT_POSTFIELDS, json.c_str());
    m_curl->set(CURLOPT_POSTFIELDSIZE, long(json.size()));
    return perform(pathAndQuery);
}

SessionAnswer SessionClient::perform(std::string_view pathAndQuery)
{
    SessionAnswer answer;
    const auto url = m_url + std::string(pathAndQuery);
    auto cookies = m_cookie.empty() ? std::string() : m_cookieName + '=' + m_cookie;
    for (const auto& [name, value] : m_others)
        cookies += (cookies.empty() ? "" : "; ") + name + '=' + value;
    const auto source = "host!" + m_address;
    m_curl->set(CURLOPT_URL, url.c_str());
    m_curl->set(CURLOPT_NOSIGNAL, 1L);
    m_curl->set(CURLOPT_NOPROXY, "*");
    m_curl->set(CURLOPT_FORBID_REUSE, 1L);
    m_curl->set(CURLOPT_TIMEOUT_MS, long(m_patience.count()));
    m_curl->set(CURLOPT_WRITEFUNCTION, &SessionClient::onBody);
    m_curl->set(CURLOPT_WRITEDATA, &answer);
    m_curl->set(CURLOPT_HEADERFUNCTION, &SessionClient::onHeader);
    m_curl->set(CURLOPT_HEADERDATA, this);
    if (!cookies.empty())
        m_curl->set(CURLOPT_COOKIE, cookies.c_str());
    if (!m_address.empty())
        m_curl->set(CURLOPT_INTERFACE, source.c_str());

    const auto begin = std::chrono::steady_clock::now();
    const auto code = curl_easy_perform(m_curl->easy.get());
    answer.took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
    long status = 0;
    curl_easy_getinfo(m_curl->easy.get(), CURLINFO_RESPONSE_CODE, &status);
    if (code == CURLE_OK)
        answer.status = int(status);
    else
        answer.problem = curl_easy_strerror(code);
    return answer;
}

// The value alone: what the cookie is for, and for how long, is the server's business.
void SessionClient::keepCookie(std::string_view header)
{
    const auto colon = header.find(':');
    if (colon == std::string_view::npos || !isSameIgnoringCase(header.substr(0, colon), "set-cookie"))
        return;
    auto pair = header.substr(colon + 1);
    pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
    pair = pair.substr(0, pair.find_first_of(";\r\n"));
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos)
        return;
    if (pair.substr(0, equals) == m_cookieName)
        m_cookie = pair.substr(equals + 1);
    else
        m_others[std::string(pair.substr(0, equals))] = pair.substr(equals + 1);
}

std::size_t SessionClient::onBody(char* data, std::size_t size, std::size_t count, void* answer)
{
    static_cast<SessionAnswer*>(answer)->body.append(data, size * count);
    return size * count;
}

std::size_t SessionClient::onHeader(char* data, std::size_t size, std::size_t count, void* self)
{
    static_cast<SessionClient*>(self)->keepCookie({ data, size * count });
    return size * count;
}

} // namespace ceteris::load
