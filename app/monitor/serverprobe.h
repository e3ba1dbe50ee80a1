// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/monitor/httpget.h"
#include "app/monitor/servertotals.h"

#include <vector>

namespace ceteris::monitor {

// The address of /metrics: a bare http://host:port gets the path.
QString metricsUrl(const QString& url);

// What the instances of the auth app say of themselves in /metrics.
class ServerProbe
{
public:
    explicit ServerProbe(const std::vector<QString>& urls);

    // Adds the sum over the instances; nothing unless all of them answer in time. Rates are over the time since the
    // last answer.
    void look(Sample& sample, std::chrono::milliseconds timeout);

    std::optional<ServerTotals> totals(std::chrono::milliseconds timeout); // the timeout is for all together

private:
    std::vector<QString> m_urls;
    HttpGet m_http;
    std::optional<ServerTotals> m_before;
    std::chrono::steady_clock::time_point m_beforeTime;
};

} // namespace ceteris::monitor
