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
    struct Instance
    {
        int number = 1;
        QString url;
    };

    explicit ServerProbe(const std::vector<Instance>& instances, bool sharedSessions = false);

    // Adds the sum over the instances, nothing unless all of them answer in time; and, when there are several, what
    // each of them has to do. Rates are over the time since the last answer.
    void look(Sample& sample, std::chrono::milliseconds timeout);

    std::optional<ServerTotals> totals(std::chrono::milliseconds timeout); // the timeout is for all together

private:
    using Answers = std::vector<std::optional<ServerTotals>>; // of each instance

    struct Moment
    {
        std::chrono::steady_clock::time_point time;
        Answers answers;
    };

    Answers ask(std::chrono::milliseconds timeout);
    std::optional<ServerTotals> sumOf(const Answers& answers) const;
    void addInstances(Sample& sample, const Moment& now) const;

    std::vector<Instance> m_instances;
    bool m_sharedSessions;
    HttpGet m_http;
    std::optional<ServerTotals> m_before; // the last sum
    std::chrono::steady_clock::time_point m_beforeTime;
    std::optional<Moment> m_last;
};

} // namespace ceteris::monitor
