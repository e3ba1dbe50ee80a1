// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/load/loadrun.h"

#include <QTest>

#include <sys/resource.h>

using namespace ceteris;
using namespace ceteris::load;
using namespace ceteris::loadtest;
using namespace Qt::StringLiterals;
using plan::Operation;
using testsupport::Behaviour;
using testsupport::KnownServer;

Q_DECLARE_METATYPE(ceteris::testsupport::Behaviour)

class LoadFaultsTest : public QObject
{
    Q_OBJECT

private slots:
    void theBooksBalance_data();
    void theBooksBalance();
    void errorsAreStatusFailures();
    void droppedConnectionsAreNotRetried();
    void cookiesAreEachUsersOwn();
    void swappedUsersAreDetected();
    void lostSessionsAreDetected();
    void silenceIsATimeout();
    void whatIsInFlightAtTheEndIsCensored();
    void aClosedPortIsAConnectFailure();
    void noDescriptorIsALocalFailure();
    void closedConnectionsAreReplaced();
};

static std::uint64_t failures(const LoadResult& result, Operation operation, Failure failure)
{
    return total(result, operation).failures[std::size_t(failure)];
}

void LoadFaultsTest::theBooksBalance_data()
{
    QTest::addColumn<Behaviour>("behaviour");
    QTest::newRow("some slower than the timeout") << Behaviour { .latenciesMs = { 1, 150, 900 } };
    QTest::newRow("freeze") << Behaviour { .latenciesMs = { 2 }, .freezeAtS = 0.6, .freezeS = 60 };
    QTest::newRow("freeze at the login") << Behaviour { .freezeAtS = 0.1, .freezeS = 60 };
    QTest::newRow("everything") << Behaviour { .latenciesMs = { 0, 1, 10, 100, 600 },
        .errorShare = 0.1,
        .dropShare = 0.1,
        .silentShare = 0.02,
        .forgetShare = 0.02,
        .swapShare = 0.05,
        .answersPerConnection = 7 };
}

void LoadFaultsTest::theBooksBalance()
{
    QFETCH(Behaviour, behaviour);
    const KnownServer server(behaviour);
    auto spec = visitSpec(server.url());
    spec.threads = 2;
    spec.writeShare = 0.2;
    const auto ran = run(spec);
    QVERIFY(ran);
    QCOMPARE(imbalance(*ran), QString());
    QCOMPARE(difference(ran->result, server.tally()), QString());
    QVERIFY(total(ran->result, Operation::LoginPage).sent > 0);
}

void LoadFaultsTest::errorsAreStatusFailures()
{
    const KnownServer server({ .errorShare = 0.1 });
    const auto ran = run(plainSpec(server.url()));
    QVERIFY(ran);
    QVERIFY(server.tally().errors > 0);
    QCOMPARE(failures(ran->result, Operation::Refresh, Failure::Status), server.tally().errors);
    QCOMPARE(total(ran->result, Operation::Refresh).failed, server.tally().errors);
}

// libcurl would send such a request again by itself: the server would see more than was booked.
void LoadFaultsTest::droppedConnectionsAreNotRetried()
{
    const KnownServer server({ .dropShare = 0.2 });
    const auto ran = run(plainSpec(server.url()));
    QVERIFY(ran);
    QVERIFY(server.tally().drops > 0);
    QCOMPARE(failures(ran->result, Operation::Refresh, Failure::Connect), server.tally().drops);
    QCOMPARE(difference(ran->result, server.tally()), QString());
}

void LoadFaultsTest::cookiesAreEachUsersOwn()
{
    const KnownServer server;
    auto spec = visitSpec(server.url());
    spec.users = 200;
    spec.spawnPerS = 1000;
    const auto ran = run(spec);
    QVERIFY(ran);
    QVERIFY(total(ran->result, Operation::Refresh).ok > 200);
    QCOMPARE(failures(ran->result, Operation::Refresh, Failure::Assertion), std::uint64_t(0));
    QCOMPARE(server.tally().badTokens, std::uint64_t(0));
}

