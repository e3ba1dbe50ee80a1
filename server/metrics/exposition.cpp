// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metrics/exposition.h"

#include "server/metrics/openmetrics.h"
#include "server/metrics/processusage.h"

#include <string>

namespace ceteris::metrics {
namespace {

void writeRequests(OpenMetricsText& text, const Totals& totals)
{
    text.family(contract::metric::requests, "counter", {}, "Requests answered, by route and HTTP status.");
    for (std::size_t route = 0; route < routeCount; ++route) {
        const auto& requests = totals.routes[route].requests;
        for (std::size_t i = 0; i < requests.size(); ++i) {
            const auto status = std::to_string(lowestStatus + static_cast<int>(i));
            if (requests[i] != 0)
                text.sample("_total", { { "route", contract::routeNames[route] }, { "status", status } },
                    static_cast<double>(requests[i]));
        }
    }
}

void writeDistribution(OpenMetricsText& text, const std::vector<Label>& series, const Distribution& distribution)
{
    if (distribution.count() == 0)
        return;
    std::uint64_t cumulative = 0;
    for (std::size_t i = 0; i < distribution.counts.size(); ++i) {
        cumulative += distribution.counts[i];
        auto labels = series;
        labels.emplace_back("le", i < bounds.size() ? bounds[i].seconds : "+Inf");
        text.sample("_bucket", labels, static_cast<double>(cumulative));
    }
    text.sample("_count", series, static_cast<double>(cumulative));
    text.sample("_sum", series, static_cast<double>(distribution.sumNs) * 1e-9);
}

void writeDurations(OpenMetricsText& text, const Totals& totals)
{
    text.family(contract::metric::requestSeconds, "histogram", "seconds", "Time from request line to written reply.");
    for (std::size_t route = 0; route < routeCount; ++route)
        writeDistribution(text, { { "route", contract::routeNames[route] } }, totals.routes[route].duration);
}

void writeStages(OpenMetricsText& text, const Totals& totals)
{
    text.family(contract::metric::stageSeconds, "histogram", "seconds", "Where the time of the requests went.");
    for (std::size_t route = 0; route < routeCount; ++route) {
        for (std::size_t stage = 0; stage < stageCount; ++stage)
            writeDistribution(text,
                { { "route", contract::routeNames[route] }, { "stage", contract::stageNames[stage] } },
                totals.routes[route].stages[stage]);
    }
}

std::string_view helpOf(std::string_view gauge)
{
    if (gauge == contract::metric::sessions)
        return "Sessions that are alive.";
    if (gauge == contract::metric::sessionBytes)
        return "Memory held by the session store of this process.";
    if (gauge == contract::metric::refusedAttributes)
        return "Attributes in the store whose type is not let in.";
    if (gauge == contract::metric::hashQueue)
        return "Logins that wait for a hashing thread.";
    if (gauge == contract::metric::cacheHits)
        return "Sessions that the look-aside cache had.";
    if (gauge == contract::metric::cacheMisses)
        return "Sessions that the look-aside cache had to ask the store for.";
    return "See the manual.";
}

void writeGauge(OpenMetricsText& text, std::string_view name, std::string_view help, double value)
{
    const std::string_view unit = name.ends_with("_bytes") ? "bytes" : name.ends_with("_seconds") ? "seconds" : "";
    text.family(name, "gauge", unit, help);
    text.sample({}, {}, value);
}

void writeTotal(OpenMetricsText& text, std::string_view name, double value)
{
    text.family(name, "counter", {}, helpOf(name));
    text.sample("_total", {}, value);
}

void writeProcess(OpenMetricsText& text)
{
    text.family("ceteris_build", "info", {}, "What is running.");
    text.sample("_info", { { "version", CETERIS_VERSION }, { "qt", qVersion() } }, 1);
    text.family("process_cpu_seconds", "counter", "seconds", "User and system CPU time spent.");
    text.sample("_total", {}, processCpuSeconds());
    if (const auto bytes = residentMemoryBytes())
        writeGauge(text, "process_resident_memory_bytes", "Resident memory.", static_cast<double>(*bytes));
}

} // namespace

QByteArray exposition(const Totals& totals, const std::vector<Gauge>& gauges)
{
    OpenMetricsText text;
    writeRequests(text, totals);
    writeDurations(text, totals);
    writeStages(text, totals);
    writeGauge(
        text, contract::metric::connections, "Open client connections.", static_cast<double>(totals.connections));
    for (const auto& [name, value, isCounter] : gauges)
        isCounter ? writeTotal(text, name, value) : writeGauge(text, name, helpOf(name), value);
    writeProcess(text);
    return text.finish();
}

} // namespace ceteris::metrics
