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

// What to look at. Roles: the generator is this process; app and store are the arm; the rest of the machine is "other".
struct Watch
{
    std::vector<qint64> appPids;
    std::vector<qint64> storePids;
    std::vector<QString> metricsUrls; // one for each app instance
    std::vector<contract::RedisAddress> redis {}; // that hold sessions: those that are masters at the time are read
    std::chrono::steady_clock::time_point zero; // tS counts from here
    std::vector<qint64> observerPids {}; // a window that watches: ours, but no part of the arm
    std::vector<int> cpus {}; // that the experiment runs on; empty: all
    CpuAccounting accounting = CpuAccounting::Unknown;
};

// Looks once a second from a thread of its own; the owner fetches. Any thread may call.
class Monitor
{
public:
    explicit Monitor(Watch watch);
    ~Monitor();
    Q_DISABLE_COPY_MOVE(Monitor)

    std::vector<Sample> take(); // all since the last call, oldest first

    // How often it looks; at first once a second. Looks fall on whole multiples of it since zero.
    void setPeriod(std::chrono::milliseconds period);

    // What else went on in the machine between two moments (tS). It looks there at most once a second.
    EnvironmentWindow environment(double beginS, double endS) const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

// CPU the experiment's parts have used so far, for exact differences at the ends of a window. Nanosecond clock.
struct CpuUse
{
    double generatorS = 0;
    double appS = 0;
    double storeS = 0;
};
CpuUse cpuUse(const Watch& watch); // parts that are gone count what was last readable as 0

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
};
std::optional<ServerCounters> readServerCounters(const QString& url);

// Sessions in a Redis store by SCAN for keys that are the prefix and an id; nullopt when it does not answer.
std::optional<qint64> countRedisSessions(const contract::RedisAddress& address, const QByteArray& prefix);

// In the masters among these together; nullopt when none of them says that it is one, or one of those does not answer.
std::optional<qint64> countRedisSessions(
    const std::vector<contract::RedisAddress>& addresses, const QByteArray& prefix);
nullopt when none of them says that it is one,
    or one of those does not answer.std::optional<qint64> countRedisSessions(
        const std::vector<contract::RedisAddress>&addresses, const QString&nameSpace);

} // namespace ceteris::monitor
