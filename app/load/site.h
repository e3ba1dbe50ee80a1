// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/load/loadspec.h"

#include <array>
#include <string>

namespace ceteris::load {

// The target as the hot path wants it: complete URLs and UTF-8 names, made once and shared by all threads.
struct Site
{
    std::array<std::string, plan::operationCount> urls;
    std::string address; // "host:port:address,…" for libcurl; empty when the host is an address already
    std::string loginPath; // a redirect to one of these two means: not signed in
    std::string loginPagePath;
    std::string userField;
    std::string passwordField;
    std::string csrfField;
    std::string user; // with {n}
    std::string password; // with {n}, {user}
    std::string identity; // with {n}, {user}
    std::string image; // that each user uploads after the login; empty: none
    std::string note; // that goes with each write; empty: none
    int networks = 1; // that users come from
    TokenSpec tokens;

    bool needsToken = false; // writes or logouts will come: refreshed pages are searched for the token
};

// Resolves the host's name, sends nothing to it.
Result<Site> siteOf(const LoadSpec& spec);

// The loopback address of the users of a network, counted from 0: 127.a.b.1 with a.b of its own, since balancers that
// go by the address leave out the last number.
std::string addressIn(int network);

// Replaces {n} and {user}.
std::string expanded(std::string pattern, int account, const std::string& user);

} // namespace ceteris::load
