// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/arm.h"
#include "app/run/probes.h"
#include "tests/support/redisfixture.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace ceteris;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using load::Invariant;

namespace {

// A server of its own for each case; most of a probe is waiting, so that cases wait side by side.
struct Case
{
    const char* name;
    QByteArray mutant;
    QString store;
    QString save;
    int repetitions;
    Invariant broken = Invariant::Identity; // of a mutant
};

const std::vector<Case> honest { { "memory", {}, u"memory"_s, u"spring"_s, 20 },
    { "redis", {}, u"redis"_s, u"spring"_s, 20 }, { "redis, atomic", {}, u"redis"_s, u"atomic"_s, 20 } };

const std::vector<Case> mutants {
    { "resurrect, memory", "resurrect", u"memory"_s, u"spring"_s, 4, Invariant::LogoutRace },
    { "resurrect, redis", "resurrect", u"redis"_s, u"spring"_s, 4, Invariant::LogoutRace },
    { "immortal, memory", "immortal", u"memory"_s, u"spring"_s, 4, Invariant::Expiry },
    { "immortal, redis", "immortal", u"redis"_s, u"spring"_s, 4, Invariant::Expiry },
    { "lastwriter, memory", "lastwriter", u"memory"_s, u"spring"_s, 4, Invariant::ConcurrentWrites },
    { "lastwriter, redis", "lastwriter", u"redis"_s, u"spring"_s, 4, Invariant::ConcurrentWrites },
    { "everywhere, memory", "everywhere", u"memory"_s, u"spring"_s, 4, Invariant::Isolation },
    { "everywhere, redis", "everywhere", u"redis"_s, u"spring"_s, 4, Invariant::Isolation },
};

bool isRunnable(const Case& one)
{
    return one.store != u"redis" || testsupport::RedisFixture::isInstalled();
}

} // namespace

// What the probes say about the server as it is, and about one that breaks a promise.
class TestProbes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void configIsTheArmsOwn();
    void onlySomePromisesAreRequired();
    void findNothingInAnHonestServer_data();
    void findNothingInAnHonestServer();
    void aTokenOutlivesItsLogout();
    void findTheMutant_data();
    void findTheMutant();
    void decideNothingWithoutHolds();
    void decideNothingWithoutAServer();
    void stopWhenCancelled();
    void probeAllArmsOfAPlan();

private:
    struct Probed
    {
        std::unique_ptr<testsupport::RedisFixture> redis;
        contract::ServerConfig config;
        std::unique_ptr<services::ServerService> server; // null: it did not start
    };
    Probed start(const Case& one, bool probes = true) const;
    void probeSideBySide(const std::vector<Case>& cases);

    QTemporaryDir m_cache;
    QHash<QString, load::OracleReport> m_reports; // by the name of the case
};

void TestProbes::initTestCase()
{
    probeSideBySide(honest);
    probeSideBySide(mutants);
}

void TestProbes::probeSideBySide(const std::vector<Case>& cases)
{
    std::vector<Probed> started;
    std::vector<std::pair<QString, std::future<load::OracleReport>>> reports;
    for (const auto& one : cases) {
        if (!isRunnable(one))
            continue;
        auto& probed = started.emplace_back(start(one));
        QVERIFY2(probed.server, one.name);
        auto options = run::probeOptions(probed.config);
        options.repetitions = one.repetitions;
        reports.emplace_back(QString::fromLatin1(one.name),
            std::async(
                std::launch::async, [url = probed.server->url(), options] { return run::runProbes(url, options); }));
    }
    for (auto& [name, report] : reports)
        m_reports.insert(name, report.get());
}

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

TestProbes::Probed TestProbes::start(const Case& one, bool probes) const
{
    qputenv("CETERIS_MUTANT", one.mutant);
    Probed probed;
    probed.config = run::probeConfig({});
    probed.config.probes = probes;
    probed.config.accounts = { m_cache.path(), 20, u"bcrypt"_s, 4 };
    probed.config.cookieName = u"SID"_s;
    probed.config.store.kind = one.store;
    probed.config.store.save = one.save;
    if (one.store == u"redis") {
        probed.redis = std::make_unique<testsupport::RedisFixture>();
        if (!probed.redis->start())
            return probed;
        probed.config.store.redis = probed.redis->address();
    }
    auto server = services::ServerService::start(
        { probed.config, {}, QStringLiteral(CETERIS_BIN_DIR "/ceteris_mutantserver"), {}, {} });
    if (server)
        probed.server = std::move(*server);
    qunsetenv("CETERIS_MUTANT");
    return probed;
}