void LoadFaultsTest::swappedUsersAreDetected()
{
    const KnownServer server({ .swapShare = 0.05 });
    const auto ran = run(visitSpec(server.url()));
    QVERIFY(ran);
    QVERIFY(server.tally().swaps > 0);
    QCOMPARE(failures(ran->result, Operation::Refresh, Failure::Assertion), server.tally().swaps);
}

void LoadFaultsTest::lostSessionsAreDetected()
{
    const KnownServer server({ .forgetShare = 0.05 });
    auto spec = visitSpec(server.url());
    spec.timeline.logoutS = 0;
    const auto ran = run(spec);
    QVERIFY(ran);
    QVERIFY(server.tally().forgotten > 0);
    QVERIFY(failures(ran->result, Operation::Refresh, Failure::SessionLost) >= server.tally().forgotten);
    QCOMPARE(ran->result.signedIn, 40);
    QCOMPARE(ran->sum.signedIn, 40 - int(server.tally().forgotten));
}

void LoadFaultsTest::silenceIsATimeout()
{
    const KnownServer server({ .silentShare = 0.1 });
    auto spec = plainSpec(server.url());
    spec.timeoutS = 0.1;
    const auto ran = run(spec);
    QVERIFY(ran);
    QVERIFY(server.tally().silences > 0);
    QCOMPARE(total(ran->result, Operation::Refresh).timeouts, server.tally().silences);
    QCOMPARE(total(ran->result, Operation::Refresh).failed, std::uint64_t(0));
}

void LoadFaultsTest::whatIsInFlightAtTheEndIsCensored()
{
    const KnownServer server({ .latenciesMs = { 1 }, .freezeAtS = 0.3, .freezeS = 60 });
    auto spec = plainSpec(server.url());
    spec.timeoutS = 30;
    const auto ran = run(spec);
    QVERIFY(ran);
    QCOMPARE(imbalance(*ran), QString());
    QCOMPARE(total(ran->result, Operation::Refresh).censored, std::uint64_t(40));
    QCOMPARE(total(ran->result, Operation::Refresh).timeouts, std::uint64_t(0));
    QVERIFY(ran->elapsedS < 3);
}

void LoadFaultsTest::aClosedPortIsAConnectFailure()
{
    QString url;
    {
        const KnownServer server;
        url = server.url();
    }
    const auto ran = run(plainSpec(url));
    QVERIFY(ran);
    QCOMPARE(imbalance(*ran), QString());
    const auto counts = total(ran->result, Operation::Refresh);
    QVERIFY(counts.sent > 0);
    QCOMPARE(counts.failures[std::size_t(Failure::Connect)], counts.sent);
    QCOMPARE(record(ran->result, Phase::Measure, Operation::Refresh).completed, std::uint64_t(0));
}

void LoadFaultsTest::noDescriptorIsALocalFailure()
{
    const KnownServer server;
    Generator generator(plainSpec(server.url()));
    QVERIFY(generator.start());
    rlimit before {};
    getrlimit(RLIMIT_NOFILE, &before);
    const rlimit none { 1, before.rlim_max }; // from now on no connection can be opened
    setrlimit(RLIMIT_NOFILE, &none);
    QTRY_VERIFY_WITH_TIMEOUT(generator.finished(), 5000);
    setrlimit(RLIMIT_NOFILE, &before);
    const auto result = generator.finish();
    QVERIFY(failures(result, Operation::Refresh, Failure::LocalResource) > 0);
    QCOMPARE(failures(result, Operation::Refresh, Failure::Connect), std::uint64_t(0));
}

void LoadFaultsTest::closedConnectionsAreReplaced()
{
    const KnownServer server({ .answersPerConnection = 3 });
    const auto ran = run(plainSpec(server.url()));
    QVERIFY(ran);
    const auto& refresh = record(ran->result, Phase::Measure, Operation::Refresh);
    QCOMPARE(refresh.counts.failed, std::uint64_t(0));
    QCOMPARE(refresh.newConnections, server.tally().connections);
    QVERIFY(refresh.newConnections >= refresh.counts.ok / 3);
}

QTEST_GUILESS_MAIN(LoadFaultsTest)
#include "tst_loadfaults.moc"
