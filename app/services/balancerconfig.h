// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/stores.h"

#include <QByteArray>
#include <QString>

#include <string_view>
#include <vector>

namespace ceteris::services {

// An instance of the app as a balancer knows it. The number stays its own while others come and go: sticky cookies and
// consistent hashes hang on it.
struct Member
{
    int number = 1;
    quint16 port = 0; // on 127.0.0.1

    bool operator==(const Member&) const = default;
};

// What a balancer's configuration is made from.
struct BalancerSite
{
    plan::BalancerMethod method = plan::BalancerMethod::RoundRobin;
    quint16 port = 0; // where it listens, on 127.0.0.1
    std::vector<Member> members;
    int generation = 1; // said at generationPath: which configuration is at work
    int connections = 10'000; // of clients, at most
    QString user {}; // whom its worker belongs to; empty: who starts it
};

inline constexpr std::string_view generationPath = "/balancer-generation";

// With a cookie hash the balancer gives each client this cookie and hashes it: the session's own is made by one
// instance and would be hashed to another one.
inline constexpr std::string_view clientCookie = "CETERIS_CLIENT";
inline constexpr std::string_view stickyCookie = "CETERIS_INSTANCE"; // it names the instance

// nginx puts its files into the folder that it is started for (-p).
QByteArray nginxConfig(const BalancerSite& site); // no sticky cookie: nginx 1.22 has none
QByteArray haproxyConfig(const BalancerSite& site);

} // namespace ceteris::services
