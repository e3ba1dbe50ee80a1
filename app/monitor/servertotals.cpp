// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/servertotals.h"

#include "app/monitor/openmetrics.h"
#include "server/contract/names.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ceteris::monitor {
namespace {

QByteArrayView view(std::string_view text)
{
    return { text.data(), static_cast<qsizetype>(text.size()) };
}

// Whether the name is that of the family with the suffix.
bool is(const Series& series, std::string_view family, QByteArrayView suffix)
{
    return series.name.size() == static_cast<qsizetype>(family.size()) + suffix.size()
        && series.name.startsWith(view(family)) && series.name.endsWith(suffix);
}

void addTo(std::optional<double>& sum, double value)
{
    sum = sum.value_or(0) + value;
}

void addStage(ServerTotals& totals, const Series& series, double ServerTotals::Spent::*part)
{
    const auto route = series.label("route");
    const auto stage = series.label("stage");
    constexpr std::array shown { contract::Route::Login, contract::Route::Home, contract::Route::Renewal };
    const auto isThis = [&route](contract::Route one) { return route == view(name(one)); };
    if (stage && std::ranges::any_of(shown, isThis))
        totals.stages[QString::fromUtf8(*route + '.' + *stage)].*part += series.value;
}

void addSeries(ServerTotals& totals, const Series& series)
{
    using namespace contract;
    if (is(series, metric::requests, "_total")) {
        if (const auto route = series.label("route"))
            totals.requests[QString::fromUtf8(*route)] += series.value;
    } else if (is(series, metric::stageSeconds, "_sum")) {
        addStage(totals, series, &ServerTotals::Spent::seconds);
    } else if (is(series, metric::stageSeconds, "_count")) {
        addStage(totals, series, &ServerTotals::Spent::times);
    } else if (is(series, metric::sessions, "")) {
        addTo(totals.sessions, series.value);
    } else if (is(series, metric::sessionBytes, "")) {
        addTo(totals.sessionBytes, series.value);
    } else if (is(series, metric::connections, "")) {
        addTo(totals.connections, series.value);
    } else if (is(series, metric::hashQueue, "")) {
        addTo(totals.hashQueue, series.value);
    }
}

} // namespace

bool addInstance(ServerTotals& totals, QByteArrayView openMetrics)
{
    return forEachSeries(openMetrics, [&totals](const Series& series) { addSeries(totals, series); });
}

double ServerTotals::allRequests() const
{
    double sum = 0;
    for (const auto& [route, count] : requests)
        if (route != u"metrics" && route != u"health")
            sum += count;
    return sum;
}

void addTotals(ServerTotals& sum, const ServerTotals& other, bool sharedSessions)
{
    const auto add = [](std::optional<double>& to, const std::optional<double>& value) {
        if (value)
            addTo(to, *value);
    };
    for (const auto& [route, count] : other.requests)
        sum.requests[route] += count;
    for (const auto& [stage, spent] : other.stages) {
        sum.stages[stage].seconds += spent.seconds;
        sum.stages[stage].times += spent.times;
    }
    if (sharedSessions && sum.sessions && other.sessions)
        sum.sessions = std::max(*sum.sessions, *other.sessions);
    else
        add(sum.sessions, other.sessions);
    add(sum.sessionBytes, other.sessionBytes);
    add(sum.connections, other.connections);
    add(sum.hashQueue, other.hashQueue);
}

void addServerLevels(Sample& sample, const ServerTotals& totals)
{
    const auto add = [&sample](const QString& metric, const std::optional<double>& value, const QString& unit) {
        if (value)
            sample.readings.push_back({ metric, *value, unit });
    };
    if (!sample.find(u"sessions_live")) // a store that has counted its keys at the moment of its memory goes first
        add(u"sessions_live"_s, totals.sessions, u"1"_s);
    add(u"session_store_bytes"_s, totals.sessionBytes, u"bytes"_s);
    add(u"connections"_s, totals.connections, u"1"_s);
    add(u"password_queue"_s, totals.hashQueue, u"1"_s);
}

void addServerRates(Sample& sample, const ServerTotals& before, const ServerTotals& after, double seconds)
{
    if (seconds <= 0)
        return;
    for (const auto& [route, requests] : after.requests) {
        const auto earlier = before.requests.find(route);
        const auto more = requests - (earlier == before.requests.end() ? 0 : earlier->second);
        if (more >= 0)
            sample.readings.push_back({ u"server_requests."_s + route, more / seconds, u"per_s"_s });
    }
    for (const auto& [stage, spent] : after.stages) {
        const auto earlier = before.stages.find(stage);
        const auto base = earlier == before.stages.end() ? ServerTotals::Spent {} : earlier->second;
        const auto times = spent.times - base.times;
        if (times > 0 && spent.seconds >= base.seconds) // no request, no mean
            sample.readings.push_back(
                { u"stage_us."_s + stage, (spent.seconds - base.seconds) / times * 1e6, u"us"_s });
    }
}

} // namespace ceteris::monitor
