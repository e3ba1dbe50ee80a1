// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/load/loadrun.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace ceteris::loadtest {

load::LoadSpec visitSpec(const QString& url)
{
    load::LoadSpec spec;
    spec.url = url;
    spec.users = 40;
    spec.spawnPerS = 400;
    spec.thinkMinS = 0.01;
    spec.thinkMaxS = 0.05;
    spec.timeoutS = 0.4;
    spec.timeline = { .loginS = 0.3, .warmupS = 0.2, .measureS = 0.5, .logoutS = 0.2, .drainS = 0.3 };
    spec.seed = 3;
    return spec;
}

load::LoadSpec plainSpec(const QString& url)
{
    auto spec = visitSpec(url);
    spec.mapping.refreshPath = u"/plain"_s;
    spec.timeline = { .loginS = 0, .warmupS = 0, .measureS = 0.6, .logoutS = 0, .drainS = 0.3 };
    return spec;
}

Result<Run> run(const load::LoadSpec& spec)
{
    load::Generator generator(spec);
    if (const auto started = generator.start(); !started)
        return tl::unexpected(started.error());
    Run run;
    const auto look = [&] {
        const auto interval = generator.takeInterval();
        for (std::size_t i = 0; i < run.sum.operations.size(); ++i)
            run.sum.operations[i].add(interval.operations[i]);
        run.sum.signedIn = interval.signedIn;
        run.sum.inFlight = interval.inFlight;
        run.sum.endS = interval.endS;
    };
    const auto& timeline = spec.timeline;
    const auto longestS
        = timeline.loginS + timeline.warmupS + timeline.measureS + timeline.logoutS + 3 * timeline.drainS;
    [[maybe_unused]] const bool ended = QTest::qWaitFor(
        [&] {
            look();
            return generator.finished();
        },
        int(longestS * 1000) + 5000);
    run.elapsedS = generator.elapsedS();
    generator.stop();
    run.result = generator.finish();
    look();
    return run;
}

const load::OperationRecord& record(const load::LoadResult& result, load::Phase phase, plan::Operation operation)
{
    return result.phases[std::size_t(phase)].operations[plan::index(operation)];
}

load::Counts total(const load::LoadResult& result, plan::Operation operation)
{
    load::OperationRecord sum;
    for (const auto& phase : result.phases)
        sum.add(phase.operations[plan::index(operation)]);
    return sum.counts;
}

static QString text(const load::Counts& counts)
{
    return u"planned %1 unsent %2 sent %3 ok %4 failed %5 timeouts %6 censored %7"_s.arg(counts.planned)
        .arg(counts.unsent)
        .arg(counts.sent)
        .arg(counts.ok)
        .arg(counts.failed)
        .arg(counts.timeouts)
        .arg(counts.censored);
}

QString imbalance(const Run& run)
{
    for (const auto operation : plan::allOperations) {
        for (std::size_t phase = 0; phase < load::phaseCount; ++phase) {
            const auto& one = record(run.result, load::Phase(phase), operation);
            std::uint64_t byClass = 0;
            for (const auto count : one.counts.failures)
                byClass += count;
            if (!one.counts.balanced() || byClass != one.counts.failed + one.counts.timeouts
                || one.response.count() != one.counts.ok || one.service.count() != one.counts.ok
                || one.lag.count() != one.counts.sent)
                return u"phase %1, operation %2: "_s.arg(phase).arg(plan::index(operation)) + text(one.counts);
        }
        const auto seen = run.sum.operations[plan::index(operation)].counts;
        const auto booked = total(run.result, operation);
        if (seen.planned != booked.planned || seen.sent != booked.sent || seen.ok != booked.ok
            || seen.failures != booked.failures || seen.censored != booked.censored || seen.unsent != booked.unsent)
            return u"the intervals show "_s + text(seen) + u", the phases "_s + text(booked);
    }
    return run.sum.inFlight == 0 ? QString() : u"%1 are still in flight"_s.arg(run.sum.inFlight);
}

QString difference(const load::LoadResult& result, const testsupport::Tally& tally)
{
    for (const auto operation : plan::allOperations) {
        const auto sent = total(result, operation).sent;
        if (sent != tally.requests[plan::index(operation)])
            return u"operation %1: sent %2, received %3"_s.arg(plan::index(operation))
                .arg(sent)
                .arg(tally.requests[plan::index(operation)]);
    }
    return {};
}

} // namespace ceteris::loadtest
