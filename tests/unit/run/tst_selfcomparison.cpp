// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/read.h"
#include "app/plan/schedule.h"
#include "app/run/pilot.h"
#include "app/run/selfcomparison.h"
#include "app/stats/planning.h"
#include "tests/unit/results/comparedtrials.h"

#include <QtTest>

using namespace ceteris;
using namespace Qt::StringLiterals;
using results::Comparison;

namespace {

// Everything that an A/A experiment must leave out.
plan::Plan elaborate()
{
    auto plan = plan::read(plan::preset(u"blog"_s)).plan;
    plan.twin = true;
    plan = plan::withTwin(plan);
    plan.decision.stopping = plan::Stopping::Sequential;
    plan.decision.level = plan.levels.front().name;
    plan.oracle.probes = true;
    plan.blocks = 10;
    return plan;
}

Comparison comparison(int blocks, double low, double high)
{
    Comparison it;
    it.level = u"busy"_s;
    it.operation = u"refresh"_s;
    it.metric = u"response_p99"_s;
    it.primary = true;
    it.paired.blocks = blocks;
    it.paired.ratio = 1.01;
    it.paired.spread = 0.04;
    it.paired.interval = stats::Interval { low, high };
    it.band = 0.05;
    return it;
}

} // namespace

class TestSelfComparison : public QObject
{
    Q_OBJECT

private slots:
    void isTheControlAgainstItself()
    {
        const auto plan = elaborate();
        const auto aa = run::selfComparisonPlan(plan);
        QCOMPARE(aa.name, QString(plan.name % u"-aa"));
        QCOMPARE(aa.arms.size(), 2U);
        auto second = aa.arms[1];
        QVERIFY(second.name != aa.arms[0].name);
        second.name = aa.arms[0].name;
        QVERIFY(second == plan.arms[0] && aa.arms[0] == plan.arms[0]);
        QVERIFY(!aa.arms[1].isTwin); // a twin would get no verdict
        QCOMPARE(aa.levels.size(), 1U);
        QVERIFY(aa.levels[0] == plan.levels.front());
        QCOMPARE(plan::mostBlocks(aa), 10);
        QVERIFY(!aa.twin && !aa.oracle.probes);
        QVERIFY(aa.decision.metric == plan.decision.metric && aa.phases == plan.phases && aa.guard == plan.guard);
        QCOMPARE(plan::schedule(aa).size(), 20U);
    }

    void hasEnoughBlocksForAVerdict()
    {
        auto plan = elaborate();
        plan.blocks = 2;
        QCOMPARE(plan::mostBlocks(run::selfComparisonPlan(plan)), 6);
    }

    // It is written into a results folder, and read from there.
    void canBeRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("arm");
        QTest::newRow("usual") << u"some"_s << u"memory"_s;
        QTest::newRow("the longest names") << QString(64, u'n') << QString(64, u'a');
    }

    void canBeRead()
    {
        QFETCH(QString, name);
        QFETCH(QString, arm);
        auto plan = plan::withoutTwin(elaborate());
        plan.name = name;
        plan.arms[0].name = arm;
        for (const auto& made : { run::selfComparisonPlan(plan), run::pilotPlan(plan, 240) }) {
            const auto reading = plan::read(plan::write(made));
            for (const auto& problem : reading.problems)
                qWarning("%s", qPrintable(plan::describe(problem, {})));
            QVERIFY(reading.ok());
            QVERIFY(reading.plan == made);
        }
    }

    void theLedgerGetsTheRegisteredMetric()
    {
        auto suggested = comparison(8, 0.9, 1.1);
        suggested.primary = false;
        auto noInterval = comparison(8, 0.9, 1.1);
        noInterval.paired.interval.reset();
        const auto rows = run::ledgerRowsOf(u"x-aa"_s, u"2026-01-31T12:00:00Z"_s,
            { comparison(8, 0.98, 1.03), suggested, comparison(8, 1.001, 1.03), comparison(8, 0.97, 0.999), noInterval,
                comparison(5, 0.9, 1.1) });
        QCOMPARE(rows.size(), 3U);
        const results::LedgerRow expected { u"2026-01-31T12:00:00Z"_s, u"x-aa"_s, u"busy"_s, u"refresh"_s,
            u"response_p99"_s, 8, 1.01, 0.04, 0 };
        QVERIFY(rows[0] == expected);
        QCOMPARE(rows[1].claimed, 1);
        QCOMPARE(rows[2].claimed, 1);
    }

    // From trials to the ledger, with a difference that is there and one that is not.
    void claimsAreCounted()
    {
        const auto plan = results::sample::twoArms(8);
        auto rows = results::sample::trialsOf(plan);
        const auto claimed = [&] {
            const auto ledger = run::ledgerRowsOf({}, {}, results::compare(plan, rows, {}));
            return ledger.size() == 1 ? ledger[0].claimed : -1;
        };
        QCOMPARE(claimed(), 1);
        for (auto& row : rows)
            if (row.arm == u"redis")
                results::sample::scale(row, 1 / 1.305);
        QCOMPARE(claimed(), 0);
    }

    void resolutions()
    {
        const auto found = run::resolutionsOf({ comparison(8, 0.9, 1.1), comparison(2, 0.9, 1.1) });
        QCOMPARE(found.size(), 1U); // two blocks say nothing of their spread
        const auto& it = found[0];
        QVERIFY(it.level == u"busy" && it.operation == u"refresh" && it.metric == u"response_p99");
        QCOMPARE(it.blocks, 8);
        QCOMPARE(it.band, 0.05);
        QCOMPARE(it.blocksNeeded, stats::blocksFromPilot(0.04, 8, 0.05));
        QVERIFY(it.resolvable > stats::resolvableDifference(0.04, 8)); // by the upper bound
        QCOMPARE(it.resolvable, stats::resolvableDifference(stats::upperSpread(0.04, 8), 8));
        QVERIFY((it.resolvable <= it.band) == (it.blocksNeeded <= it.blocks));
    }
};

QTEST_APPLESS_MAIN(TestSelfComparison)
#include "tst_selfcomparison.moc"
