// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/targetcheck.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris;
using run::Readiness;

class TestTargetCheck : public QObject
{
    Q_OBJECT

private slots:
    void roundTrip_data();
    void roundTrip();
    void redis();
};

void TestTargetCheck::roundTrip_data()
{
    QTest::addColumn<int>("signIns");
    QTest::addColumn<int>("failed");
    QTest::addColumn<int>("signOuts");
    QTest::addColumn<bool>("logout");
    QTest::addColumn<QString>("says"); // empty: well
    QTest::newRow("works") << 1 << 0 << 1 << true << QString();
    QTest::newRow("no sign-out wanted") << 1 << 0 << 0 << false << QString();
    QTest::newRow("refused") << 0 << 1 << 0 << true << u"sign in: status"_s;
    QTest::newRow("no sign-out") << 1 << 0 << 0 << true << u"sign out: not sent"_s;
}

void TestTargetCheck::roundTrip()
{
    QFETCH(int, signIns);
    QFETCH(int, failed);
    QFETCH(int, signOuts);
    QFETCH(bool, logout);
    QFETCH(QString, says);
    load::LoadResult result;
    const auto counts = [&](load::Phase phase, plan::Operation operation) -> load::Counts& {
        return result.phases[static_cast<std::size_t>(phase)].operations[plan::index(operation)].counts;
    };
    counts(load::Phase::Login, plan::Operation::Login).ok = std::uint64_t(signIns);
    counts(load::Phase::Login, plan::Operation::Login).failed = std::uint64_t(failed);
    counts(load::Phase::Login, plan::Operation::Login).failures[std::size_t(load::Failure::Status)]
        = std::uint64_t(failed);
    counts(load::Phase::Measure, plan::Operation::Refresh).ok = 3;
    counts(load::Phase::Logout, plan::Operation::Logout).ok = std::uint64_t(signOuts);
    run::Target target;
    target.logout = logout;
    const auto row = run::judgeRoundTrip(target, result);
    QCOMPARE(row.readiness, says.isEmpty() ? Readiness::Ok : Readiness::Fail);
    QVERIFY2(row.value.contains(says), qPrintable(row.value));
    const auto broken = run::judgeRoundTrip(target, fail(ErrorCode::BadUrl, { u"x"_s, u"y"_s }));
    QCOMPARE(broken.readiness, Readiness::Fail);
    QCOMPARE(run::judgeHealth(target, true).readiness, Readiness::Ok);
    QCOMPARE(run::judgeHealth(target, false).readiness, Readiness::Fail);
}

void TestTargetCheck::redis()
{
    const auto readiness = [](const run::RedisFacts& facts) {
        QList<Readiness> list;
        for (const auto& row : run::judgeRedis(facts, 0))
            list += row.readiness;
        return list;
    };
    using List = QList<Readiness>;
    const auto ok = Readiness::Ok;
    const auto warn = Readiness::Warn;
    QCOMPARE(readiness({ u"7.0.15"_s, 0, u"noeviction"_s, 0 }), (List { ok, ok, ok }));
    QCOMPARE(readiness({ u"7.0.15"_s, 0, u"allkeys-lru"_s, 0 }), (List { ok, warn, ok }));
    QCOMPARE(readiness({ u"7.0.15"_s, 0, u"noeviction"_s, 4 }), (List { ok, ok, warn }));
    const auto gone = run::judgeRedis(fail(ErrorCode::StoreUnreachable, { u"127.0.0.1:1"_s, u"refused"_s }), 0);
    QCOMPARE(gone.size(), std::size_t(1));
    QCOMPARE(gone.front().readiness, Readiness::Fail);
}

QTEST_GUILESS_MAIN(TestTargetCheck)
#include "tst_targetcheck.moc"
