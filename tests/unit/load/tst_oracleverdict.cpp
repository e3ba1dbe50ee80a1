// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/oraclebook.h"
#include "app/load/oracleverdict.h"

#include <QTest>

using namespace ceteris::load;

class OracleVerdictTest : public QObject
{
    Q_OBJECT

private slots:
    void countsGiveAVerdict_data();
    void countsGiveAVerdict();
    void theWorstDecides();
    void zeroBoundsTheRate();
    void reportsAdd();
    void idsIssuedTwiceAreFound();
};

void OracleVerdictTest::countsGiveAVerdict_data()
{
    QTest::addColumn<Invariant>("invariant");
    QTest::addColumn<InvariantCount>("count");
    QTest::addColumn<OracleVerdict>("verdict");
    QTest::addColumn<QByteArray>("says");
    using I = Invariant;
    using V = OracleVerdict;
    const auto row = [](const char* name, I invariant, InvariantCount count, V verdict, const char* says) {
        QTest::newRow(name) << invariant << count << verdict << QByteArray(says);
    };
    row("clean", I::Identity, { 31'204, 0, 0 }, V::Valid,
        "0 violations in 31204 checks: the rate is below 9.6e-05 (95 %)");
    row("just enough", I::Leak, { 3000, 0, 2 }, V::Valid,
        "0 violations in 3000 checks: the rate is below 1.0e-03 (95 %); 2 answers unclear");
    row("too few", I::Leak, { 2999, 0, 0 }, V::Unknown, "fewer than the 3000 checks");
    row("one", I::Leak, { 1, 0, 0 }, V::Unknown, "0 violations in 1 check: the rate is below 1 (95 %), fewer");
    row("never", I::CarryOver, {}, V::Unknown, "never exercised");
    row("never decided", I::Resurrected, { 0, 0, 1 }, V::Unknown, "never decided: 1 unclear answer");
    row("broken", I::ReadYourWrites, { 1'000'000, 1, 0 }, V::Invalid, "1 violation in 1000000 checks");
    row("broken at once", I::Leak, { 1, 1, 0 }, V::Invalid, "1 violation in 1 check");
    row("a few lost sessions", I::LostSession, { 10'000, 3, 0 }, V::Valid,
        "3 violations in 10000 checks: tolerated up to 3");
    row("too many lost sessions", I::LostSession, { 10'000, 4, 0 }, V::Invalid, "4 violations in 10000 checks");
    row("a lost session of few", I::LostSession, { 3000, 1, 0 }, V::Invalid, "1 violation");
    row("no promise", I::ConcurrentWrites, { 10'000, 4, 0 }, V::Valid, "does not promise it");
}

void OracleVerdictTest::countsGiveAVerdict()
{
    QFETCH(Invariant, invariant);
    QFETCH(InvariantCount, count);
    QFETCH(OracleVerdict, verdict);
    QFETCH(QByteArray, says);
    QCOMPARE(verdictOf(invariant, count), verdict);
    const auto wording = wordingOf(invariant, count);
    QVERIFY2(wording.find(says.toStdString()) != std::string::npos, wording.c_str());
}

void OracleVerdictTest::theWorstDecides()
{
    OracleReport report;
    QCOMPARE(verdictOf(report), OracleVerdict::Unknown);
    for (const auto invariant : timedInvariants)
        report.of(invariant).checks = 5000;
    QCOMPARE(verdictOf(report), OracleVerdict::Valid);
    report.of(Invariant::UniqueIds).checks = 40;
    QCOMPARE(verdictOf(report), OracleVerdict::Unknown);
    report.of(Invariant::MonotonicReads).violations = 1;
    QCOMPARE(verdictOf(report), OracleVerdict::Invalid);
    constexpr std::array some { Invariant::Identity, Invariant::Leak };
    QCOMPARE(verdictOf(report, some), OracleVerdict::Valid);
}

void OracleVerdictTest::zeroBoundsTheRate()
{
    QCOMPARE(rateBelow({ 3000, 0, 0 }), std::optional(0.001));
    QCOMPARE(rateBelow({ 3000, 1, 0 }), std::optional<double>());
    QCOMPARE(rateBelow({}), std::optional<double>());
}

static Violation at(double seconds)
{
    return { Invariant::Leak, 1, seconds, "a", "b", {} };
}

void OracleVerdictTest::reportsAdd()
{
    OracleReport sum;
    sum.of(Invariant::Leak) = { 5, 2, 1 };
    for (const double seconds : { 1, 3, 5, 7, 9 })
        sum.first.push_back(at(seconds));
    OracleReport other;
    other.of(Invariant::Leak) = { 10, 1, 3 };
    for (const double seconds : { 2, 4, 6, 8, 10 })
        other.first.push_back(at(seconds));
    sum.add(other);
    QVERIFY((sum.of(Invariant::Leak) == InvariantCount { 15, 3, 4 }));
    QCOMPARE(sum.first.size(), violationsKept);
    for (std::size_t i = 0; i < violationsKept; ++i)
        QCOMPARE(sum.first[i].atS, double(i + 1));
}

void OracleVerdictTest::idsIssuedTwiceAreFound()
{
    OracleBook one;
    OracleBook two;
    const TimePoint start;
    for (std::uint64_t id = 1; id <= 100; ++id)
        one.issued(id, int(id), start + fromSeconds(1));
    QCOMPARE(OracleBook::conclude({ &one, &two }).of(Invariant::UniqueIds).violations, std::uint64_t(0));
    two.issued(7, 207, start + fromSeconds(2));
    two.issued(300, 208, start + fromSeconds(3));
    const auto report = OracleBook::conclude({ &one, &two });
    QVERIFY((report.of(Invariant::UniqueIds) == InvariantCount { 102, 1, 0 }));
    QCOMPARE(report.first.size(), std::size_t(1));
    QCOMPARE(report.first[0].account, 207);
    QVERIFY(report.first[0].found.find("account 7 ") != std::string::npos);
}

QTEST_APPLESS_MAIN(OracleVerdictTest)
#include "tst_oracleverdict.moc"
