// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/sessionclient.h"
#include "app/run/probes.h"

#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ceteris::run {

// One repetition of a probe: what it asked as one user, what came back, and what that says about a promise.
class ProbeCase
{
public:
    using Clock = std::chrono::steady_clock;

    ProbeCase(std::string url, const ProbeOptions& options, int account, Clock::time_point zero);

    const ProbeOptions& options() const { return m_options; }

    // A session of this user; nullopt when there is no way in.
    std::optional<load::SessionClient> signIn();
    bool signOut(load::SessionClient& session); // whether the server has acknowledged it

    // One request. May be called on several threads, each with a client of its own.
    load::SessionAnswer get(load::SessionClient& session, const std::string& pathAndQuery);

    void kept(load::Invariant invariant);
    void undecided(load::Invariant invariant);
    void broken(load::Invariant invariant, std::string expected, std::string found);

    void revokedAfter(Clock::duration lag); // it has been refused ever since

    // By what a session answers: 200 and 401 decide, everything else does not.
    void mustLive(load::Invariant invariant, const load::SessionAnswer& answer, Clock::time_point lastUse);
    void mustBeRefused(load::Invariant invariant, const load::SessionAnswer& answer);

    const load::OracleReport& report() const { return m_report; }

private:
    void note(const std::string& request, const load::SessionAnswer& answer, Clock::time_point begin);
    double seconds(Clock::time_point time) const;

    const std::string m_url;
    const ProbeOptions& m_options;
    const int m_account;
    const Clock::time_point m_zero;
    load::OracleReport m_report;
    std::mutex m_mutex; // guards the history
    std::vector<std::pair<double, std::string>> m_history; // by the begin of the request
};

} // namespace ceteris::run
