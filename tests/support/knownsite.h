// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/knownserver.h"

#include <map>
#include <random>
#include <string>
#include <string_view>

namespace ceteris::testsupport {

struct Reply
{
    enum Kind { Answer, Drop, Silence };
    Kind kind = Answer;
    double latencyMs = 0;
    std::string text;
};

// The pages and sessions behind KnownServer: text in, text out.
class KnownSite
{
public:
    explicit KnownSite(Behaviour behaviour);

    Reply replyTo(const std::string& request); // a complete one
    void countConnection() { ++m_tally.connections; }
    Tally tally() const;

private:
    struct Session
    {
        std::string user;
        std::string token;
        int visits = 0;
    };
    using Sessions = std::map<std::string, Session>;

    bool happens(double share);
    std::string loginPage();
    std::string login(const std::string& request);
    std::string home(const std::string& request);
    std::string work(const std::string& request);
    std::string logout(const std::string& request);
    Sessions::iterator sessionOf(const std::string& request);

    const Behaviour m_behaviour;
    std::mt19937_64 m_random;
    Sessions m_sessions;
    std::uint64_t m_issued = 0;
    std::size_t m_replies = 0;
    Tally m_tally;
};

} // namespace ceteris::testsupport