void TestProbes::findNothingInAnHonestServer_data()
{
    QTest::addColumn<Case>("one");
    for (const auto& one : honest)
        QTest::newRow(one.name) << one;
}

void TestProbes::findNothingInAnHonestServer()
{
    QFETCH(Case, one);
    if (!isRunnable(one))
        QSKIP(testsupport::RedisFixture::missing);
    const auto& report = m_reports[QString::fromLatin1(one.name)];
    for (const auto invariant :
        { Invariant::LogoutRace, Invariant::Expiry, Invariant::ConcurrentWrites, Invariant::Isolation }) {
        const auto& count = report.of(invariant);
        QCOMPARE(count.violations, 0U);
        QVERIFY2(count.checks >= 15, qPrintable(QString::number(count.checks))); // and hardly anything undecided
        QCOMPARE(count.checks + count.indeterminate, invariant == Invariant::Expiry ? 40U : 20U);
    }
    QVERIFY(report.first.empty());
    QCOMPARE(report.of(Invariant::Identity).checks, 0U); // is not probed
    QCOMPARE(report.revocationLagS, std::optional(0.0)); // refused at once
}

// The life of an access token, of which up to a second is lost because it ends at a whole one.
void TestProbes::aTokenOutlivesItsLogout()
{
    auto config = run::probeConfig({});
    config.accounts = { m_cache.path(), 20, u"bcrypt"_s, 4 };
    config.store.kind = u"token"_s;
    config.store.token = { QString(64, u'7'), 3, 86'400, 0, u"memory"_s };
    const auto server
        = services::ServerService::start({ config, {}, QStringLiteral(CETERIS_BIN_DIR "/ceteris-server"), {}, {} });
    QVERIFY2(server, server ? "" : qPrintable(describe(server.error())));
    auto options = run::probeOptions(config);
    QCOMPARE(options.longestLag, 5s);
    options.repetitions = 10;
    const auto lagS = run::runProbes((*server)->url(), options).revocationLagS;
    QVERIFY(lagS);
    QVERIFY2(*lagS > 1 && *lagS <= 3, qPrintable(QString::number(*lagS)));
}

void TestProbes::findTheMutant_data()
{
    QTest::addColumn<Case>("one");
    for (const auto& one : mutants)
        QTest::newRow(one.name) << one;
}

void TestProbes::findTheMutant()
{
    QFETCH(Case, one);
    if (!isRunnable(one))
        QSKIP(testsupport::RedisFixture::missing);
    const auto& report = m_reports[QString::fromLatin1(one.name)];
    QVERIFY(report.of(one.broken).violations >= 2);
    for (std::size_t other = 0; other < load::invariantCount; ++other) // it is blamed for nothing else
        QVERIFY(Invariant(other) == one.broken || report.counts[other].violations == 0);
    QVERIFY(report.first.size() <= load::violationsKept);
    const auto& violation = report.first.front();
    QCOMPARE(violation.invariant, one.broken);
    QVERIFY(violation.account >= 1 && !violation.expected.empty() && !violation.found.empty());
    QVERIFY(violation.history.size() >= 3);
    QVERIFY(QByteArray::fromStdString(violation.history.front()).contains("POST /auth/login: 200"));
}

// A server that holds nothing has had no race, so there is nothing to say about one.
void TestProbes::decideNothingWithoutHolds()
{
    const auto probed = start(mutants.front(), false);
    QVERIFY(probed.server);
    auto options = run::probeOptions(probed.config);
    options.repetitions = 4;
    options.hold = 2s; // longer than any answer takes that is not held
    const auto report = run::runProbes(probed.server->url(), options);
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
