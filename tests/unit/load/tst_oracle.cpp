// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/load/oracleplay.h"

#include <QTest>

using namespace ceteris;
using namespace ceteris::loadtest;

class OracleTest : public QObject
{
    Q_OBJECT

private slots:
    void everyAnswerIsChecked();
    void aLostWriteIsToldOnce();
    void pagesThatDoNotCountThemselvesShowTheSame_data();
    void pagesThatDoNotCountThemselvesShowTheSame();
    void aLeakIsAnnounced();
    void aViolationHasItsHistory();
    void theOldCookieIsTriedThreeTimes();
    void anOldCookieWithoutAnAnswerIsTriedAgain();
    void withoutMarksSomeThingsCannotBeSeen();
    void withoutProbesNothingIsTried();
    void requestsOfUnknownOutcomeAreUnclear_data();
    void requestsOfUnknownOutcomeAreUnclear();
};

void OracleTest::everyAnswerIsChecked()
{
    Play play;
    play.login();
    for (int i = 0; i < 10; ++i)
        play.refresh(), play.write();
    play.logout();
    play.probes(302);
    const auto report = play.report();
    for (const auto invariant : { Invariant::Identity, Invariant::ReadYourWrites, Invariant::MonotonicReads,
             Invariant::Leak, Invariant::CarryOver })
        QCOMPARE(report.of(invariant).checks, std::uint64_t(10));
    QCOMPARE(report.of(Invariant::LostSession).checks, std::uint64_t(20));
    QCOMPARE(report.of(Invariant::Resurrected).checks, std::uint64_t(3));
    QCOMPARE(report.of(Invariant::UniqueIds).checks, std::uint64_t(1));
    QVERIFY(report.first.empty());
    for (const auto& count : report.counts)
        QCOMPARE(count.indeterminate, std::uint64_t(0));
}

void OracleTest::aLostWriteIsToldOnce()
{
    Play play;
    play.login();
    play.refresh();
    const auto before = play.last;
    play.write();
    play.count = 0;
    play.last = before;
    for (int i = 0; i < 10; ++i)
        play.refresh();
    QCOMPARE(play.report().of(Invariant::ReadYourWrites).violations, std::uint64_t(1));
    play.write();
    play.count = 7;
    play.refresh();
    QCOMPARE(play.report().of(Invariant::ReadYourWrites).violations, std::uint64_t(2));
}

void OracleTest::pagesThatDoNotCountThemselvesShowTheSame_data()
{
    QTest::addColumn<bool>("countsVisits");
    QTest::addColumn<bool>("holds");
    QTest::newRow("they do not") << false << true;
    QTest::newRow("they should") << true << false;
}

void OracleTest::pagesThatDoNotCountThemselvesShowTheSame()
{
    QFETCH(const bool, countsVisits);
    Play play({ true, true, QStringLiteral("run"), 3, 1, 99, 60, countsVisits });
    play.login();
    for (int i = 0; i < 5; ++i)
        play.page(play.user, 0, 0, play.last);
    QTEST(play.report().of(Invariant::ReadYourWrites).violations == 0, "holds");
    QCOMPARE(play.report().of(Invariant::ReadYourWrites).checks, std::uint64_t(5));
}

void OracleTest::aLeakIsAnnounced()
{
    Play play;
    play.login();
    play.page(play.user, 9, 9, "c1.x");
    QVERIFY(!play.book.hasLeak());
    play.page("user8", 1, 0, {});
    QVERIFY(play.book.hasLeak());
}

void OracleTest::aViolationHasItsHistory()
{
    Play play;
    play.login();
    for (int i = 0; i < 20; ++i)
        play.write(), play.refresh();
    for (int i = 0; i < 20; ++i)
        play.page(play.user, 1, 1, play.last);
    const auto report = play.report();
    QCOMPARE(report.first.size(), violationsKept);
    const auto& one = report.first.front();
    QCOMPARE(one.account, 7);
    QCOMPARE(one.atS, 0.85);
    QCOMPARE(one.expected, "visits 21, count 20, last " + play.last);
    QCOMPARE(one.found, "visits 1, count 1, last " + play.last);
    QCOMPARE(one.history.size(), std::size_t(8));
    QCOMPARE(one.history[0], std::string("0.700000 s refresh ok, status 200, 10.000 ms, visits 17, count 17"));
    QCOMPARE(one.history[7], std::string("0.840000 s refresh ok, status 200, 10.000 ms, visits 1, count 1"));
}

