// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/orderdrift.h"
#include "tests/unit/results/comparedtrials.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace ceteris;
using namespace ceteris::results::sample;
using namespace Qt::StringLiterals;
using results::TrialRow;
using stats::Verdict;

class TestComparison : public QObject
{
    Q_OBJECT

private slots:
    void aClearDifference()
    {
        const auto plan = twoArms(8);
        const auto all = results::compare(plan, trialsOf(plan), {});
        const auto& p99 = find(all, u"response_p99"_s);
        QVERIFY(p99.primary);
        QCOMPARE(p99.decision.verdict, Verdict::Worse);
        QVERIFY(std::abs(p99.paired.ratio - 1.305) < 0.002);
        QCOMPARE(p99.sentence,
            u"busy, refresh: redis's p99 response time is 30 % higher than memory's (95 % CI +28 % to +33 %), "
            "higher in 8 of 8 blocks."_s);
        const auto& p50 = find(all, u"response_p50"_s);
        QVERIFY(!p50.primary);
        QVERIFY2(p50.sentence.contains(u" seems "_s), qPrintable(p50.sentence));
        QCOMPARE(find(all, u"requests_per_s"_s).decision.verdict, Verdict::Worse);
    }

    // Of two ways to keep sessions only one may have anything to renew.
    void whatOneArmDoesNotDoIsNotCompared()
    {
        auto plan = twoArms(8);
        const auto compared = [&plan] {
            const auto all = results::compare(plan, trialsOf(plan), {});
            return std::ranges::count(all, u"renew"_s, &results::Comparison::operation);
        };
        plan.arms[0].store = plan::StoreKind::Token;
        plan.arms[0].token.accessS = 10;
        QCOMPARE(compared(), 0);
        plan.arms[1] = plan.arms[0];
        plan.arms[1].name = u"redis"_s;
        QVERIFY(compared() > 0);
    }

    // What people read beside a ratio stands in that ratio, and is in both files.
    void theTypicalTrialIsSaid()
    {
        const auto plan = twoArms(8);
        auto rows = trialsOf(plan);
        const auto all = results::compare(plan, rows, {});
        const auto& p99 = find(all, u"response_p99"_s);
        QVERIFY(p99.armTypical && p99.controlTypical);
        QVERIFY(std::abs(*p99.armTypical / *p99.controlTypical - p99.paired.ratio) < 1e-9);
        const auto json = results::verdictJson(plan, rows, {}, all)[u"primary"_s][0];
        QCOMPARE(json[u"arm_typical"_s].toDouble(), *p99.armTypical);
        QCOMPARE(json[u"control_typical"_s].toDouble(), *p99.controlTypical);
        QVERIFY(results::comparisonCsv(all).split('\n').first().contains(",arm_typical,control_typical,"));
        trial(rows, 2, u"memory"_s).status = u"void"_s; // and its block counts no more
        scale(trial(rows, 2, u"redis"_s), 100);
        const auto fewer = results::compare(plan, rows, {});
        QVERIFY(*find(fewer, u"response_p99"_s).armTypical < 1.1 * *p99.armTypical);
    }

    void aDriftOverTheOrderIsSaid()
    {
        const auto plan = twoArms(8);
        auto rows = trialsOf(plan); // they drift
        const auto drifts = results::orderDrifts(plan, rows);
        const auto found = std::ranges::find_if(
            drifts, [](const auto& it) { return it.metric == u"response_p99" && it.arm == u"redis"; });
        QVERIFY(found != drifts.end() && found->perTrial > 0 && found->perTrial < 0.05);
        QCOMPARE(results::orderDriftsFrom(results::orderDriftJson(drifts)), drifts);
        for (auto& row : rows)
            row.response = rows.front().response;
        QVERIFY(std::ranges::none_of(
            results::orderDrifts(plan, rows), [](const auto& it) { return it.metric == u"response_p99"; }));
        QVERIFY(results::orderDrifts(twoArms(3), trialsOf(twoArms(3))).empty()); // too few to say
    }

    void noDifferenceIsTheSame()
    {
        const auto plan = twoArms(3); // a pilot says its numbers, whatever they are
        auto rows = trialsOf(plan);
        for (int block = 1; block <= 3; ++block)
            trial(rows, block, u"redis"_s).response = trial(rows, block, u"memory"_s).response;
        const auto all = results::compare(plan, rows, {});
        const auto& p99 = find(all, u"response_p99"_s);
        QVERIFY2(p99.sentence.contains(u" is the same as memory's (95 % CI 0 % to 0 %)"_s), qPrintable(p99.sentence));
        QVERIFY(!p99.sentence.contains(u" in 3 of 3 blocks"_s)); // neither lower nor higher
    }

    void fewBlocksAreAPilot()
    {
        const auto plan = twoArms(3);
        const auto all = results::compare(plan, trialsOf(plan), {});
        const auto& p99 = find(all, u"response_p99"_s);
        QCOMPARE(p99.decision.verdict, Verdict::Pilot);
        QVERIFY2(p99.sentence.endsWith(u"A pilot: numbers, no verdict."_s), qPrintable(p99.sentence));
    }

    void oneBlockHasNoInterval()
    {
        const auto plan = twoArms(1);
        const auto all = results::compare(plan, trialsOf(plan), {});
        const auto& p99 = find(all, u"response_p99"_s);
        QVERIFY(!p99.paired.interval);
        QVERIFY(!p99.sentence.contains(u"CI"_s));
    }

