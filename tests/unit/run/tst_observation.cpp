// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/observation.h"
#include "app/run/trialrows.h"

#include <QtTest>

using namespace ceteris;
using plan::Operation;

namespace {

load::OperationRecord& recordAt(run::Observation& seen, load::Phase phase, Operation operation)
{
    return seen.load.phases[std::size_t(phase)].operations[plan::index(operation)];
}

void answer(load::OperationRecord& record, std::uint64_t times, std::int64_t us)
{
    record.counts.planned += times;
    record.counts.sent += times;
    record.counts.ok += times;
    record.completed += times;
    record.response.record(us, times);
    record.service.record(us / 2, times);
    record.lag.record(10, times);
}

plan::Plan twoArms()
{
    plan::Plan plan;
    plan.arms.resize(2);
    plan.arms[0].name = QStringLiteral("memory");
    plan.arms[1].name = QStringLiteral("redis");
    plan.arms[1].store = plan::StoreKind::Redis;
    plan.levels.resize(1);
    plan.levels[0].name = QStringLiteral("busy");
    plan.levels[0].users = 20;
    return plan;
}

// 20 users sign in within 2 s, then 1 000 refreshes in 10 s at half a core of the app and a tenth of the store.
run::Observation aGoodTrial()
{
    run::Observation seen;
    seen.load.signedIn = 20;
    seen.load.phases[std::size_t(load::Phase::Login)].windowS = 4;
    seen.load.phases[std::size_t(load::Phase::Measure)].windowS = 10;
    answer(recordAt(seen, load::Phase::Login, Operation::LoginPage), 20, 1'000);
    answer(recordAt(seen, load::Phase::Login, Operation::Login), 20, 5'000);
    answer(recordAt(seen, load::Phase::Warmup, Operation::Refresh), 100, 300);
    answer(recordAt(seen, load::Phase::Measure, Operation::Refresh), 1'000, 400);
    seen.cpu[std::size_t(load::Phase::Login)] = run::CpuWindow { 1, 5, {}, { 0.4, 1, 0.1 } };
    seen.cpu[std::size_t(load::Phase::Measure)] = run::CpuWindow { 7, 17, { 1, 2, 1 }, { 3, 7, 2 } };
    seen.sessionsAfterLogin = 20;
    seen.counters.emplace();
    seen.counters->requests
        = { { QStringLiteral("login_page"), 20 }, { QStringLiteral("login"), 20 }, { QStringLiteral("home"), 1'100 } };
    seen.hasStoreProcess = true;
    for (int i = 0; i <= 20; ++i)
        seen.samples.push_back({ 1 + i * 0.2,
            { { QStringLiteral("sessions_live"), double(i), QStringLiteral("1") },
                { QStringLiteral("redis_used_memory"), 1e6 + 326.0 * i, QStringLiteral("bytes") } } });
    return seen;
}

} // namespace

class TestObservation : public QObject
{
    Q_OBJECT

private slots:
    void imbalanceIsThatOfTheMeasuredWindow()
    {
        auto seen = aGoodTrial();
        QVERIFY(!run::imbalance(seen)); // a single instance is no balance
        const auto add = [&seen](double tS, double first, double second) {
            seen.samples.push_back({ tS,
                { { QStringLiteral("instance_requests.1"), first, QStringLiteral("per_s") },
                    { QStringLiteral("instance_requests.2"), second, QStringLiteral("per_s") } } });
        };
        add(6.5, 1000, 0); // warm-up
        add(8, 30, 10);
        add(9, 30, 10);
        add(18, 0, 1000); // drain
        QCOMPARE(run::imbalance(seen).value_or(0), 1.5);
        const auto record = run::recordOf(twoArms(), {}, seen, {});
        for (const auto& row : record.rows)
            QCOMPARE(row.imbalance.has_value(), row.operation == QStringLiteral("refresh"));
    }

    void visitsAreRefreshesToTheServer()
    {
        auto plan = twoArms();
        plan.load.botShare = 0.1;
        auto seen = aGoodTrial();
        answer(recordAt(seen, load::Phase::Measure, Operation::Visit), 100, 200);
        QVERIFY(run::objection(plan.levels[0], seen).contains(QStringLiteral("1200 refresh"))); // 100 more than counted
        seen.counters->requests[2].second += 100;
        QCOMPARE(run::objection(plan.levels[0], seen), QString());
        for (const auto& row : run::recordOf(plan, {}, seen, {}).rows)
            QCOMPARE(row.serverRequests.has_value(), row.operation != QStringLiteral("visit"));
    }

    void renewalsHaveARowOfTheirOwn()
    {
        auto plan = twoArms();
        plan.arms[0].store = plan::StoreKind::Token;
        plan.arms[0].token.accessS = 10;
        auto seen = aGoodTrial();
        auto& renewals = recordAt(seen, load::Phase::Measure, Operation::Renew);
        answer(renewals, 36, 300);
        renewals.counts.planned += 4;
        renewals.counts.sent += 4;
        renewals.counts.failed += 4;
        renewals.counts.failures[std::size_t(load::Failure::SessionLost)] = 2;
        renewals.counts.failures[std::size_t(load::Failure::Status)] = 2; // of other tabs, after these
        recordAt(seen, load::Phase::Measure, Operation::Refresh).counts.repeated = 5;
        QVERIFY(run::objection(plan.levels[0], seen).contains(QStringLiteral("1105 refresh")));
        seen.counters->requests[2].second += 5;
        QVERIFY(run::objection(plan.levels[0], seen).contains(QStringLiteral("40 renew")));
        seen.counters->requests.push_back({ QStringLiteral("renewal"), 40 });
        QCOMPARE(run::objection(plan.levels[0], seen), QString());
        const auto rows = run::recordOf(plan, {}, seen, {}).rows;
        for (const auto& row : rows)
            QCOMPARE(row.falseRevocationsPer1000.has_value(), row.operation == QStringLiteral("renew"));
        const auto renew = std::ranges::find(rows, QStringLiteral("renew"), &results::TrialRow::operation);
        QCOMPARE(renew->falseRevocationsPer1000.value_or(0), 50.0);
        QCOMPARE(renew->serverRequests, std::optional<std::uint64_t>(40));
    }

    void buffersOfClientsAreNoSessions()
    {
        auto seen = aGoodTrial();
        for (std::size_t i = 0; i < seen.samples.size(); ++i) { // 1 KiB less for each session that comes
            auto& readings = seen.samples[i].readings;
            const auto buffers = 1024.0 * static_cast<double>(seen.samples.size() - i);
            readings[1].value += buffers;
            readings.push_back({ QStringLiteral("redis_clients_memory"), buffers, QStringLiteral("bytes") });
        }
        QVERIFY(std::abs(*run::bytesPerSession(seen) - 326) < 1e-6);
    }

    void nothingToObject() { QCOMPARE(run::objection(twoArms().levels[0], aGoodTrial()), QString()); }

    void objections_data()
    {
        QTest::addColumn<std::function<void(run::Observation&)>>("spoil");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, std::function<void(run::Observation&)> spoil, const char* sentence) {
            QTest::newRow(name) << spoil << QString::fromLatin1(sentence);
        };

        row(
            "a user is missing", [](auto& seen) { seen.load.signedIn = 19; },
            "Only 19 of 20 users were signed in when the login window ended.");
        row(
            "a session is missing", [](auto& seen) { seen.sessionsAfterLogin = 18; },
            "20 users signed in, but the store held 18 sessions.");
        row(
            "a session too many", [](auto& seen) { seen.sessionsAfterLogin = 21; },
            "20 users signed in, but the store held 21 sessions.");
        row(
            "the server counted less", [](auto& seen) { seen.counters->requests[2].second = 1'099; },
            "The generator sent 1100 refresh requests, the server counted 1099.");
        row(
            "the server counted more", [](auto& seen) { seen.counters->requests[1].second = 21; },
            "The generator sent 20 login requests, the server counted 21.");
        row(
            "nothing was measured",
            [](auto& seen) { recordAt(seen, load::Phase::Measure, Operation::Refresh).completed = 0; },
            "No refresh was answered in the measure window.");
        row(
            "a request is unaccounted for",
            [](auto& seen) { ++recordAt(seen, load::Phase::Measure, Operation::Refresh).counts.sent; },
            "The generator lost count of refresh requests.");
        row(
            "a probe is unaccounted for", [](auto& seen) { ++seen.load.probes.sent; },
            "The generator lost count of its probes.");
        row(
            "a probe did not come in",
            [](auto& seen) {
                seen.load.probes.planned = seen.load.probes.sent = seen.load.probes.ok = 60;
                seen.counters->requests[2].second = 1'159;
            },
            "The generator sent 1160 refresh requests, the server counted 1159.");
    }

    void probesAreRefreshesToTheServer()
    {
        auto seen = aGoodTrial();
        seen.load.probes.planned = seen.load.probes.sent = 60;
        seen.load.probes.ok = 58;
        seen.load.probes.timeouts = 2;
        for (const auto counted : { 1'158, 1'159, 1'160 }) {
            seen.counters->requests[2].second = std::uint64_t(counted);
            QCOMPARE(run::objection(twoArms().levels[0], seen), QString());
        }
        QCOMPARE(run::sentOf(seen.load, Operation::Refresh), std::uint64_t(1'160));
    }

    void objections()
    {
        QFETCH(std::function<void(run::Observation&)>, spoil);
        auto seen = aGoodTrial();
        spoil(seen);
        QTEST(run::objection(twoArms().levels[0], seen), "sentence");
    }

    void failuresStandAtTheTimeout()
    {
        auto seen = aGoodTrial();
        const auto refreshOf = [&seen] {
            auto plan = twoArms();
            plan.load.timeoutS = 2;
            return run::recordOf(plan, { 1, 1, 1, 0, 0, 1 }, seen, {}).rows.back();
        };
        QVERIFY(refreshOf().responseWithFailures == results::Percentiles());

        auto& counts = recordAt(seen, load::Phase::Measure, Operation::Refresh).counts;
        counts.failed = 10;
        counts.timeouts = 20;
        counts.censored = 30; // 60 of 1 060: more than 5 %
        const auto row = refreshOf();
        QCOMPARE(row.response.p95, 400);
        QCOMPARE(row.response.p99, 400);
        QCOMPARE(row.responseWithFailures.p50, 400);
        QVERIFY(std::abs(*row.responseWithFailures.p95 - 2e6) <= 2e3); // three digits
        QVERIFY(std::abs(*row.responseWithFailures.p99 - 2e6) <= 2e3);
    }

    void aRequestNobodyWaitedForMayBeMissingAtTheServer()
    {
        auto seen = aGoodTrial();
        auto& counts = recordAt(seen, load::Phase::Measure, Operation::Refresh).counts;
        ++counts.planned;
        ++counts.sent;
        ++counts.censored;
        QCOMPARE(run::objection(twoArms().levels[0], seen), QString());
        ++seen.counters->requests[2].second;
        QCOMPARE(run::objection(twoArms().levels[0], seen), QString());
    }

    void bytesPerSession()
    {
        auto seen = aGoodTrial();
        QCOMPARE(run::bytesPerSession(seen), std::optional(326.0));
        seen.samples.resize(3);
        QCOMPARE(run::bytesPerSession(seen), std::optional<double>());
    }

    void rows()
    {
        const auto plan = twoArms();
        const plan::Trial trial { 3, 2, 1, 1, 0, 99 };
        const auto record = run::recordOf(plan, trial, aGoodTrial(), QStringLiteral("x"));
        QCOMPARE(record.status, QStringLiteral("ok"));
        QCOMPARE(record.rows.size(), std::size_t(3));
        QCOMPARE(record.histograms.size(), std::size_t(3));
        const auto& refresh = record.rows[2];
        QCOMPARE(refresh.operation, QStringLiteral("refresh"));
        QCOMPARE(refresh.arm, QStringLiteral("redis"));
        QCOMPARE(refresh.sent, std::uint64_t(1'000));
        QCOMPARE(refresh.sentAllPhases, std::uint64_t(1'100));
        QCOMPARE(refresh.serverRequests, std::optional<std::uint64_t>(1'100));
        QCOMPARE(refresh.requestsPerS, 100.0);
        QCOMPARE(refresh.response.p99, std::optional(400.0));
        QCOMPARE(refresh.service.p50, std::optional(200.0));
        QCOMPARE(refresh.appCores, std::optional(0.5));
        QCOMPARE(refresh.appCpuUsPerRequest, std::optional(5'000.0));
        QCOMPARE(refresh.storeCpuUsPerRequest, std::optional(1'000.0));
        QCOMPARE(record.rows[1].appCores, std::optional(0.25));
        QCOMPARE(record.rows[1].bytesPerSession, std::optional(326.0));
    }

    // A quarter of a core without any request is not what requests cost.
    void idleUseIsNoCostOfARequest()
    {
        auto seen = aGoodTrial();
        seen.idle = run::CpuWindow { 0, 2, {}, { 0, 0.5, 0.1 } };
        const auto refresh = run::recordOf(twoArms(), { 3, 2, 1, 1, 0, 99 }, seen, QStringLiteral("x")).rows[2];
        QCOMPARE(refresh.appIdleCores, std::optional(0.25));
        QCOMPARE(refresh.appCores, std::optional(0.5));
        QCOMPARE(refresh.appCpuUsPerRequest, std::optional(2'500.0));
        QCOMPARE(refresh.storeIdleCores, std::optional(0.05));
        QCOMPARE(refresh.storeCpuUsPerRequest, std::optional(500.0));
    }

    void aForeignServiceHasNoResourceFigures()
    {
        auto seen = aGoodTrial();
        seen.counters.reset();
        const auto record = run::recordOf(twoArms(), { 1, 1, 1, 0, 0, 1 }, seen, QStringLiteral("x"));
        QVERIFY(!record.rows[2].appCores);
        QVERIFY(!record.rows[2].serverRequests);
        QVERIFY(record.rows[2].generatorCores);
    }

    void aTrialThatBrokeOffHasItsRows()
    {
        const auto record
            = run::failedRecord(twoArms(), { 3, 2, 1, 1, 0, 99 }, QStringLiteral("why"), QStringLiteral("x"));
        QCOMPARE(record.rows.size(), std::size_t(3));
        for (const auto& row : record.rows) {
            QCOMPARE(row.status, QStringLiteral("failed"));
            QCOMPARE(row.reason, QStringLiteral("why"));
            QCOMPARE(row.planned, std::uint64_t(0));
        }
    }
};

QTEST_GUILESS_MAIN(TestObservation)
#include "tst_observation.moc"
