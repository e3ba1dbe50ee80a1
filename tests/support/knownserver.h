// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace ceteris::testsupport {

// How the server treats what it is asked. Shares are drawn from the seed, request by request.
struct Behaviour
{
    std::vector<double> latenciesMs { 0 }; // of each request, drawn from this list …
    bool inOrder = false; // … or one after the other, again and again: after whole rounds its quantiles are exact
    bool oneAtATime = false; // requests queue for it; else each has its latency to itself
    double errorShare = 0; // answered with 500
    int errorEvery = 0; // each n-th request is answered with 500; 0: none
    double dropShare = 0; // the connection is closed instead of an answer
    double silentShare = 0; // never answered
    double forgetShare = 0; // the session is forgotten before a refresh is answered
    double swapShare = 0; // a refresh shows another user
    double freezeAtS = 0; // after the first request …
    double freezeS = 0; // … nothing is answered for so long
    int answersPerConnection = 0; // then it is closed; 0: never
    bool json = false; // logins answer 200 instead of 302
    bool refusesLogins = false;
    bool keepsSessions = false; // a logout takes the cookie back and ends nothing
    std::uint64_t seed = 1;
};

// What it has seen: requests by plan::Operation, in that order.
struct Tally
{
    std::array<std::uint64_t, 8> requests {};
    std::uint64_t errors = 0;
    std::uint64_t drops = 0;
    std::uint64_t silences = 0;
    std::uint64_t forgotten = 0;
    std::uint64_t swaps = 0;
    std::uint64_t badTokens = 0; // posts with a wrong CSRF token, answered with 403
    std::uint64_t connections = 0;
    int sessions = 0; // now
    double latenessP99Ms = 0; // of the server itself: sent − due, over the answers that had a latency
};

// Lists for Behaviour::latenciesMs: the quantiles (i + 1/2) / count of a distribution, shuffled by the seed.
std::vector<double> bimodalMs(int count, double mostMs, double fewMs, double fewShare, std::uint64_t seed);
std::vector<double> exponentialMs(int count, double meanMs, std::uint64_t seed);

// A small HTTP server with known behaviour that speaks the login flow of ceteris-server: login page with a CSRF token,
// login, page with identity and token, write, logout. One thread, any free port of 127.0.0.1.
class KnownServer
{
public:
    explicit KnownServer(Behaviour behaviour = {});
    ~KnownServer(); // at once, even in the middle of a freeze

    QString url() const;
    Tally tally() const;

private:
    class Loop;
    std::unique_ptr<Loop> m_loop;
};

} // namespace ceteris::testsupport
