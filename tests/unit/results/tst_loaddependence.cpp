// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/loaddependence.h"
#include "tests/unit/results/comparedtrials.h"

#include <QJsonObject>
#include <QtTest>

using namespace ceteris;
using namespace ceteris::results::sample;
using namespace Qt::StringLiterals;
using results::LoadDependence;
using results::TrialRow;
using stats::Verdict;

namespace {

// The busy level is listed first: the order by load counts, not that of the plan.
plan::Plan twoLevels(int blocks)
{
    auto plan = twoArms(blocks);
    plan.levels[0].users = 500;
    plan.levels.push_back(plan.levels[0]);
    plan.levels[1].name = u"idle"_s;
    plan.levels[1].users = 10;
    plan.decision.level = u"busy"_s;
    return plan;
}

// As twoArms at "busy"; at "idle" redis is `idleGap` of its gap there, with a little noise that has nothing to do with
// it.
std::vector<TrialRow> rowsOf(const plan::Plan& plan, double idleGap, double noise = 0.004)
{
    auto rows = trialsOf(plan);
    const auto busy = rows.size();
    for (std::size_t i = 0; i < busy; ++i) {
        auto row = rows[i];
        row.level = u"idle"_s;
        row.trial += static_cast<int>(busy);
        if (row.arm == u"redis")
            scale(row, idleGap * (1 + noise * (row.block * 3 % 5 - 2)));
        rows.push_back(row);
    }
    return rows;
}

LoadDependence of(const plan::Plan& plan, const std::vector<TrialRow>& rows)
{
    const auto all = results::loadDependence(plan, rows, results::compare(plan, rows, {}));
    return all.size() == 1 ? all.front() : LoadDependence {};
}

} // namespace

class TestLoadDependence : public QObject
{
    Q_OBJECT

private slots:
    void aGapThatGrows()
    {
        const auto plan = twoLevels(8);
        const auto it = of(plan, rowsOf(plan, 1 / 1.4));
        QCOMPARE(it.busiest, u"busy"_s);
        QCOMPARE(it.least, u"idle"_s);
        QCOMPARE(it.paired.blocks, 8);
        QVERIFY(std::abs(it.paired.ratio - 1.4) < 0.01);
        QVERIFY2(
            it.sentence.startsWith(u"The ratio of redis's to memory's p99 response time (refresh) is 1.40 times as "
                                   "large at busy as at idle (95 % CI 1."_s),
            qPrintable(it.sentence));
        QVERIFY2(it.sentence.endsWith(u"times): the gap depends on the load."_s), qPrintable(it.sentence));
    }

    void aGapThatStays()
    {
        const auto plan = twoLevels(8);
        const auto it = of(plan, rowsOf(plan, 1));
        QCOMPARE(it.decision.verdict, Verdict::Equivalent);
        QVERIFY2(it.sentence.startsWith(u"The gap between redis and memory in p99 response time (refresh) does not "
                                        "depend on the load within 5 % from idle to busy (95 % CI "_s),
            qPrintable(it.sentence));
    }

    void tooMuchNoiseToTell()
    {
        const auto plan = twoLevels(8);
        const auto it = of(plan, rowsOf(plan, 1, 0.2));
        QCOMPARE(it.decision.verdict, Verdict::Inconclusive);
        QVERIFY2(it.sentence.startsWith(u"Cannot tell whether the gap"_s), qPrintable(it.sentence));
    }

    void fewBlocksAreAPilot()
    {
        const auto plan = twoLevels(5);
        const auto it = of(plan, rowsOf(plan, 1 / 1.4));
        QCOMPARE(it.decision.verdict, Verdict::Pilot);
        QVERIFY2(it.sentence.startsWith(u"PILOT: The ratio"_s), qPrintable(it.sentence));
    }

    void noVerdictAtOneLevelIsNoneBetweenThem()
    {
        const auto plan = twoLevels(8);
        auto rows = rowsOf(plan, 1 / 1.4);
        for (auto& row : rows)
            if (row.level == u"idle" && row.arm == u"redis")
                row.failed = 50;
        const auto it = of(plan, rows);
        QCOMPARE(it.decision.verdict, Verdict::NotComparable);
        QVERIFY2(it.sentence.contains(u"the arms do not fail equally often"_s), qPrintable(it.sentence));
    }

    void oneLevelHasNothingToDependOn()
    {
        const auto plan = twoArms(8);
        QVERIFY(results::loadDependence(plan, trialsOf(plan), {}).empty());
        auto alike = twoLevels(8);
        alike.levels[1].users = alike.levels[0].users;
        QVERIFY(results::loadDependence(alike, rowsOf(alike, 1), {}).empty());
    }

    void byRateWhereTheRateIsPlanned()
    {
        auto plan = twoLevels(8);
        plan.load.model = plan::LoadModel::Rate;
        plan.levels[0].ratePerS = 10;
        plan.levels[1].ratePerS = 1'000;
        QCOMPARE(of(plan, rowsOf(plan, 1)).busiest, u"idle"_s);
    }

    void itIsInTheVerdictFile()
    {
        const auto plan = twoLevels(8);
        const auto rows = rowsOf(plan, 1 / 1.4);
        const auto json = results::verdictJson(plan, rows, {}, results::compare(plan, rows, {}));
        const auto it = json[u"load_dependence"_s].toArray();
        QCOMPARE(it.size(), 1);
        QVERIFY(std::abs(it[0][u"ratio_of_ratios"_s].toDouble() - 1.4) < 0.01);
        QCOMPARE(it[0][u"interval"_s].toArray().size(), 2);
        QCOMPARE(it[0][u"blocks"_s].toInt(), 8);
    }
};

QTEST_APPLESS_MAIN(TestLoadDependence)
#include "tst_loaddependence.moc"
