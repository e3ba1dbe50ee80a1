// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/oracleverdict.h"
#include "app/services/services.h"
#include "tests/integration/load/loadrun.h"

#include <QTemporaryDir>
#include <QTest>

using namespace ceteris;
using namespace ceteris::load;
using namespace ceteris::loadtest;
using namespace Qt::StringLiterals;
using services::RedisService;
using services::ServerService;

// Each fault that ceteris-server can be given is found by the invariant that is meant for it; without a fault nothing
// is found, whatever the store.
class OracleMutantsTest : public QObject
{
    Q_OBJECT

private slots:
    void mutantsAreFound_data();
    void mutantsAreFound();
    void honestServersKeepTheirPromises_data();
    void honestServersKeepTheirPromises();

private:
    services::ServerOptions options(const char* program) const;
    LoadSpec specOf(const QString& url, int round) const;
};

services::ServerOptions OracleMutantsTest::options(const char* program) const
{
    services::ServerOptions options;
    options.program = QStringLiteral(CETERIS_BIN_DIR "/") + QString::fromLatin1(program);
    options.config.accounts.count = 100;
    options.config.accounts.cost = 4;
    options.config.threads = 2;
    return options;
}

// As many requests as the machine answers, in little more than three seconds.
LoadSpec OracleMutantsTest::specOf(const QString& url, int round) const
{
    LoadSpec spec;
    spec.url = url;
    spec.users = 60;
    spec.spawnPerS = 200;
    spec.writeShare = 0.3;
    spec.seed = std::uint64_t(round);
    spec.timeline = { .loginS = 0.4, .warmupS = 0, .measureS = 1.5, .logoutS = 0.4, .drainS = 5 };
    spec.oracle = { .marks = true, .probes = true, .run = u"mutants"_s, .trial = round, .arm = 0, .key = 9 };
    spec.oracle.idleTimeoutS = 1800;
    return spec;
}

static QString text(const OracleReport& report)
{
    QString text;
    for (std::size_t i = 0; i < invariantCount; ++i)
        text += QString::fromStdString(
            std::string(invariantNames[i]) + ": " + wordingOf(Invariant(i), report.counts[i]) + '\n');
    for (const auto& one : report.first) {
        text += QString::fromStdString(std::string(name(one.invariant)) + ", account " + std::to_string(one.account)
            + ": expected " + one.expected + ", found " + one.found + '\n');
        for (const auto& step : one.history)
            text += u"    "_s + QString::fromStdString(step) + u'\n';
    }
    return text;
}

void OracleMutantsTest::mutantsAreFound_data()
{
    QTest::addColumn<QByteArray>("mutant");
    QTest::addColumn<QByteArray>("rate");
    QTest::addColumn<Invariant>("by");
    QTest::newRow("drop") << QByteArray("drop") << QByteArray("0.001") << Invariant::LostSession;
    QTest::newRow("swap: page") << QByteArray("swap") << QByteArray("0.001") << Invariant::Identity;
    QTest::newRow("swap: leak") << QByteArray("swap") << QByteArray("0.001") << Invariant::Leak;
    QTest::newRow("stale") << QByteArray("stale") << QByteArray("0.001") << Invariant::ReadYourWrites;
    QTest::newRow("backwards") << QByteArray("backwards") << QByteArray("0.001") << Invariant::MonotonicReads;
    QTest::newRow("reuse") << QByteArray("reuse") << QByteArray("0.1") << Invariant::UniqueIds;
}

void OracleMutantsTest::mutantsAreFound()
{
    QFETCH(QByteArray, mutant);
    QFETCH(QByteArray, rate);
    QFETCH(Invariant, by);
    qputenv("CETERIS_MUTANT", mutant);
    qputenv("CETERIS_MUTANT_RATE", rate);
    const auto server = ServerService::start(options("ceteris_mutantserver"));
    QVERIFY2(server, server ? "" : qPrintable(describe(server.error())));
    OracleReport report;
    constexpr int mostRounds = 6;
    const auto verdict = [&] { return verdictOf(by, report.of(by)); };
    for (int round = 1; round <= mostRounds && verdict() != OracleVerdict::Invalid; ++round) {
        const auto ran = run(specOf((*server)->url(), round));
        QVERIFY(ran);
        report.add(ran->result.oracle);
    }
    QVERIFY2(verdict() == OracleVerdict::Invalid, qPrintable(text(report)));
    QVERIFY(!report.first.empty());
}

void OracleMutantsTest::honestServersKeepTheirPromises_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<QString>("store");
    QTest::newRow("memory") << QByteArray("ceteris-server") << u"memory"_s;
    QTest::newRow("redis") << QByteArray("ceteris-server") << u"redis"_s;
    QTest::newRow("no mutant") << QByteArray("ceteris_mutantserver") << u"memory"_s;
}

void OracleMutantsTest::honestServersKeepTheirPromises()
{
    QFETCH(QByteArray, program);
    QFETCH(QString, store);
    qputenv("CETERIS_MUTANT", {});
    qunsetenv("CETERIS_MUTANT_RATE");
    auto wanted = options(program.constData());
    std::unique_ptr<RedisService> redis;
    const QTemporaryDir folder;
    if (store == u"redis") {
        if (services::programPath(u"redis-server"_s).isEmpty())
            QSKIP("There is no redis-server.");
        auto started = RedisService::start({ .settings = {}, .cpus = {}, .folder = folder.path() });
        QVERIFY2(started, started ? "" : qPrintable(describe(started.error())));
        redis = std::move(*started);
        wanted.config.store.kind = store;
        wanted.config.store.redis = redis->address();
    }
    const auto server = ServerService::start(wanted);
    QVERIFY2(server, server ? "" : qPrintable(describe(server.error())));
    OracleReport report;
    constexpr std::uint64_t enough = 30'000;
    constexpr int mostRounds = 15;
    for (int round = 1; round <= mostRounds && report.of(Invariant::ReadYourWrites).checks < enough; ++round) {
        const auto ran = run(specOf((*server)->url(), round));
        QVERIFY(ran);
        QCOMPARE(imbalance(*ran), QString());
        report.add(ran->result.oracle);
    }
    for (const auto invariant : timedInvariants) {
        QVERIFY2(report.of(invariant).violations == 0, qPrintable(text(report)));
        QVERIFY2(report.of(invariant).checks > 0, qPrintable(text(report)));
    }
    for (const auto invariant : { Invariant::Identity, Invariant::ReadYourWrites, Invariant::MonotonicReads,
             Invariant::LostSession, Invariant::Leak, Invariant::CarryOver })
        QVERIFY2(report.of(invariant).checks >= enough, qPrintable(text(report)));
}

QTEST_GUILESS_MAIN(OracleMutantsTest)
#include "tst_oraclemutants.moc"
