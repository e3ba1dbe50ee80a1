// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/targetcheck.h"

#include "app/load/generator.h"
#include "app/monitor/httpget.h"
#include "server/contract/names.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ceteris::run {
namespace {

using plan::Operation;

constexpr auto patience = 5s;

struct Step
{
    load::Phase phase;
    Operation operation;
    const char* name;
};

QString failureOf(const load::Counts& counts)
{
    for (std::size_t i = 0; i < load::failureCount; ++i) {
        if (counts.failures[i] > 0)
            return QString::fromLatin1(load::failureNames[i].data(), qsizetype(load::failureNames[i].size()));
    }
    return counts.censored > 0 ? u"no answer"_s : u"not sent"_s;
}

Result<load::LoadResult> oneUser(const Target& target)
{
    load::LoadSpec spec;
    spec.url = target.url;
    spec.mapping = target.mapping;
    spec.thinkMinS = spec.thinkMaxS = 0.05;
    spec.timeoutS = std::chrono::duration<double>(patience).count();
    spec.timeline = { 0.2, 0, 0.3, target.logout ? 0.2 : 0, spec.timeoutS };
    load::Generator generator(spec);
    if (const auto started = generator.start(); !started)
        return tl::unexpected(started.error());
    return generator.finish();
}

} // namespace

PreflightRow judgeHealth(const Target& target, bool answers)
{
    return { u"Target answers"_s, answers ? target.url : QString(target.url + u" does not answer"_s), {},
        answers ? Readiness::Ok : Readiness::Fail, u"Without an answer nothing can be measured."_s,
        u"Start the server, or correct the address in the plan."_s };
}

// Each step at least once, and each without a failure.
PreflightRow judgeRoundTrip(const Target& target, const Result<load::LoadResult>& result)
{
    PreflightRow row { u"Sign in, refresh, sign out"_s, u"works"_s, {}, Readiness::Ok,
        u"Load on a login that fails measures errors, not sessions."_s,
        u"Compare the paths, fields and test users of the plan with the target; see its log."_s };
    const auto failed = [&](const QString& what) {
        row.readiness = target.losesSessions && result ? Readiness::Warn : Readiness::Fail;
        row.value = what;
        if (target.losesSessions)
            row.why = u"Instances that share no sessions refuse most requests behind round robin: this arm shows it."_s;
        return row;
    };
    if (!result)
        return failed(describe(result.error()));
    constexpr Step steps[] { { load::Phase::Login, Operation::Login, "sign in" },
        { load::Phase::Measure, Operation::Refresh, "refresh" },
        { load::Phase::Logout, Operation::Logout, "sign out" } };
    for (const auto& step : steps) {
        if (step.operation == Operation::Logout && !target.logout)
            continue;
        const auto& phase = result->phases[static_cast<std::size_t>(step.phase)];
        const auto& counts = phase.operations[static_cast<std::size_t>(step.operation)].counts;
        if (counts.ok == 0 || counts.failed > 0 || counts.timeouts > 0)
            return failed(QString(QString::fromLatin1(step.name) + u": "_s + failureOf(counts)));
    }
    return row;
}

std::vector<PreflightRow> judgeRedis(const Result<monitor::RedisFacts>& facts, qint64 expectedKeys)
{
    PreflightRow reachable { u"Redis"_s, {}, {}, Readiness::Ok, u"Without its store the target serves errors."_s,
        u"Start Redis, or correct its address in the plan."_s };
    if (!facts) {
        reachable.value = describe(facts.error());
        reachable.readiness = Readiness::Fail;
        return { reachable };
    }
    const auto limit = facts->maxMemoryBytes > 0
        ? QString(QString::number(facts->maxMemoryBytes / (1024 * 1024), 'f', 0) + u" MiB"_s)
        : u"none"_s;
    reachable.value = u"version "_s + facts->version + u", maxmemory "_s + limit;
    const bool evicts = facts->policy != u"noeviction";
    const bool hasOthers = facts->keys != expectedKeys;
    return { reachable,
        { u"Redis eviction"_s, facts->policy, u"noeviction"_s, evicts ? Readiness::Warn : Readiness::Ok,
            u"A store that evicts loses sessions when its memory is full."_s,
            u"maxmemory-policy noeviction, and enough maxmemory."_s },
        { u"Redis keys"_s, QString::number(facts->keys), QString::number(expectedKeys),
            hasOthers ? Readiness::Warn : Readiness::Ok,
            u"Keys of others take memory and time, and may be sessions of an earlier run."_s,
            u"Use an empty Redis of its own."_s } };
}

std::vector<PreflightRow> checkTarget(const Target& target)
{
    std::vector<PreflightRow> rows;
    if (target.isOurs) {
        const QString health = target.url + QLatin1StringView(contract::path::health.data());
        rows.push_back(judgeHealth(target, monitor::HttpGet().get(health, patience).has_value()));
        if (rows.back().readiness == Readiness::Fail)
            return rows; // the rest would say the same again
    }
    if (target.redis)
        for (auto& row : judgeRedis(monitor::readRedisFacts(*target.redis, patience), target.expectedKeys))
            rows.push_back(std::move(row));
    rows.push_back(judgeRoundTrip(target, oneUser(target)));
    return rows;
}

} // namespace ceteris::run
