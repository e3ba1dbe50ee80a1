// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/probecase.h"

#include "server/contract/names.h"

#include <algorithm>
#include <cstdio>

namespace ceteris::run {
namespace {

constexpr auto clockGrain = std::chrono::milliseconds(10); // what the clocks of client, server and store may differ
constexpr std::size_t shownBody = 120;

std::string pathOf(std::string_view path)
{
    return std::string(path);
}

std::string shown(const load::SessionAnswer& answer)
{
    if (answer.status == 0)
        return "no answer (" + answer.problem + ")";
    return std::to_string(answer.status) + ' ' + answer.body.substr(0, shownBody);
}

} // namespace

ProbeCase::ProbeCase(std::string url, const ProbeOptions& options, int account, Clock::time_point zero)
    : m_url(std::move(url))
    , m_options(options)
    , m_account(account)
    , m_zero(zero)
{
}

std::optional<load::SessionClient> ProbeCase::signIn()
{
    load::SessionClient session(m_url, m_options.cookieName, m_options.patience);
    const auto number = std::to_string(m_account);
    const auto begin = Clock::now();
    const auto answer
        = session.post(contract::path::login, R"({"username":"user)" + number + R"(","password":")" + number + R"("})");
    note("POST " + pathOf(contract::path::login), answer, begin);
    if (answer.status != 200 || session.cookie().empty())
        return std::nullopt;
    return session;
}

bool ProbeCase::signOut(load::SessionClient& session)
{
    const auto begin = Clock::now();
    const auto cookie = session.cookie();
    const auto answer = session.post(contract::path::logout, "{}");
    session.setCookie(cookie); // the probe goes on with what the browser would have forgotten
    note("POST " + pathOf(contract::path::logout), answer, begin);
    return answer.status == 204;
}

load::SessionAnswer ProbeCase::get(load::SessionClient& session, const std::string& pathAndQuery)
{
    const auto begin = Clock::now();
    auto answer = session.get(pathAndQuery);
    note("GET " + pathAndQuery, answer, begin);
    return answer;
}

void ProbeCase::kept(load::Invariant invariant)
{
    ++m_report.of(invariant).checks;
}

void ProbeCase::undecided(load::Invariant invariant)
{
    ++m_report.of(invariant).indeterminate;
}

void ProbeCase::broken(load::Invariant invariant, std::string expected, std::string found)
{
    ++m_report.of(invariant).checks;
    ++m_report.of(invariant).violations;
    load::Violation violation { invariant, m_account, seconds(Clock::now()), std::move(expected), std::move(found),
        {} };
    std::ranges::sort(m_history);
    for (const auto& [begin, line] : m_history)
        violation.history.push_back(line);
    m_report.first.push_back(std::move(violation));
}

void ProbeCase::revokedAfter(Clock::duration lag)
{
    m_report.revocationLagS = std::chrono::duration<double>(lag).count();
}

void ProbeCase::mustLive(load::Invariant invariant, const load::SessionAnswer& answer, Clock::time_point lastUse)
{
    const bool inTime = Clock::now() - lastUse < m_options.idleTimeout - clockGrain;
    if (answer.status == 200)
        kept(invariant);
    else if (answer.status == 401 && inTime)
        broken(invariant, "200: signed in, not signed out, not expired", shown(answer));
    else
        undecided(invariant);
}

void ProbeCase::mustBeRefused(load::Invariant invariant, const load::SessionAnswer& answer)
{
    if (answer.status == 401)
        kept(invariant);
    else if (answer.status == 200)
        broken(invariant, "401: this session has ended", shown(answer));
    else
        undecided(invariant);
}

void ProbeCase::note(const std::string& request, const load::SessionAnswer& answer, Clock::time_point begin)
{
    std::array<char, 48> times {};
    std::snprintf(times.data(), times.size(), "%.3f-%.3f s ", seconds(begin), seconds(Clock::now()));
    const std::scoped_lock lock(m_mutex);
    m_history.emplace_back(seconds(begin), times.data() + request + ": " + shown(answer));
}

double ProbeCase::seconds(Clock::time_point time) const
{
    return std::chrono::duration<double>(time - m_zero).count();
}

} // namespace ceteris::run
