// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/contract/names.h"
#include "server/http/message.h"
#include "server/metrics/servermetrics.h"
#include "server/metrics/stageclock.h"

#include <QPointer>

#include <memory>

namespace ceteris::http {

class Connection;

// How an answered request is counted.
struct Booking
{
    contract::Route route = contract::Route::Other;
    int status = 0;
    metrics::StageClock clock;
};

// What is counted when the client has left before its answer was written (as nginx does).
inline constexpr int clientLeftStatus = 499;

// One request and the right to answer it once. Handlers keep it (shared_ptr) as long as they work, however long; when
// the client has left meanwhile, reply() does nothing. Belongs to its listener thread: work on other threads must come
// back.
class Exchange
{
public:
    Exchange(Connection* connection, Request request, metrics::StageClock clock = {});
    ~Exchange(); // answers 500 if nobody did, so that no client waits for ever
    Q_DISABLE_COPY_MOVE(Exchange)

    const Request& request() const { return m_request; }
    bool clientIsThere() const;

    // What it is counted as; handlers set it as soon as they know.
    void setRoute(contract::Route route) { m_route = route; }
    metrics::StageClock& clock() { return m_clock; }

    void reply(Response response); // at most once; a second call is a bug and asserts

private:
    QPointer<Connection> m_connection;
    std::shared_ptr<metrics::ThreadMetrics> m_metrics; // outlives the connection
    Request m_request;
    metrics::StageClock m_clock;
    contract::Route m_route = contract::Route::Other;
    bool m_replied = false;
};

using ExchangePtr = std::shared_ptr<Exchange>;

} // namespace ceteris::http
