// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/oraclerows.h"
#include "app/run/promises.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris;
using load::Invariant;
using load::InvariantCount;
using results::Outcome;

class OracleRowsTest : public QObject
{
    Q_OBJECT

private slots:
    void countsGiveAnOutcome_data();
    void countsGiveAnOutcome();
    void whatIsNotPromisedIsOnlyCounted();
    void tabsMayLoseTheirSession();
    void theLagIsAFigure();
    void everyTimedInvariantHasARow();
    void violationsAreListed();
    void violationsAreRead();
};

static const auto place = [] {
    results::CheckRow row;
    row.block = 2;
    row.trial = 5;
    row.arm = u"redis"_s;
    row.level = u"busy"_s;
    return row;
}();

void OracleRowsTest::countsGiveAnOutcome_data()
{
    QTest::addColumn<Invariant>("invariant");
    QTest::addColumn<InvariantCount>("count");
    QTest::addColumn<Outcome>("outcome");
    const auto row = [](const char* name, Invariant invariant, InvariantCount count, Outcome outcome) {
        QTest::newRow(name) << invariant << count << outcome;
    };
    row("clean", Invariant::Leak, { 5000, 0, 0 }, Outcome::Ok);
    row("few", Invariant::Leak, { 50, 0, 0 }, Outcome::Ok);
    row("never", Invariant::Leak, {}, Outcome::Unavailable);
    row("never decided", Invariant::Resurrected, { 0, 0, 7 }, Outcome::Unavailable);
    row("broken", Invariant::Leak, { 5000, 1, 0 }, Outcome::Void);
    row("one id twice", Invariant::UniqueIds, { 50, 1, 0 }, Outcome::Void);
    row("a few losses", Invariant::LostSession, { 10'000, 3, 0 }, Outcome::Mark);
    row("losses", Invariant::LostSession, { 10'000, 4, 0 }, Outcome::Void);
    row("semantics", Invariant::ConcurrentWrites, { 50, 40, 0 }, Outcome::Mark);
}

void OracleRowsTest::countsGiveAnOutcome()
{
    QFETCH(Invariant, invariant);
    QFETCH(InvariantCount, count);
    QFETCH(Outcome, outcome);
    load::OracleReport report;
    report.of(invariant) = count;
    const std::array only { invariant };
    const auto rows = run::oracleRows(place, report, only);
    QCOMPARE(rows.size(), std::size_t(1));
    const auto& row = rows.front();
    QCOMPARE(row.outcome, outcome);
    QCOMPARE(row.value, count.checks > 0 ? std::optional(double(count.violations)) : std::nullopt);
    QCOMPARE(row.outOf, count.checks > 0 ? std::optional(double(count.checks)) : std::nullopt);
    QCOMPARE(row.voidLimit.has_value(), invariant != Invariant::ConcurrentWrites);
    if (row.voidLimit && row.value)
        QCOMPARE(*row.value > *row.voidLimit, outcome == Outcome::Void);
    QVERIFY2(count.checks == 0 || row.text.contains(u"%1 check"_s.arg(count.checks)), qPrintable(row.text));
    QVERIFY(!row.text.isEmpty());
}

// Whoever signs tokens knows that they outlive the logout: it is shown how many do, and held against nobody.
void OracleRowsTest::whatIsNotPromisedIsOnlyCounted()
{
    load::OracleReport report;
    report.of(Invariant::Resurrected) = { 300, 200, 0 };
    report.of(Invariant::Leak) = { 300, 1, 0 };
    plan::Arm token;
    token.store = plan::StoreKind::Token;
    const std::array both { Invariant::Resurrected, Invariant::Leak };
    const auto rows = run::oracleRows(place, report, both, run::notPromised(token));
    QCOMPARE(rows[0].outcome, Outcome::Mark);
    QCOMPARE(rows[0].value, 200);
    QVERIFY(rows[0].text.contains(u"does not promise"));
    QCOMPARE(rows[1].outcome, Outcome::Void);
    QCOMPARE(run::oracleRows(place, report, both, run::notPromised({}))[0].outcome, Outcome::Void);
}

// Two tabs that renew at once look like a thief, unless the server puts up with it for a while.
void OracleRowsTest::tabsMayLoseTheirSession()
{
    const auto promisesIt = [](int tabs, int graceS) {
        plan::Arm arm;
        arm.store = plan::StoreKind::Token;
        arm.token.tabs = tabs;
        arm.token.graceS = graceS;
        const auto without = run::notPromised(arm);
        return std::ranges::find(without, Invariant::LostSession) == without.end();
    };
    QVERIFY(promisesIt(1, 0));
    QVERIFY(promisesIt(2, 1));
    QVERIFY(!promisesIt(2, 0));
}

void OracleRowsTest::theLagIsAFigure()
{
    const auto late = run::revocationRow(place, 9.96);
    QCOMPARE(late.value, 9.96);
    QCOMPARE(late.unit, u"s"_s);
    QCOMPARE(late.outcome, Outcome::Ok);
    QCOMPARE(late.arm, u"redis"_s);
    QVERIFY2(late.text.contains(u"up to 10.0 s"), qPrintable(late.text));
    QVERIFY(run::revocationRow(place, 60.02).text.contains(u"still believed"));
    QVERIFY(run::revocationRow(place, 0).text.contains(u"at once"));
}

void OracleRowsTest::everyTimedInvariantHasARow()
{
    const auto rows = run::oracleRows(place, {});
    QCOMPARE(rows.size(), load::timedInvariants.size());
    QCOMPARE(rows[1].check, u"read_your_writes"_s);
    for (const auto& row : rows) {
        QCOMPARE(row.block, 2);
        QCOMPARE(row.trial, 5);
        QCOMPARE(row.arm, u"redis"_s);
        QCOMPARE(row.level, u"busy"_s);
        QCOMPARE(row.kind, u"oracle"_s);
        QCOMPARE(row.unit, u"1"_s);
    }
}

void OracleRowsTest::violationsAreListed()
{
    load::OracleReport report;
    report.first.push_back({ Invariant::Leak, 7, 1.5, "the page of user7", "the page of \xC3\xA4", { "one", "two" } });
    const auto rows = run::violationRows(place, report);
    QCOMPARE(rows.size(), std::size_t(1));
    const results::ViolationRow expected { 2, 5, u"redis"_s, u"busy"_s, u"leak"_s, 7, 1.5, u"the page of user7"_s,
        u"the page of ä"_s, u"one\ntwo"_s };
    QVERIFY(rows.front() == expected);
}

void OracleRowsTest::violationsAreRead()
{
    const results::ViolationRow row { 2, 5, u"redis"_s, u"busy"_s, u"leak"_s, 7, 1.5, u"a, \"b\""_s, u"c"_s,
        u"1\n2"_s };
    QStringList cells;
    for (const auto& column : results::violationColumns())
        cells += column.write(row);
    const auto read = results::rowOf(results::violationColumns(), cells);
    QVERIFY(read && *read == row);
}

QTEST_APPLESS_MAIN(OracleRowsTest)
#include "tst_oraclerows.moc"