    void withheld_data()
    {
        QTest::addColumn<std::function<void(std::vector<TrialRow>&)>>("spoil");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, std::function<void(std::vector<TrialRow>&)> spoil, const char* reason) {
            QTest::newRow(name) << spoil << QString::fromLatin1(reason);
        };
        row(
            "not finished", [](auto& rows) { rows.pop_back(); }, "only 7 of 8 blocks have been run");
        row(
            "too many failed trials",
            [](auto& rows) {
                for (int block = 0; block < 3; ++block)
                    rows[std::size_t(2 * block)].status = u"failed"_s;
            },
            "only 5 of 8 blocks were run as planned");
        row(
            "too few requests for a p99",
            [](auto& rows) {
                for (auto& it : rows)
                    it.ok = 4'999;
            },
            "p99 response time rests on too few requests, or was not measured, in 8 of 8 blocks");
        row(
            "one arm fails more often",
            [](auto& rows) {
                for (auto& it : rows)
                    it.failed = it.arm == u"redis" ? 50 : 0;
            },
            "the arms do not fail equally often, and times of successes alone would mislead");
    }

    void withheld()
    {
        QFETCH(std::function<void(std::vector<TrialRow>&)>, spoil);
        const auto plan = twoArms(8);
        auto rows = trialsOf(plan);
        spoil(rows);
        const auto all = results::compare(plan, rows, {});
        const auto& p99 = find(all, u"response_p99"_s);
        QCOMPARE(p99.decision.verdict, Verdict::NotComparable);
        QTEST(p99.reason, "reason");
        QVERIFY2(p99.sentence.contains(p99.reason), qPrintable(p99.sentence));
    }

    void equallyManyFailuresWithholdNothing()
    {
        const auto plan = twoArms(8);
        auto rows = trialsOf(plan);
        for (auto& it : rows)
            it.failed = 20;
        const auto all = results::compare(plan, rows, {});
        QCOMPARE(find(all, u"response_p99"_s).decision.verdict, Verdict::Worse);
    }

    // Fast successes and every hundredth request lost: only its users know that it is not fast.
    void failuresAreSlowWhereTheyAreCounted()
    {
        const auto plan = twoArms(8);
        auto rows = trialsOf(plan);
        const auto none = results::compare(plan, rows, {});
        QVERIFY(std::ranges::none_of(none, [](const auto& it) { return it.metric.contains(u"failures"_s); }));
        for (auto& it : rows) {
            if (it.arm != u"redis")
                continue;
            scale(it, 0.5);
            it.failed = 200;
            it.responseWithFailures.p99 = 10e6;
        }
        const auto all = results::compare(plan, rows, {});
        QCOMPARE(find(all, u"response_p99"_s).decision.verdict, Verdict::NotComparable);
        const auto& censored = find(all, u"response_p99_with_failures"_s);
        QVERIFY(!censored.primary);
        QCOMPARE(censored.decision.verdict, Verdict::Worse);
        QVERIFY(censored.paired.ratio > 1'000); // 10 s of 3.2 ms or so
        QVERIFY2(censored.sentence.contains(u"p99 response time with failures at the timeout seems "_s),
            qPrintable(censored.sentence));
    }

    void requestsPerSecondAreNoOutcomeAtAFixedRate()
    {
        auto plan = twoArms(8);
        plan.load.model = plan::LoadModel::Rate;
        for (const auto& it : results::compare(plan, trialsOf(plan), {}))
            QVERIFY(it.metric != u"requests_per_s");
    }

    void theRegisteredMetricIsAdjustedForItsFamily()
    {
        auto plan = twoArms(8);
        plan.arms.push_back(plan.arms[1]);
        plan.arms[2].name = u"again"_s;
        const auto all = results::compare(plan, trialsOf(plan), {});
        QCOMPARE(find(all, u"response_p99"_s).confidence, 0.975);
        QCOMPARE(find(all, u"response_p50"_s).confidence, 0.95);
        const auto& redis = find(all, u"response_p99"_s, u"redis"_s);
        QVERIFY(redis.holmP && *redis.holmP == 2 * *redis.paired.signFlipP); // the smaller of two
        QVERIFY(!find(all, u"response_p50"_s).holmP);
    }

    void theSameRowsGiveTheSameBytes()
    {
        const auto plan = twoArms(8);
        auto rows = trialsOf(plan);
        const auto csv = results::comparisonCsv(results::compare(plan, rows, {}));
        std::reverse(rows.begin(), rows.end()); // the order of trials must not matter
        QCOMPARE(results::comparisonCsv(results::compare(plan, rows, {})), csv);
        QVERIFY(csv.startsWith("level,operation,metric,arm,control,primary,ratio,low,high,"));
        const auto json = results::verdictJson(plan, rows, {}, results::compare(plan, rows, {}));
        QCOMPARE(json[u"primary"_s].toArray().size(), 1);
        QCOMPARE(json[u"primary"_s][0][u"verdict"_s].toString(), u"WORSE"_s);
        QCOMPARE(json[u"blocks_valid"_s].toInt(), 8);
        QCOMPARE(json[u"scope"_s].toString(),
            u"8 valid and 0 void blocks; warm-up 10 s, measured 60 s; busy, refresh; this machine, these versions, "
            "this load"_s);
    }
};

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
