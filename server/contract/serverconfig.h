// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/contract/failure.h"
#include "server/contract/storeconfig.h"

#include <QJsonObject>
#include <QString>

namespace ceteris::contract {

// The user accounts user1/1 … userN/N.
struct AccountsConfig
{
    QString cacheDirectory; // where made databases are kept; empty: the user's cache folder
    int count = 10'000;
    QString scheme = QStringLiteral("bcrypt");
    int cost = 10; // bcrypt: log2 of the rounds, 4 … 16
    SqlAddress database {}; // sqlite: a private copy of the cached file, wherever that is

    bool operator==(const AccountsConfig&) const = default;
};

// Caps of the HTTP layer; what is over them is refused, never read.
struct LimitsConfig
{
    int headerBytes = 16 * 1024; // request line and headers; more: 431
    int bodyBytes = 4 * 1024 * 1024; // more: 413
    int imageBytes = 1024 * 1024; // POST /image; more: 413
    int connections = 10'000; // per process; more: closed at once
    int headerMs = 10'000; // from the first byte to the end of the request; longer: 408
    int idleMs = 60'000; // between requests; longer: closed
    int drainMs = 10'000; // at the end: for requests in flight; longer: 503

    bool operator==(const LimitsConfig&) const = default;
};

// The other role of ceteris-server: it keeps the sessions of others (kind session-server) and signs nobody in.
struct SessionServiceConfig
{
    bool offered = false;
    QString key; // Authorization: Bearer <key>; empty: anybody may ask
    bool legacy = false; // GET /api/v1/session?JSESSIONID= too: ids in addresses, a known weakness; loopback only

    bool operator==(const SessionServiceConfig&) const = default;
};

// All that ceteris-server is told, as one JSON object on stdin. Times are in the unit of the name.
struct ServerConfig
{
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 0; // 0: any free port, told in the ready line
    int instance = 0; // which of the arm's instances this is, counted from 0
    int threads = 1; // listener threads on that port
    int hashThreads = 0; // password pool; 0: one for each core the process may use
    int hashQueue = 10'000; // logins that may wait for the pool; more: 503
    bool csrf = true;
    QString cookieName = QStringLiteral("SESSION");
    bool secureCookie = false; // set behind TLS
    QString cookieSecret; // signs the cookie as express-session does; empty: the cookie is the bare id
    int idleTimeoutS = 1800;
    int absoluteTimeoutS = 43'200;
    bool prepareOnly = false; // make the account database, say so and stop
    bool probes = false; // ?hold_ms= and ?key= of the probe trials are heard; never in a timed trial
    SessionServiceConfig sessionService {};
    StoreConfig store;
    AccountsConfig accounts;
    LimitsConfig limits;

    bool operator==(const ServerConfig&) const = default;
};

QJsonObject toJson(const ServerConfig& config);

// Absent keys keep their defaults; an unknown key, a wrong type or an impossible value is a Failure that names the key,
// what was found and what is allowed.
Result<ServerConfig> serverConfigFromJson(const QJsonObject& json);

} // namespace ceteris::contract
