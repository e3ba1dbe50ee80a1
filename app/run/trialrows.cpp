// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/trialrows.h"

#include "app/results/orders.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::run {
namespace {

results::Percentiles percentilesOf(const metrics::Histogram& histogram)
{
    if (histogram.isEmpty())
        return {};
    const auto at = [&histogram](double q) { return static_cast<double>(histogram.quantileUs(q)); };
    return { at(0.5), at(0.95), at(0.99), at(0.999), static_cast<double>(histogram.maxUs()), histogram.meanUs() };
}

// Failures are censored observations: how long they would have taken is only known to be no less than the timeout.
results::Percentiles withFailures(metrics::Histogram successes, std::uint64_t failures, double timeoutS)
{
    if (failures == 0)
        return {};
    successes.record(std::llround(timeoutS * 1e6), failures);
    const auto all = percentilesOf(successes);
    return { all.p50, all.p95, all.p99, {}, {}, {} };
}

results::TrialRow placeOf(
    const plan::Plan& plan, const plan::Trial& trial, const QString& experiment, plan::Operation operation)
{
    const auto& level = plan.levels[static_cast<std::size_t>(trial.level)];
    results::TrialRow row;
    row.experiment = experiment;
    row.block = trial.block;
    row.position = trial.position;
    row.trial = trial.number;
    row.arm = plan.arms[static_cast<std::size_t>(trial.arm)].name;
    row.level = level.name;
    row.operation = QString::fromLatin1(plan::name(operation).data());
    row.users = level.users;
    row.seed = trial.seed;
    return row;
}

void addLoad(results::TrialRow& row, plan::Operation operation, const load::LoadResult& load, double timeoutS)
{
    const auto& phase = load.phases[static_cast<std::size_t>(phaseOf(operation))];
    const auto& record = phase.operations[plan::index(operation)];
    const auto& counts = record.counts;
    const auto failed = [&counts](load::Failure failure) { return counts.failures[static_cast<std::size_t>(failure)]; };
    row.planned = counts.planned;
    row.unsent = counts.unsent;
    row.sent = counts.sent;
    row.ok = counts.ok;
    row.failed = counts.failed;
    row.timeouts = counts.timeouts;
    row.censored = counts.censored;
    row.localResource = failed(load::Failure::LocalResource);
    row.connect = failed(load::Failure::Connect);
    row.badStatus = failed(load::Failure::Status);
    row.assertion = failed(load::Failure::Assertion);
    row.sessionLost = failed(load::Failure::SessionLost);
    if (operation == plan::Operation::Renew && counts.sent > 0)
        row.falseRevocationsPer1000 = 1000 * static_cast<double>(row.sessionLost) / static_cast<double>(counts.sent);
    row.requestsPerS = phase.windowS > 0 ? static_cast<double>(record.completed) / phase.windowS : 0;
    row.response = percentilesOf(record.response);
    row.service = percentilesOf(record.service);
    row.responseWithFailures
        = withFailures(record.response, counts.failed + counts.timeouts + counts.censored, timeoutS);
    if (!record.lag.isEmpty())
        row.lagP99Us = static_cast<double>(record.lag.quantileUs(0.99));
    row.newConnections = record.newConnections;
    row.windowS = phase.windowS;
    row.signedIn = load.signedIn;
    row.sentAllPhases = sentOf(load, operation);
}

// Completed requests a second in a phase, over all operation classes.
double completedPerS(const load::PhaseRecord& phase)
{
    std::uint64_t completed = 0;
    for (const auto& record : phase.operations)
        completed += record.completed;
    return phase.windowS > 0 ? static_cast<double>(completed) / phase.windowS : 0;
}

std::optional<double> lastBefore(const std::vector<monitor::Sample>& samples, QStringView metric, double endS)
{
    std::optional<double> last;
    for (const auto& sample : samples)
        if (const auto* value = sample.find(metric); value && sample.tS <= endS)
            last = *value;
    return last;
}

std::optional<double> meanBetween(
    const std::vector<monitor::Sample>& samples, QStringView metric, double beginS, double endS)
{
    double sum = 0;
    int count = 0;
    for (const auto& sample : samples) {
        const auto* value = sample.find(metric);
        // A sample looks back over its interval: the first one that counts ends inside the window.
        if (value && sample.tS > beginS && sample.tS <= endS) {
            sum += *value;
            ++count;
        }
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

double coresOf(const CpuWindow& window, double monitor::CpuUse::*part)
{
    return (window.end.*part - window.begin.*part) / window.lengthS();
}

void addResources(results::TrialRow& row, load::Phase phase, const Observation& seen)
{
    const auto& window = seen.cpu[static_cast<std::size_t>(phase)];
    if (!window || window->lengthS() <= 0)
        return;
    const auto cores = [&window](double monitor::CpuUse::*part) { return coresOf(*window, part); };
    const auto idle = [&seen](double monitor::CpuUse::*part) {
        return seen.idle ? std::optional(coresOf(*seen.idle, part)) : std::nullopt;
    };
    const auto perS = completedPerS(seen.load.phases[static_cast<std::size_t>(phase)]);
    const auto perRequest = [perS](double usedCores, std::optional<double> idleCores) {
        const auto forRequests = std::max(0.0, usedCores - idleCores.value_or(0));
        return perS > 0 ? std::optional(forRequests * 1e6 / perS) : std::nullopt;
    };
    row.generatorCores = cores(&monitor::CpuUse::generatorS);
    row.otherCores = meanBetween(seen.samples, u"cpu_other", window->beginS, window->endS);
    if (!seen.counters)
        return; // somebody else's service: its processes are not ours to watch
    row.appCores = cores(&monitor::CpuUse::appS);
    row.appIdleCores = idle(&monitor::CpuUse::appS);
    row.appCpuUsPerRequest = perRequest(*row.appCores, row.appIdleCores);
    row.appMemoryBytes = lastBefore(seen.samples, u"memory_app", window->endS);
    if (seen.hasStoreProcess) {
        row.storeCores = cores(&monitor::CpuUse::storeS);
        row.storeIdleCores = idle(&monitor::CpuUse::storeS);
        row.storeCpuUsPerRequest = perRequest(*row.storeCores, row.storeIdleCores);
    }
    row.storeMemoryBytes = lastBefore(seen.samples, storeMemoryMetric(seen), window->endS);
}

std::vector<plan::Operation> operationsOf(const plan::Plan& plan, const plan::Trial& trial)
{
    return plan::operationsOf(plan, plan.arms[static_cast<std::size_t>(trial.arm)]);
}

} // namespace

void TrialRecord::setStatus(const QString& newStatus, const QString& newReason)
{
    status = newStatus;
    reason = newReason;
    for (auto& row : rows) {
        row.status = newStatus;
        row.reason = newReason;
    }
}

TrialRecord recordOf(
    const plan::Plan& plan, const plan::Trial& trial, const Observation& seen, const QString& experiment)
{
    TrialRecord record;
    record.reason = objection(plan.levels[static_cast<std::size_t>(trial.level)], seen);
    record.status = record.reason.isEmpty() ? u"ok"_s : u"failed"_s;
    const auto slope = bytesPerSession(seen);
    for (const auto operation : operationsOf(plan, trial)) {
        auto row = placeOf(plan, trial, experiment, operation);
        row.status = record.status;
        row.reason = record.reason;
        row.startedUtc = seen.startedUtc;
        row.bytesPerSession = slope;
        row.storeSessions = seen.sessionsAfterLogin;
        addLoad(row, operation, seen.load, plan.load.timeoutS);
        if (seen.counters && operation != plan::Operation::Visit) // the server counts visits as refreshes
            row.serverRequests = serverRequests(*seen.counters, operation);
        addResources(row, phaseOf(operation), seen);
        if (phaseOf(operation) == load::Phase::Measure)
            row.imbalance = imbalance(seen);
        record.rows.push_back(row);

        const auto& measured = seen.load.phases[static_cast<std::size_t>(phaseOf(operation))];
        const auto& times = measured.operations[plan::index(operation)];
        if (!times.response.isEmpty())
            record.histograms.push_back({ row.operation, times.response, times.service });
    }
    return record;
}

TrialRecord failedRecord(
    const plan::Plan& plan, const plan::Trial& trial, const QString& reason, const QString& experiment)
{
    TrialRecord record { u"failed"_s, reason, {}, {}, {}, {} };
    for (const auto operation : operationsOf(plan, trial)) {
        auto row = placeOf(plan, trial, experiment, operation);
        row.status = record.status;
        row.reason = reason;
        record.rows.push_back(row);
    }
    return record;
}

TrialRecord skippedRecord(
    const plan::Plan& plan, const plan::Trial& trial, const QString& reason, const QString& experiment)
{
    auto record = failedRecord(plan, trial, reason, experiment);
    record.setStatus(u"void"_s, reason);
    record.checks = { results::orderRow(record.rows.front(), results::Order::Skip) };
    return record;
}

} // namespace ceteris::run
