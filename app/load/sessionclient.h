// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace ceteris::load {

// The answer to one request of a session client.
struct SessionAnswer
{
    int status = 0; // 0: there is none, so nobody knows whether the request had an effect
    std::string body;
    std::string problem; // why there is none, as libcurl says it
    std::chrono::milliseconds took {};
};

// A user of ceteris-server for probe trials: blocks until the answer is here, and keeps the session's cookie. Speaks
// JSON, for which the server asks no form token. Each request has a connection of its own, so that none is ever sent
// twice. Not for timed trials. For one thread at a time; clients of one session may be used beside each other.
class SessionClient
{
public:
    // url without a path; patience is for each request.
    SessionClient(std::string url, std::string cookieName, std::chrono::milliseconds patience);
    ~SessionClient();

    SessionAnswer get(std::string_view pathAndQuery);
    SessionAnswer post(std::string_view pathAndQuery, const std::string& json);

    const std::string& cookie() const { return m_cookie; } // the id; empty when there is none
    void setCookie(std::string cookie) { m_cookie = std::move(cookie); }
    SessionClient sameSession() const; // one more client with the cookies of now
    void comeFrom(std::string address) { m_address = std::move(address); } // on loopback

    SessionClient(SessionClient&& other) noexcept;

private:
    struct Curl;

    SessionAnswer perform(std::string_view pathAndQuery);
    void keepCookie(std::string_view header);
    static std::size_t onBody(char* data, std::size_t size, std::size_t count, void* answer);
    static std::size_t onHeader(char* data, std::size_t size, std::size_t count, void* self);

    std::string m_url;
    std::string m_cookieName;
    std::chrono::milliseconds m_patience;
    std::string m_cookie;
    std::map<std::string, std::string, std::less<>> m_others; // cookies, such as a balancer's
    std::string m_address; // empty: as it comes
    std::unique_ptr<Curl> m_curl;
};

} // namespace ceteris::load
