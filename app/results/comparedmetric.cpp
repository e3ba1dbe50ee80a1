// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/comparedmetric.h"

#include "app/results/contrast.h"
#include "app/results/wordforms.h"

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

// A percentile is only as good as the requests beyond it.
constexpr double requestsBeyond = 50;

template <std::optional<double> Percentiles::*percentile, int q>
std::optional<double> responseTime(const TrialRow& row)
{
    const auto beyond = static_cast<double>(row.ok) * (100 - q) / 100;
    return beyond >= requestsBeyond ? row.response.*percentile : std::nullopt;
}

// Failures at the timeout; a trial without any has none to put there.
std::optional<double> p99WithFailures(const TrialRow& row)
{
    const auto failures = errorsOf(row);
    if (static_cast<double>(row.ok + failures) * 0.01 < requestsBeyond)
        return std::nullopt;
    return failures > 0 ? row.responseWithFailures.p99 : row.response.p99;
}

std::optional<double> requestsPerS(const TrialRow& row)
{
    return row.requestsPerS > 0 ? std::optional(row.requestsPerS) : std::nullopt;
}

// App and store together: moving work from one to the other is no saving.
std::optional<double> cpuPerRequest(const TrialRow& row)
{
    if (!row.appCpuUsPerRequest)
        return std::nullopt;
    return *row.appCpuUsPerRequest + row.storeCpuUsPerRequest.value_or(0);
}

std::optional<double> bytesPerSession(const TrialRow& row)
{
    return row.bytesPerSession;
}

bool always(const plan::Plan&, plan::Operation)
{
    return true;
}

bool closedRefresh(const plan::Plan& plan, plan::Operation operation)
{
    return operation == plan::Operation::Refresh && plan.load.model == plan::LoadModel::Users;
}

// One window, one figure: CPU is that of the whole measure or login window, so it stands with one operation of each.
bool mainOperation(const plan::Plan&, plan::Operation operation)
{
    return operation == plan::Operation::Refresh || operation == plan::Operation::Login;
}

bool login(const plan::Plan&, plan::Operation operation)
{
    return operation == plan::Operation::Login;
}

} // namespace

QString ComparedMetric::words() const
{
    return Text::tr(phrase);
}

const std::vector<ComparedMetric>& comparedMetrics()
{
    using plan::Bands;
    static const std::vector<ComparedMetric> metrics {
        { u"response_p50"_s, QT_TRANSLATE_NOOP("results", "p50 response time"), true, true, true, &Bands::latency,
            responseTime<&Percentiles::p50, 50>, always },
        { u"response_p95"_s, QT_TRANSLATE_NOOP("results", "p95 response time"), true, true, true, &Bands::latency,
            responseTime<&Percentiles::p95, 95>, always },
        { u"response_p99"_s, QT_TRANSLATE_NOOP("results", "p99 response time"), true, true, true, &Bands::latency,
            responseTime<&Percentiles::p99, 99>, always },
        { u"response_p99_with_failures"_s,
            QT_TRANSLATE_NOOP("results", "p99 response time with failures at the timeout"), true, false, true,
            &Bands::latency, p99WithFailures, always, true },
        { u"requests_per_s"_s, QT_TRANSLATE_NOOP("results", "requests per second"), false, false, true, &Bands::rate,
            requestsPerS, closedRefresh },
        { u"cpu_per_request"_s, QT_TRANSLATE_NOOP("results", "CPU per request (app and store)"), true, false, true,
            &Bands::cpu, cpuPerRequest, mainOperation },
        { u"bytes_per_session"_s, QT_TRANSLATE_NOOP("results", "memory per session"), true, false, false,
            &Bands::memory, bytesPerSession, login },
    };
    return metrics;
}

} // namespace ceteris::results
