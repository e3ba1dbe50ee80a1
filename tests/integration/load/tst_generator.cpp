// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/load/loadrun.h"

#include <QElapsedTimer>
#include <QTest>

using namespace ceteris;
using namespace ceteris::load;
using namespace ceteris::loadtest;
using namespace Qt::StringLiterals;
using plan::Operation;
using testsupport::Behaviour;
using testsupport::KnownServer;

class GeneratorTest : public QObject
{
    Q_OBJECT

private slots:
    void everyPhaseIsRunAndBooked_data();
    void everyPhaseIsRunAndBooked();
    void everyUserHasItsOwnConnection();
    void loginsCanAnswerWithJson();
    void refusedUsersDoNothing();
    void fixedRateIsExact();
    void theScheduleIsTheServersBusinessNot();
    void itCanBeStoppedAnywhere_data();
    void itCanBeStoppedAnywhere();
    void placesFollowTheTimeline();
    void whatCannotWorkIsRefused_data();
    void whatCannotWorkIsRefused();
    void localhostIsFound();
};

void GeneratorTest::everyPhaseIsRunAndBooked_data()
{
    QTest::addColumn<int>("users");
    QTest::addColumn<int>("threads");
    QTest::newRow("one user") << 1 << 1;
    QTest::newRow("fewer users than threads") << 2 << 4;
    QTest::newRow("three threads") << 100 << 3;
}

void GeneratorTest::everyPhaseIsRunAndBooked()
{
    QFETCH(int, users);
    QFETCH(int, threads);
    const KnownServer server;
    auto spec = visitSpec(server.url());
    spec.users = users;
    spec.spawnPerS = users * 10;
    spec.threads = threads;
    spec.writeShare = 0.3;
    const auto ran = run(spec);
    QVERIFY(ran);
    const auto& result = ran->result;
    QCOMPARE(imbalance(*ran), QString());
    QCOMPARE(difference(result, server.tally()), QString());
    QCOMPARE(result.signedIn, users);
    for (const auto operation : { Operation::LoginPage, Operation::Login })
        QCOMPARE(record(result, Phase::Login, operation).counts.ok, std::uint64_t(users));
    for (const auto operation : plan::allOperations) {
        QCOMPARE(total(result, operation).failed, std::uint64_t(0));
        const auto isAsked
            = operation != Operation::Image && operation != Operation::Visit && operation != Operation::Renew;
        QCOMPARE(total(result, operation).ok > 0, isAsked);
    }
    QVERIFY(record(result, Phase::Measure, Operation::Refresh).completed > 0);
    QCOMPARE(record(result, Phase::Logout, Operation::Logout).counts.ok, std::uint64_t(users));
    QCOMPARE(server.tally().sessions, 0);
    QCOMPARE(ran->sum.signedIn, 0);
    QCOMPARE(result.phases[std::size_t(Phase::Measure)].windowS, 0.5);
    QVERIFY(result.cpuS > 0 && result.busiestThreadCores > 0);
    QVERIFY(!result.stopped);
}

void GeneratorTest::everyUserHasItsOwnConnection()
{
    const KnownServer server;
    auto spec = visitSpec(server.url());
    spec.users = 50; // more than fit on one multi handle
    const auto ran = run(spec);
    QVERIFY(ran);
    QCOMPARE(server.tally().connections, std::uint64_t(50));
    std::uint64_t opened = 0;
    for (const auto& phase : ran->result.phases) {
        for (const auto& operation : phase.operations)
            opened += operation.newConnections;
    }
    QCOMPARE(opened, std::uint64_t(50));
}

void GeneratorTest::loginsCanAnswerWithJson()
{
    const KnownServer server({ .json = true });
    const auto ran = run(visitSpec(server.url()));
    QVERIFY(ran);
    QCOMPARE(ran->result.signedIn, 40);
    QCOMPARE(total(ran->result, Operation::Refresh).failed, std::uint64_t(0));
}

void GeneratorTest::refusedUsersDoNothing()
{
    const KnownServer server({ .refusesLogins = true });
    const auto ran = run(visitSpec(server.url()));
    QVERIFY(ran);
    QCOMPARE(imbalance(*ran), QString());
    QCOMPARE(ran->result.signedIn, 0);
    QCOMPARE(total(ran->result, Operation::Login).failures[std::size_t(Failure::Assertion)], std::uint64_t(40));
    for (const auto operation : { Operation::Refresh, Operation::Logout })
        QCOMPARE(total(ran->result, operation).planned, std::uint64_t(0));
}

