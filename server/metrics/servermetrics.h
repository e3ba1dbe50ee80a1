// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/contract/names.h"
#include "server/metrics/stageclock.h"

#include <QByteArray>

#include <cstdint>
#include <memory>
#include <vector>

namespace ceteris::metrics {

// What one listener thread has counted. record() is for that thread, the rest for any: a lock nobody contends for
// guards it.
class ThreadMetrics
{
public:
    ThreadMetrics();
    ~ThreadMetrics();

    void record(contract::Route route, int status, const StageClock& clock);
    void addConnections(int difference);

private:
    friend class ServerMetrics;
    struct Tables;
    std::unique_ptr<Tables> m_tables;
};

// Values that are read at the moment of the scrape.
struct Gauge
{
    std::string_view name; // from contract::metric
    double value;
    bool isCounter = false; // it only grows
};

// The whole process: hands a ThreadMetrics to each listener thread and writes the sum of all as OpenMetrics 1.0 text.
class ServerMetrics
{
public:
    ServerMetrics();
    ~ServerMetrics();

    std::shared_ptr<ThreadMetrics> addThread(); // any thread

    // application/openmetrics-text; version=1.0.0; charset=utf-8; ends with "# EOF\n". Histograms have `le` bounds
    // 1-2-5 from 10 us to 10 s, in seconds; series without a count are left out.
    QByteArray openMetrics(const std::vector<Gauge>& gauges) const;

private:
    struct Threads;
    std::unique_ptr<Threads> m_threads;
};

} // namespace ceteris::metrics
