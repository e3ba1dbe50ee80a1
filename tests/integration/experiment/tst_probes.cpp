// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/arm.h"
#include "app/run/probes.h"
#include "tests/support/redisfixture.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace ceteris;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using load::Invariant;

// What the probes say about the server as it is, and about one that breaks a promise.
class TestProbes : public QObject
{
    Q_OBJECT

private slots:
    void configIsTheArmsOwn();
    void onlySomePromisesAreRequired();
    void cleanup();
    void findNothingInAnHonestServer_data();
    void findNothingInAnHonestServer();
    void findTheMutant_data();
    void findTheMutant();
    void decideNothingWithoutHolds();
    void decideNothingWithoutAServer();
    void stopWhenCancelled();
    void probeAllArmsOfAPlan();

private:
    std::unique_ptr<services::ServerService> startServer(
        const QByteArray& mutant, const QString& store, const QString& save, bool probes = true);
    load::OracleReport probed(const services::ServerService& server, int repetitions) const;

    QTemporaryDir m_cache;
    std::unique_ptr<testsupport::RedisFixture> m_redis;
    contract::ServerConfig m_config;
};

void TestProbes::configIsTheArmsOwn()
{
    plan::Plan plan;
    plan.server.cookie = u"SID"_s;
    plan.server.absoluteTimeoutS = 1;
    plan::Arm arm;
    arm.store = plan::StoreKind::Redis;
    QCOMPARE(run::serverConfig(plan, arm).store.save, u"spring"_s);
    arm.redis.save = plan::RedisSave::Atomic;
    auto expected = run::serverConfig(plan, arm);
    QCOMPARE(expected.store.save, u"atomic"_s);
    QVERIFY(!expected.probes);
    expected.probes = true;
    expected.idleTimeoutS = 2;
    expected.absoluteTimeoutS = 43'200; // must not end a session before the idle timeout does
    QVERIFY(run::probeConfig(run::serverConfig(plan, arm)) == expected);
    const auto options = run::probeOptions(expected);
    QCOMPARE(options.cookieName, "SID");
    QCOMPARE(options.idleTimeout, 2s);
}

void TestProbes::onlySomePromisesAreRequired()
{
    for (std::size_t i = 0; i < load::invariantCount; ++i)
        QCOMPARE(load::requiredByDefault(Invariant(i)), Invariant(i) != Invariant::ConcurrentWrites);
}

void TestProbes::cleanup()
{
    qunsetenv("CETERIS_MUTANT");
    m_redis.reset();
}

std::unique_ptr<services::ServerService> TestProbes::startServer(
    const QByteArray& mutant, const QString& store, const QString& save, bool probes)
{
    qputenv("CETERIS_MUTANT", mutant);
    m_config = run::probeConfig({});
    m_config.probes = probes;
    m_config.accounts = { m_cache.path(), 20, u"bcrypt"_s, 4 };
    m_config.cookieName = u"SID"_s;
    m_config.store.kind = store;
    m_config.store.save = save;
    if (store == u"redis") {
        m_redis = std::make_unique<testsupport::RedisFixture>();
        if (!m_redis->start())
            return nullptr;
        m_config.store.redis = m_redis->address();
    }
    auto server = services::ServerService::start(
        { m_config, {}, QStringLiteral(CETERIS_BIN_DIR "/ceteris_mutantserver"), {}, {} });
    return server ? std::move(*server) : nullptr;
}

load::OracleReport TestProbes::probed(const services::ServerService& server, int repetitions) const
{
    auto options = run::probeOptions(m_config);
    options.repetitions = repetitions;
    return run::runProbes(server.url(), options);
}

void TestProbes::findNothingInAnHonestServer_data()
{
    QTest::addColumn<QString>("store");
    QTest::addColumn<QString>("save");
    QTest::newRow("memory") << u"memory"_s << u"spring"_s;
    QTest::newRow("redis") << u"redis"_s << u"spring"_s;
    QTest::newRow("redis, atomic") << u"redis"_s << u"atomic"_s;
}

void TestProbes::findNothingInAnHonestServer()
{
    QFETCH(QString, store);
    QFETCH(QString, save);
    if (store == u"redis" && !testsupport::RedisFixture::isInstalled())
        QSKIP(testsupport::RedisFixture::missing);
    const auto server = startServer({}, store, save);
    QVERIFY(server);
    const auto report = probed(*server, 20);
    for (const auto invariant :
        { Invariant::LogoutRace, Invariant::Expiry, Invariant::ConcurrentWrites, Invariant::Isolation }) {
        const auto& count = report.of(invariant);
        QCOMPARE(count.violations, 0U);
        QVERIFY2(count.checks >= 15, qPrintable(QString::number(count.checks))); // and hardly anything undecided
        QCOMPARE(count.checks + count.indeterminate, invariant == Invariant::Expiry ? 40U : 20U);
    }
    QVERIFY(report.first.empty());
    QCOMPARE(report.of(Invariant::Identity).checks, 0U); // is not probed
}

