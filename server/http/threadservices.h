// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/contract/serverconfig.h"
#include "server/http/poller.h"
#include "server/http/responsewriter.h"
#include "server/metrics/servermetrics.h"

#include <array>
#include <atomic>
#include <memory>
#include <unordered_set>

namespace ceteris::http {

class Connection;

// What the connections of one listener thread share.
struct ThreadServices
{
    ThreadServices(const contract::LimitsConfig& theLimits, std::shared_ptr<metrics::ThreadMetrics> theMetrics,
        std::atomic<int>& theConnections)
        : limits(theLimits)
        , metrics(std::move(theMetrics))
        , connectionsOfProcess(theConnections)
    {
    }

    contract::LimitsConfig limits;
    std::shared_ptr<metrics::ThreadMetrics> metrics;
    std::atomic<int>& connectionsOfProcess;

    Poller poller;
    ResponseWriter writer;
    std::unordered_set<Connection*> connections; // the open ones
    Connection* delivering = nullptr; // whose request QtHttpServer is reading
    std::array<char, 64 * 1024> received; // one read at a time, so one buffer for all
};

} // namespace ceteris::http