void GeneratorTest::fixedRateIsExact()
{
    const KnownServer server;
    auto spec = plainSpec(server.url());
    spec.model = plan::LoadModel::Rate;
    spec.ratePerS = 500;
    spec.threads = 3;
    spec.timeline.warmupS = 0.4;
    spec.timeline.measureS = 1;
    const auto ran = run(spec);
    QVERIFY(ran);
    QCOMPARE(imbalance(*ran), QString());
    QCOMPARE(record(ran->result, Phase::Warmup, Operation::Refresh).counts.planned, std::uint64_t(200));
    QCOMPARE(record(ran->result, Phase::Measure, Operation::Refresh).counts.planned, std::uint64_t(500));
    QCOMPARE(total(ran->result, Operation::Refresh).ok, server.tally().requests[plan::index(Operation::Refresh)]);
}

void GeneratorTest::theScheduleIsTheServersBusinessNot()
{
    const KnownServer fast;
    const KnownServer slow({ .latenciesMs = { 60 } });
    auto spec = plainSpec(fast.url());
    const auto quick = run(spec);
    spec.url = slow.url();
    const auto tardy = run(spec);
    QVERIFY(quick && tardy);
    QCOMPARE(quick->result.scheduleHash, tardy->result.scheduleHash);
    QVERIFY(total(quick->result, Operation::Refresh).ok > total(tardy->result, Operation::Refresh).ok);
    ++spec.seed;
    const auto other = run(spec);
    QVERIFY(other);
    QVERIFY(other->result.scheduleHash != tardy->result.scheduleHash);
}

void GeneratorTest::itCanBeStoppedAnywhere_data()
{
    QTest::addColumn<int>("afterMs");
    QTest::newRow("at once") << 0;
    QTest::newRow("in the login") << 50;
    QTest::newRow("in the window") << 800;
}

void GeneratorTest::itCanBeStoppedAnywhere()
{
    QFETCH(int, afterMs);
    const KnownServer server({ .latenciesMs = { 1, 1, 400 } });
    auto spec = visitSpec(server.url());
    spec.threads = 2;
    spec.timeline.measureS = 60;
    Generator generator(spec);
    QVERIFY(generator.start());
    QTRY_VERIFY_WITH_TIMEOUT(generator.elapsedS() * 1000 >= afterMs, 5000);
    QElapsedTimer timer;
    timer.start();
    generator.stop();
    QTRY_VERIFY_WITH_TIMEOUT(generator.finished(), 1000);
    QVERIFY2(timer.elapsed() < 200 * 3, qPrintable(QString::number(timer.elapsed())));
    const Run ran { generator.finish(), generator.takeInterval() };
    QCOMPARE(imbalance(ran), QString());
    QVERIFY(ran.result.stopped);
    QVERIFY(ran.result.phases[std::size_t(Phase::Measure)].windowS < 10);
}

void GeneratorTest::placesFollowTheTimeline()
{
    const KnownServer server;
    Generator generator(visitSpec(server.url()));
    QCOMPARE(generator.elapsedS(), 0.0);
    QVERIFY(generator.start());
    std::vector<Phase> seen;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            const auto place = generator.place();
            if (seen.empty() || seen.back() != place.phase)
                seen.push_back(place.phase);
            return generator.finished();
        }(),
        10'000);
    const std::vector<Phase> expected { Phase::Login, Phase::Warmup, Phase::Measure, Phase::Logout };
    QVERIFY(seen == expected);
    QCOMPARE(generator.place().lengthS, 0.2);
}

void GeneratorTest::whatCannotWorkIsRefused_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<int>("users");
    QTest::addColumn<std::vector<int>>("cpus");
    QTest::addColumn<ErrorCode>("code");
    const auto url = u"http://127.0.0.1:1"_s;
    QTest::newRow("bad URL") << u"localhost:80/x"_s << 1 << std::vector<int> {} << ErrorCode::BadUrl;
    QTest::newRow("too many users") << url << 100'000'000 << std::vector<int> {} << ErrorCode::LoadNotStarted;
    QTest::newRow("no users") << url << 0 << std::vector<int> {} << ErrorCode::LoadNotStarted;
    QTest::newRow("no such CPU") << url << 1 << std::vector { 1000 } << ErrorCode::LoadNotStarted;
}

void GeneratorTest::whatCannotWorkIsRefused()
{
    QFETCH(QString, url);
    QFETCH(int, users);
    QFETCH(std::vector<int>, cpus);
    QFETCH(ErrorCode, code);
    auto spec = plainSpec(url);
    spec.users = users;
    spec.cpus = cpus;
    Generator generator(spec);
    const auto started = generator.start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, code);
    QTRY_VERIFY_WITH_TIMEOUT(generator.finished(), 1000);
}

void GeneratorTest::localhostIsFound()
{
    const KnownServer server;
    auto spec = plainSpec(server.url().replace(u"127.0.0.1"_s, u"localhost"_s));
    const auto ran = run(spec);
    QVERIFY(ran);
    QCOMPARE(total(ran->result, Operation::Refresh).failed, std::uint64_t(0));
    QVERIFY(total(ran->result, Operation::Refresh).ok > 0);
}

QTEST_GUILESS_MAIN(GeneratorTest)
#include "tst_generator.moc"
