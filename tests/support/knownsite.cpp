// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/knownsite.h"

#include <algorithm>
#include <cmath>

namespace ceteris::testsupport {
namespace {

const std::string formToken = "form-token";
const std::string toLogin = "Location: /auth/login\r\n";

std::string http(const std::string& status, const std::string& headers, const std::string& body)
{
    return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n"
        + body;
}

// What follows the key, up to the first of the ends; empty if the key is not there.
std::string after(const std::string& text, const std::string& key, const char* ends)
{
    const auto begin = text.find(key);
    if (begin == std::string::npos)
        return {};
    const auto rest = text.substr(begin + key.size());
    return rest.substr(0, rest.find_first_of(ends));
}

std::string field(const std::string& request, const std::string& name)
{
    const auto body = '&' + request.substr(request.find("\r\n\r\n") + 4);
    return after(body, '&' + name + '=', "&");
}

std::string form(const std::string& token)
{
    return "<form method=\"post\"><input type=\"hidden\" name=\"_csrf\" value=\"" + token + "\"></form>";
}

} // namespace

std::vector<double> bimodalMs(int count, double mostMs, double fewMs, double fewShare, std::uint64_t seed)
{
    std::vector<double> list(std::size_t(count), mostMs);
    std::fill_n(list.begin(), std::lround(fewShare * count), fewMs);
    std::shuffle(list.begin(), list.end(), std::mt19937_64(seed));
    return list;
}

std::vector<double> exponentialMs(int count, double meanMs, std::uint64_t seed)
{
    std::vector<double> list;
    for (int i = 0; i < count; ++i)
        list.push_back(-meanMs * std::log1p(-(i + 0.5) / count));
    std::shuffle(list.begin(), list.end(), std::mt19937_64(seed));
    return list;
}

KnownSite::KnownSite(Behaviour behaviour)
    : m_behaviour(std::move(behaviour))
    , m_random(m_behaviour.seed)
{
}

Tally KnownSite::tally() const
{
    auto tally = m_tally;
    tally.sessions = int(m_sessions.size());
    return tally;
}

bool KnownSite::happens(double share)
{
    return share > 0 && std::uniform_real_distribution<>()(m_random) < share;
}

Reply KnownSite::replyTo(const std::string& request)
{
    using Route = std::string (KnownSite::*)(const std::string&);
    const auto path = request.substr(0, request.find(' ', request.find(' ') + 1));
    const auto [operation, route] = path == "GET /auth/login" ? std::pair<std::size_t, Route> { 0, nullptr }
        : path == "POST /auth/login"                          ? std::pair<std::size_t, Route> { 1, &KnownSite::login }
        : path == "POST /work"                                ? std::pair<std::size_t, Route> { 3, &KnownSite::work }
        : path == "POST /auth/logout"                         ? std::pair<std::size_t, Route> { 4, &KnownSite::logout }
                                                              : std::pair<std::size_t, Route> { 2, &KnownSite::home };
    ++m_tally.requests[operation];
    const auto& latencies = m_behaviour.latenciesMs;
    const auto number = m_behaviour.inOrder
        ? m_replies % latencies.size()
        : std::uniform_int_distribution<std::size_t>(0, latencies.size() - 1)(m_random);
    ++m_replies;
    Reply reply { Reply::Answer, latencies[number], {} };
    if (happens(m_behaviour.dropShare)) {
        ++m_tally.drops;
        reply.kind = Reply::Drop;
    } else if (happens(m_behaviour.silentShare)) {
        ++m_tally.silences;
        reply.kind = Reply::Silence;
    } else if (happens(m_behaviour.errorShare)
        || (m_behaviour.errorEvery > 0 && m_replies % std::size_t(m_behaviour.errorEvery) == 0)) {
        ++m_tally.errors;
        reply.text = http("500 Internal Server Error", {}, "sorry");
    } else {
        reply.text = route ? (this->*route)(request) : loginPage();
    }
    return reply;
}

std::string KnownSite::loginPage()
{
    return http("200 OK", "Set-Cookie: VISIT=1; Path=/\r\n", form(formToken));
}

std::string KnownSite::login(const std::string& request)
{
    const auto user = field(request, "username");
    if (field(request, "_csrf") != formToken) {
        ++m_tally.badTokens;
        return http("403 Forbidden", {}, {});
    }
    if (m_behaviour.refusesLogins || user != "user" + field(request, "password"))
        return http("302 Found", "Location: /auth/login?error\r\n", {});
    const auto id = std::to_string(++m_issued) + '-' + std::to_string(m_random());
    m_sessions[id] = { user, "token-of-" + user, 0 };
    const auto cookie = "Set-Cookie: SESSION=" + id + "; Path=/; HttpOnly\r\n";
    return m_behaviour.json ? http("200 OK", cookie, "{}") : http("302 Found", cookie + "Location: /\r\n", {});
}

KnownSite::Sessions::iterator KnownSite::sessionOf(const std::string& request)
{
    return m_sessions.find(after(after(request, "\r\nCookie: ", "\r"), "SESSION=", ";"));
}

std::string KnownSite::home(const std::string& request)
{
    if (request.starts_with("GET /plain "))
        return http("200 OK", {}, "ok");
    const auto found = sessionOf(request);
    if (found != m_sessions.end() && happens(m_behaviour.forgetShare)) {
        ++m_tally.forgotten;
        m_sessions.erase(found);
        return http("302 Found", toLogin, {});
    }
    if (found == m_sessions.end())
        return http("302 Found", toLogin, {});
    auto shown = found;
    if (m_sessions.size() > 1 && happens(m_behaviour.swapShare)) {
        ++m_tally.swaps;
        shown = std::next(found) == m_sessions.end() ? m_sessions.begin() : std::next(found);
    }
    const auto& [user, token, visits] = shown->second;
    ++found->second.visits;
    return http("200 OK", {},
        "<h1 data-user=\"" + user + "\">" + user + "</h1>" + std::to_string(visits) + form(found->second.token));
}

std::string KnownSite::work(const std::string& request)
{
    const auto found = sessionOf(request);
    if (found == m_sessions.end())
        return http("302 Found", toLogin, {});
    if (field(request, "_csrf") != found->second.token || field(request, "token").empty()) {
        ++m_tally.badTokens;
        return http("403 Forbidden", {}, {});
    }
    return http("200 OK", {}, "{}");
}

std::string KnownSite::logout(const std::string& request)
{
    const auto found = sessionOf(request);
    if (found != m_sessions.end()) {
        if (field(request, "_csrf") != found->second.token) {
            ++m_tally.badTokens;
            return http("403 Forbidden", {}, {});
        }
        if (!m_behaviour.keepsSessions)
            m_sessions.erase(found);
    }
    return http("302 Found", "Set-Cookie: SESSION=; Path=/; Max-Age=0\r\n" + toLogin, {});
}

} // namespace ceteris::testsupport