void OracleTest::theOldCookieIsTriedThreeTimes()
{
    Play play;
    play.login("S=5; T=6");
    QVERIFY(!play.witness.takeProbe());
    QCOMPARE(play.witness.cookies(), std::string("S=5; T=6"));
    const auto signedOut = toSeconds(play.now.time_since_epoch()) + 0.01;
    play.logout();
    play.probes(302);
    QCOMPARE(play.probeTimes.size(), std::size_t(3));
    QVERIFY(std::abs(play.probeTimes[1] - signedOut - 0.1) < 1e-6);
    QVERIFY(std::abs(play.probeTimes[2] - signedOut - 1) < 1e-6);
    play.logout();
    QVERIFY(play.witness.takeProbe());
}

// While a store has no master nobody can say whether a logout has come through.
void OracleTest::anOldCookieWithoutAnAnswerIsTriedAgain()
{
    Play play;
    play.login();
    const auto signedOut = toSeconds(play.now.time_since_epoch()) + 0.01;
    play.logout();
    play.probes(503); // to the end
    QVERIFY2(play.probeTimes.size() > 15 && play.probeTimes.size() < 25,
        qPrintable(QString::number(play.probeTimes.size())));
    QVERIFY(play.probeTimes.back() < signedOut + 10.6);
    QCOMPARE(play.report().of(Invariant::Resurrected).checks, std::uint64_t(0));

    play.login("S=2");
    play.logout();
    for (int i = 0; i < 5; ++i) {
        play.now = std::max(play.now, *play.witness.takeProbe());
        play.witness.saw({ Operation::Refresh, true, play.now, play.now, {}, 503, {}, {} });
    }
    play.probes(200, Play::pageOf("user7", 1, 0, {}));
    QCOMPARE(play.report().of(Invariant::Resurrected).violations, std::uint64_t(1));
    QVERIFY(!play.witness.takeProbe());
}

void OracleTest::withoutMarksSomeThingsCannotBeSeen()
{
    Play play({ .marks = false, .probes = true, .run = {} });
    play.login();
    QVERIFY(play.last.empty());
    play.page(play.user, 9, 9, "anything");
    play.page("user8", 1, 0, {});
    play.write();
    QVERIFY(play.last.starts_with("c1."));
    play.refreshFails(Failure::SessionLost, 302);
    play.sight(Operation::Logout, 302);
    play.probes(200, Play::pageOf("user7", 1, 0, {}));
    const auto report = play.report();
    const Broken broken { Invariant::Identity, Invariant::LostSession, Invariant::Resurrected };
    QVERIFY2(brokenOf(report) == broken, qPrintable(text(report)));
    for (const auto invariant :
        { Invariant::ReadYourWrites, Invariant::MonotonicReads, Invariant::Leak, Invariant::CarryOver })
        QCOMPARE(report.of(invariant).checks, std::uint64_t(0));
}

void OracleTest::withoutProbesNothingIsTried()
{
    Play play({ .marks = true, .probes = false, .run = {} });
    play.login();
    play.logout();
    QVERIFY(!play.witness.takeProbe());
}

void OracleTest::requestsOfUnknownOutcomeAreUnclear_data()
{
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<int>("status");
    QTest::newRow("timeout") << Failure::Timeout << 0;
    QTest::newRow("reset") << Failure::Connect << 0;
    QTest::newRow("no descriptor") << Failure::LocalResource << 0;
    QTest::newRow("error") << Failure::Status << 500;
    QTest::newRow("store away") << Failure::Status << 503;
}

// Whether such a request was applied, not applied, applied late or undid what came after it: nobody is to blame.
void OracleTest::requestsOfUnknownOutcomeAreUnclear()
{
    QFETCH(Failure, failure);
    QFETCH(int, status);
    for (const bool isApplied : { false, true }) {
        Play play;
        play.login();
        play.refresh();
        play.refreshFails(failure, status);
        play.visits += isApplied ? 1 : 0;
        const auto token = play.writeFails(failure, status);
        play.count += isApplied ? 1 : 0;
        play.last = isApplied ? token : play.last;
        play.refresh();
        const auto past = play.last;
        play.write();
        play.refresh();
        QCOMPARE(text(play.report()), QString());
        QCOMPARE(play.report().of(Invariant::ReadYourWrites).indeterminate, std::uint64_t(0));
        play.page(play.user, 2, 0, past); // put back by the late end of either
        QCOMPARE(text(play.report()), QString());
        QCOMPARE(play.report().of(Invariant::ReadYourWrites).indeterminate, std::uint64_t(1));
        QCOMPARE(play.report().of(Invariant::MonotonicReads).indeterminate, std::uint64_t(1));
        play.page(play.user, 100, 0, past); // but this is too much
        QCOMPARE(play.report().of(Invariant::ReadYourWrites).violations, std::uint64_t(1));
    }
}

QTEST_APPLESS_MAIN(OracleTest)
#include "tst_oracle.moc"
