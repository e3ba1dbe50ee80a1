// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/monitor/environmentwindow.h"
#include "app/monitor/sample.h"
#include "server/contract/serverconfig.h"

#include <QString>

#include <chrono>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace ceteris::monitor {

// CPU that the experiment's parts have used, for exact differences at the ends of a window. Nanosecond clock.
struct CpuUse
{
    double generatorS = 0;
    double appS = 0;
    double storeS = 0;
};

// What to look at. Roles: the generator is this process; app and store are the arm; the rest of the machine is "other".
struct Watch
{
    std::vector<qint64> appPids; // of the instances
    std::vector<qint64> storePids;
    std::vector<QString> metricsUrls; // one for each app instance
    std::vector<contract::RedisAddress> redis {}; // that hold sessions: those that are masters at the time are read
    std::chrono::steady_clock::time_point zero; // tS counts from here
    std::vector<qint64> observerPids {}; // a window that watches: ours, but no part of the arm
    std::vector<int> cpus {}; // that the experiment runs on; empty: all
    CpuAccounting accounting = CpuAccounting::Unknown;
    std::vector<int> instances {}; // their numbers; empty: 1, 2 …
    std::vector<qint64> balancerPids {}; // of the app's role too …
    std::vector<qint64> usersPids {}; // … as are those of a database of users
    bool sharedSessions = false; // each instance counts those of all
    CpuUse gone {}; // of parts of the arm that have ended
    std::optional<contract::MemcachedAddress> memcached {};
    std::optional<contract::SqlAddress> sql {};
    int keysPerSession = 1; // that Redis has for each
};

// Looks once a second from a thread of its own; the owner fetches. Any thread may call.
class Monitor
{
public:
    explicit Monitor(Watch watch);
    ~Monitor();
    Q_DISABLE_COPY_MOVE(Monitor)

    std::vector<Sample> take(); // all since the last call, oldest first

    // The arm's processes have changed: CPU is told from the second look on.
    void follow(const Watch& watch);

    // How often it looks; at first once a second. Looks fall on whole multiples of it since zero.
    void setPeriod(std::chrono::milliseconds period);

    // What else went on in the machine between two moments (tS). It looks there at most once a second.
    EnvironmentWindow environment(double beginS, double endS) const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

CpuUse cpuUse(const Watch& watch); // so far; parts that are gone count as 0, but for Watch::gone

// Theil–Sen slope: the median of the slopes of all pairs (Sen 1968). nullopt with fewer than 4 distinct x.
// Bytes per session = slope of a store's memory over its number of sessions while users sign in.
std::optional<double> theilSenSlope(const std::vector<double>& x, const std::vector<double>& y);

// Server-side truth at one moment, read once (not sampled).
struct ServerCounters
{
    // requests by route name, all statuses
    std::vector<std::pair<QString, quint64>> requests;
    std::optional<qint64> sessions;

    quint64 of(QStringView route) const;
    void add(const ServerCounters& other); // of another instance
};
std::optional<ServerCounters> readServerCounters(const QString& url);

// Sessions in a Redis store by SCAN for keys that are the prefix and an id; nullopt when it does not answer.
std::optional<qint64> countRedisSessions(const contract::RedisAddress& address, const QByteArray& prefix);

// Sessions in a database, with those that have expired until they are swept; nullopt when it does not answer. Waits up
// to 2 s for SQLite and MariaDB.
std::optional<qint64> countSqlSessions(const contract::SqlAddress& address);

// In the masters among these together; nullopt when none of them says that it is one, or one of those does not answer.
std::optional<qint64> countRedisSessions(
    const std::vector<contract::RedisAddress>& addresses, const QByteArray& prefix);

} // namespace ceteris::monitor