void TestProbes::findTheMutant_data()
{
    QTest::addColumn<QByteArray>("mutant");
    QTest::addColumn<QString>("store");
    QTest::addColumn<Invariant>("invariant");
    QTest::newRow("resurrect, memory") << "resurrect"_ba << u"memory"_s << Invariant::LogoutRace;
    QTest::newRow("resurrect, redis") << "resurrect"_ba << u"redis"_s << Invariant::LogoutRace;
    QTest::newRow("immortal, memory") << "immortal"_ba << u"memory"_s << Invariant::Expiry;
    QTest::newRow("immortal, redis") << "immortal"_ba << u"redis"_s << Invariant::Expiry;
    QTest::newRow("lastwriter, memory") << "lastwriter"_ba << u"memory"_s << Invariant::ConcurrentWrites;
    QTest::newRow("lastwriter, redis") << "lastwriter"_ba << u"redis"_s << Invariant::ConcurrentWrites;
    QTest::newRow("everywhere, memory") << "everywhere"_ba << u"memory"_s << Invariant::Isolation;
    QTest::newRow("everywhere, redis") << "everywhere"_ba << u"redis"_s << Invariant::Isolation;
}

void TestProbes::findTheMutant()
{
    QFETCH(QByteArray, mutant);
    QFETCH(QString, store);
    QFETCH(Invariant, invariant);
    if (store == u"redis" && !testsupport::RedisFixture::isInstalled())
        QSKIP(testsupport::RedisFixture::missing);
    const auto server = startServer(mutant, store, u"spring"_s);
    QVERIFY(server);
    const auto report = probed(*server, 4);
    QVERIFY(report.of(invariant).violations >= 2);
    for (std::size_t other = 0; other < load::invariantCount; ++other) // it is blamed for nothing else
        QVERIFY(Invariant(other) == invariant || report.counts[other].violations == 0);
    QVERIFY(report.first.size() <= load::violationsKept);
    const auto& violation = report.first.front();
    QCOMPARE(violation.invariant, invariant);
    QVERIFY(violation.account >= 1 && !violation.expected.empty() && !violation.found.empty());
    QVERIFY(violation.history.size() >= 3);
    QVERIFY(QByteArray::fromStdString(violation.history.front()).contains("POST /auth/login: 200"));
}

// A server that holds nothing has had no race, so there is nothing to say about one.
void TestProbes::decideNothingWithoutHolds()
{
    const auto server = startServer("resurrect", u"memory"_s, u"spring"_s, false);
    QVERIFY(server);
    auto options = run::probeOptions(m_config);
    options.repetitions = 4;
    options.hold = 2s; // longer than any answer takes that is not held
    const auto report = run::runProbes(server->url(), options);
    QCOMPARE(report.of(Invariant::LogoutRace), (load::InvariantCount { 0, 0, 4 }));
}

void TestProbes::decideNothingWithoutAServer()
{
    QElapsedTimer clock;
    clock.start();
    const auto report = run::runProbes(u"http://127.0.0.1:1"_s, {});
    for (const auto& count : report.counts)
        QCOMPARE(count.checks, 0U);
    QCOMPARE(report.of(Invariant::Isolation).indeterminate, 20U);
    QVERIFY(clock.elapsed() < 30'000);
}

void TestProbes::stopWhenCancelled()
{
    run::ProbeOptions options;
    options.cancelled = [] { return true; };
    QCOMPARE(run::runProbes(u"http://127.0.0.1:1"_s, options), load::OracleReport());
}

void TestProbes::probeAllArmsOfAPlan()
{
    plan::Plan plan;
    plan.accounts.count = 20;
    plan.accounts.cost = 4;
    plan.arms.resize(2);
    plan.arms[0].url = u"http://127.0.0.1:1"_s;
    plan.arms[1].store = plan::StoreKind::Memory;
    int started = 0;
    const auto reports = run::probeArms(plan, [&](const plan::Arm& arm) {
        ++started;
        return run::RunningArm::start(
            plan, arm, {}, m_cache.path(), QStringLiteral(CETERIS_BIN_DIR "/ceteris-server"), run::Purpose::Probes);
    });
    QVERIFY2(reports, reports ? "" : qPrintable(describe(reports.error())));
    QCOMPARE(started, 1);
    QCOMPARE(reports->size(), 2U);
    QCOMPARE(reports->at(0), load::OracleReport());
    QVERIFY(reports->at(1).of(Invariant::LogoutRace).checks >= 15);
    QCOMPARE(reports->at(1).of(Invariant::ConcurrentWrites).violations, 0U);
}

QTEST_GUILESS_MAIN(TestProbes)
#include "tst_probes.moc"
