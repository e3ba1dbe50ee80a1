// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/monitor/sample.h"

#include <QByteArrayView>
#include <QString>

#include <map>
#include <optional>

namespace ceteris::monitor {

// What the instances of the auth app have counted so far, summed.
struct ServerTotals
{
    struct Spent
    {
        double seconds = 0;
        double times = 0;
    };

    std::map<QString, double> requests; // by route, all statuses
    std::map<QString, Spent> stages; // "login.password_hash", for the routes that are shown by stage
    std::optional<double> sessions;
    std::optional<double> sessionBytes;
    std::optional<double> connections;
    std::optional<double> hashQueue;

    double allRequests() const; // but for those of /metrics and /healthz, which nobody of the load sends
};

// Adds the /metrics text of one instance; false when it is not whole, then the totals are not to be used.
bool addInstance(ServerTotals& totals, QByteArrayView openMetrics);

// Another instance; of sessions that all of them share, each counts all.
void addTotals(ServerTotals& sum, const ServerTotals& other, bool sharedSessions);

void addServerLevels(Sample& sample, const ServerTotals& totals);
void addServerRates(Sample& sample, const ServerTotals& before, const ServerTotals& after, double seconds);

} // namespace ceteris::monitor
