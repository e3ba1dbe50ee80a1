// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/witness.h"

#include <QString>

#include <algorithm>
#include <string>
#include <vector>

namespace ceteris::loadtest {

using namespace load;
using plan::Operation;

// Plays the site to one witness: what the session holds, and what goes wrong with it.
class Play
{
public:
    explicit Play(OracleSpec spec = { true, true, QStringLiteral("run"), 3, 1, 99, 60 })
        : scope { spec, runNumber(spec.run.toStdString()) }
        , witness(scope, book, { 7, "user7", "data-user=\"user7\"" })
    {
    }

    void login(std::string cookies = "S=1")
    {
        sight(Operation::LoginPage, 200, {}, {}, "V=0");
        last = witness.tokenFor(Operation::Login);
        visits = count = 0;
        sight(Operation::Login, 302, {}, {}, cookies);
    }
    void refresh() { page(user, ++visits, count, last); }
    void write()
    {
        last = witness.tokenFor(Operation::Write);
        ++count;
        sight(Operation::Write, 302);
    }
    // Asks for a write and says nothing about what the site did with it.
    std::string writeFails(Failure failure, int status = 0)
    {
        const std::string token(witness.tokenFor(Operation::Write));
        sight(Operation::Write, status, failure);
        return token;
    }
    void refreshFails(Failure failure, int status = 0) { sight(Operation::Refresh, status, failure); }
    void logout() { sight(Operation::Logout, 302); }

    void page(const std::string& whose, std::uint64_t v, std::uint64_t c, const std::string& token)
    {
        const auto body = pageOf(whose, v, c, token);
        const bool isOwn = body.find("data-user=\"user7\"") != std::string::npos;
        sight(Operation::Refresh, 200, isOwn ? std::nullopt : std::optional(Failure::Assertion), body);
    }
    // Each probe until the last; the answers come at once.
    void probes(int status, const std::string& body = {}, std::optional<Failure> failure = {})
    {
        while (const auto at = witness.takeProbe()) {
            now = std::max(now, *at);
            probeTimes.push_back(toSeconds(now.time_since_epoch()));
            Sight seen { Operation::Refresh, true, now, now + fromSeconds(0.001), failure, status, body, {} };
            witness.saw(seen);
        }
    }
    void sight(Operation operation, int status, std::optional<Failure> failure = {}, std::string_view body = {},
        std::string_view cookies = {})
    {
        witness.saw({ operation, false, now, now + fromSeconds(0.01), failure, status, body, cookies });
        now += fromSeconds(0.02);
    }
    void pause(double seconds) { now += fromSeconds(seconds); }

    static std::string pageOf(const std::string& whose, std::uint64_t v, std::uint64_t c, const std::string& token)
    {
        return "<p><h1 data-user=\"" + whose + "\" data-visits=\"" + std::to_string(v) + "\" data-count=\""
            + std::to_string(c) + "\" data-last=\"" + token + "\">";
    }
    std::string token(Nonce nonce) const
    {
        nonce.run = nonce.run == 0 ? scope.run : nonce.run;
        return textOf(nonce, scope.spec.key);
    }
    OracleReport report() const { return OracleBook::conclude({ &book }); }

    WitnessScope scope;
    OracleBook book;
    Witness witness;
    TimePoint now {};
    std::string user = "user7";
    std::string last;
    std::uint64_t visits = 0;
    std::uint64_t count = 0;
    std::vector<double> probeTimes;
};

using Broken = std::vector<Invariant>;

inline Broken brokenOf(const OracleReport& report)
{
    Broken broken;
    for (std::size_t i = 0; i < invariantCount; ++i) {
        if (report.counts[i].violations > 0)
            broken.push_back(Invariant(i));
    }
    return broken;
}

inline QString text(const OracleReport& report)
{
    QString text;
    for (const auto& one : report.first)
        text += QString::fromStdString(std::string(invariantNames[std::size_t(one.invariant)]) + ": expected "
            + one.expected + ", found " + one.found + '\n');
    return text;
}

} // namespace ceteris::loadtest
