// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/observation.h"

#include "server/contract/names.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace ceteris::run {
namespace {

constexpr contract::Route routeOf(plan::Operation operation)
{
    switch (operation) {
    case plan::Operation::LoginPage:
        return contract::Route::LoginPage;
    case plan::Operation::Login:
        return contract::Route::Login;
    case plan::Operation::Write:
        return contract::Route::Work;
    case plan::Operation::Logout:
        return contract::Route::Logout;
    case plan::Operation::Image:
        return contract::Route::Image;
    case plan::Operation::Renew:
        return contract::Route::Renewal;
    case plan::Operation::Refresh:
    case plan::Operation::Visit:
        break;
    }
    return contract::Route::Home;
}

// In all phases. The oracle's probes, which are in no phase's books, and the visits are refreshes to the server.
load::Counts countsOf(const load::LoadResult& result, plan::Operation operation)
{
    load::Counts counts;
    for (const auto& phase : result.phases)
        counts.add(phase.operations[plan::index(operation)].counts);
    if (operation == plan::Operation::Refresh) {
        counts.add(result.probes);
        counts.add(countsOf(result, plan::Operation::Visit));
    }
    return counts;
}

QString shown(plan::Operation operation)
{
    return QString::fromLatin1(plan::name(operation).data(), static_cast<qsizetype>(plan::name(operation).size()));
}

QString unbalanced(const load::LoadResult& result)
{
    for (const auto& phase : result.phases)
        for (const auto operation : plan::allOperations)
            if (!phase.operations[plan::index(operation)].counts.balanced())
                return u"The generator lost count of %1 requests."_s.arg(shown(operation));
    return result.probes.balanced() ? QString() : u"The generator lost count of its probes."_s;
}

QString miscounted(const Observation& seen)
{
    for (const auto operation : plan::allOperations) {
        if (operation == plan::Operation::Visit)
            continue; // counted with the refreshes
        const auto sent = sentOf(seen.load, operation);
        const auto counted = serverRequests(*seen.counters, operation);
        if (counted > sent || counted + uncertainOf(seen.load, operation) < sent)
            return u"The generator sent %1 %2 requests, the server counted %3."_s.arg(sent)
                .arg(shown(operation))
                .arg(counted);
    }
    return {};
}

// What Redis holds for its clients and replicas comes and goes while users sign in: more than the sessions of some
// take.
double buffersOf(const monitor::Sample& sample)
{
    double bytes = 0;
    for (const auto& metric : { u"redis_clients_memory"_s, u"redis_replication_buffers"_s })
        if (const auto* value = sample.find(metric))
            bytes += *value;
    return bytes;
}

} // namespace

std::uint64_t sentOf(const load::LoadResult& result, plan::Operation operation)
{
    const auto counts = countsOf(result, operation);
    return counts.sent + counts.repeated;
}

std::uint64_t uncertainOf(const load::LoadResult& result, plan::Operation operation)
{
    const auto counts = countsOf(result, operation);
    return counts.timeouts + counts.censored + counts.failures[static_cast<std::size_t>(load::Failure::Connect)]
        + counts.failures[static_cast<std::size_t>(load::Failure::LocalResource)];
}

std::uint64_t serverRequests(const monitor::ServerCounters& counters, plan::Operation operation)
{
    const auto name = contract::name(routeOf(operation));
    return counters.of(QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())));
}

QString storeMemoryMetric(const Observation& seen)
{
    for (const auto& own :
        { u"redis_used_memory"_s, u"memcached_bytes"_s, u"sql_table_bytes"_s, u"session_store_bytes"_s })
        if (std::ranges::any_of(seen.samples, [&](const auto& sample) { return sample.find(own); }))
            return own;
    return u"memory_store"_s;
}

std::optional<double> bytesPerSession(const Observation& seen)
{
    const auto& window = seen.cpu[static_cast<std::size_t>(load::Phase::Login)];
    if (!window)
        return std::nullopt;
    const auto memory = storeMemoryMetric(seen);
    std::vector<double> sessions;
    std::vector<double> bytes;
    for (const auto& sample : seen.samples) {
        const auto* count = sample.find(u"sessions_live");
        const auto* held = sample.find(memory);
        if (count && held && sample.tS >= window->beginS && sample.tS <= window->endS) {
            sessions.push_back(*count);
            bytes.push_back(*held - (memory == u"redis_used_memory" ? buffersOf(sample) : 0));
        }
    }
    return monitor::theilSenSlope(sessions, bytes);
}

std::optional<double> imbalance(const Observation& seen)
{
    const auto& window = seen.cpu[static_cast<std::size_t>(load::Phase::Measure)];
    std::map<QString, double> requests; // of each instance: rates of equally long seconds
    for (const auto& sample : seen.samples)
        for (const auto& [metric, value, unit] : sample.readings)
            if (window && sample.tS > window->beginS && sample.tS <= window->endS
                && metric.startsWith(u"instance_requests."))
                requests[metric] += value;
    double sum = 0;
    double most = 0;
    for (const auto& [metric, value] : requests) {
        sum += value;
        most = std::max(most, value);
    }
    return requests.size() > 1 && sum > 0 ? std::optional(most * static_cast<double>(requests.size()) / sum)
                                          : std::nullopt;
}

QString objection(const plan::Level& level, const Observation& seen)
{
    if (seen.leaked)
        return u"Stopped: an answer showed a user the data of another one."_s;
    if (const auto problem = unbalanced(seen.load); !problem.isEmpty())
        return problem;
    if (seen.load.signedIn < level.users)
        return u"Only %1 of %2 users were signed in when the login window ended."_s.arg(seen.load.signedIn)
            .arg(level.users);
    if (seen.sessionsAfterLogin && *seen.sessionsAfterLogin != seen.load.signedIn)
        return u"%1 users signed in, but the store held %2 sessions."_s.arg(seen.load.signedIn)
            .arg(*seen.sessionsAfterLogin);
    const auto& measured = seen.load.phases[static_cast<std::size_t>(load::Phase::Measure)];
    if (seen.faults.empty() && measured.operations[plan::index(plan::Operation::Refresh)].completed == 0)
        return u"No refresh was answered in the measure window."_s;
    return seen.counters && !seen.hasEndedInstances ? miscounted(seen) : QString();
}

} // namespace ceteris::run
