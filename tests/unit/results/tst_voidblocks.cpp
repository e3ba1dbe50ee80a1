// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/objections.h"
#include "app/results/orders.h"
#include "tests/unit/results/comparedtrials.h"

#include <QtTest>

#include <cmath>

using namespace ceteris;
using namespace ceteris::results::sample;
using namespace Qt::StringLiterals;
using results::Outcome;
using results::TrialRow;
using stats::Verdict;

namespace {

void disturb(TrialRow& row)
{
    row.status = u"void"_s;
    row.reason = u"chromium used 0.9 cores"_s;
}

} // namespace

class TestVoidBlocks : public QObject
{
    Q_OBJECT

private slots:
    // One disturbed trial makes its whole block void; another one is run in its place.
    void aVoidBlockIsLeftOut()
    {
        const auto plan = twoArms(8);
        auto rows = trialsOf(plan, 9);
        disturb(trial(rows, 3, u"memory"_s));
        scale(trial(rows, 3, u"memory"_s), 5);
        const auto all = results::compare(plan, rows, {});
        const auto& p99 = find(all, u"response_p99"_s);
        QCOMPARE(p99.paired.blocks, 8);
        QCOMPARE(p99.voided, 1);
        QCOMPARE(p99.decision.verdict, Verdict::Worse);
        QVERIFY(std::abs(p99.paired.ratio - 1.303) < 0.003);
        QVERIFY(p99.withVoided);
        QCOMPARE(p99.withVoided->paired.blocks, 9);
        QVERIFY(p99.withVoided->paired.ratio < 1.12);
        QCOMPARE(p99.withVoided->decision.verdict, Verdict::Inconclusive);
        QVERIFY2(p99.sentence.contains(u"With the disturbed block put back the verdict on p99 response time is "
                                       "INCONCLUSIVE: 9.2 % higher than memory's (95 % CI"_s),
            qPrintable(p99.sentence));
    }

    void theSameVerdictNeedsNoWord()
    {
        const auto plan = twoArms(8);
        auto rows = trialsOf(plan, 9);
        disturb(trial(rows, 3, u"memory"_s));
        const auto all = results::compare(plan, rows, {});
        const auto& p99 = find(all, u"response_p99"_s);
        QCOMPARE(p99.withVoided->decision.verdict, Verdict::Worse);
        QVERIFY2(!p99.sentence.contains(u"disturbed"_s), qPrintable(p99.sentence));
        QVERIFY(!find(results::compare(plan, trialsOf(plan), {}), u"response_p99"_s).withVoided);
    }

    void theFilesTellWhatWasVoid()
    {
        const auto plan = twoArms(8);
        auto rows = trialsOf(plan, 9);
        disturb(trial(rows, 3, u"memory"_s));
        const std::vector checks { check(rows[0], u"guard"_s, u"steal"_s, Outcome::Mark, u"stolen"_s),
            check(rows[4], u"guard"_s, u"foreign_cpu"_s, Outcome::Void, u"chromium"_s) };
        const auto json = results::verdictJson(plan, rows, checks, results::compare(plan, rows, checks));
        QCOMPARE(json[u"blocks_valid"_s].toInt(), 8);
        QCOMPARE(json[u"blocks_void"_s].toInt(), 1);
        QCOMPARE(json[u"marks"_s].toInt(), 1);
        const auto voided = json[u"void_blocks"_s].toArray();
        QCOMPARE(voided.size(), 1);
        QCOMPARE(voided[0][u"block"_s].toInt(), 3);
        QCOMPARE(voided[0][u"trials"_s][0][u"reason"_s].toString(), u"chromium used 0.9 cores"_s);
        QVERIFY(json[u"scope"_s].toString().startsWith(u"8 valid and 1 void blocks; "_s));
        QCOMPARE(json[u"primary"_s][0][u"with_void_blocks"_s][u"verdict"_s].toString(), u"WORSE"_s);
        QVERIFY(results::comparisonCsv(results::compare(plan, rows, checks)).contains(",WORSE,"));
    }

    // Blocks are void for what the machine does. Where it is always the same arm, the arm does it.
    // A failed trial that a person wants once more is void like a disturbed one, in every file.
    void aPersonsOrderMakesItsBlockVoid()
    {
        const auto plan = twoArms(8);
        auto rows = trialsOf(plan, 9);
        auto& failed = trial(rows, 3, u"redis"_s);
        failed.status = u"failed"_s;
        failed.reason = u"Redis ended."_s;
        const auto& well = trial(rows, 4, u"redis"_s);
        QCOMPARE(results::failedTrials(rows), std::set<int> { failed.trial });
        const std::vector checks { results::orderRow(failed, results::Order::Again),
            results::orderRow(well, results::Order::Again) }; // none is given for a trial that went well
        results::heedOrders(rows, checks);
        const auto once = rows;
        results::heedOrders(rows, checks);
        QVERIFY(rows == once);
        QCOMPARE(failed.status, u"void"_s);
        QCOMPARE(failed.reason, u"Redis ended. A person had its block run again."_s);
        QCOMPARE(well.status, u"ok"_s);
        QVERIFY(results::failedTrials(rows).empty());
        const auto json = results::verdictJson(plan, rows, checks, results::compare(plan, rows, checks));
        QCOMPARE(json[u"blocks_valid"_s].toInt(), 8);
        QCOMPARE(json[u"void_blocks"_s][0][u"trials"_s][0][u"reason"_s].toString(), failed.reason);
    }

    void manyOrdersLeaveNoVerdict_data()
    {
        QTest::addColumn<int>("orders");
        QTest::addColumn<bool>("refused");
        QTest::newRow("none") << 0 << false;
        QTest::newRow("a few") << 3 << false;
        QTest::newRow("a third") << 4 << true;
    }

    void manyOrdersLeaveNoVerdict()
    {
        QFETCH(int, orders);
        QFETCH(bool, refused);
        const auto plan = twoArms(8);
        auto rows = trialsOf(plan, 8 + orders);
        std::vector<results::CheckRow> checks;
        for (int block = 1; block <= orders; ++block) {
            auto& failed = trial(rows, block, block % 2 ? u"redis"_s : u"memory"_s);
            failed.status = u"failed"_s;
            checks.push_back(results::orderRow(failed, results::Order::Again));
        }
        results::heedOrders(rows, checks);
        const auto all = results::objections(plan, rows, checks);
        const auto told = std::ranges::find_if(all, [](const auto& it) { return it.text.startsWith(u"a person had"); });
        QCOMPARE(told != all.end(), orders > 0);
        if (orders > 0) {
            QCOMPARE(told->text,
                u"a person had %1 of %2 blocks run again, knowing the figures so far"_s.arg(orders).arg(8 + orders));
            QCOMPARE(told->refuses, refused);
        }
        QCOMPARE(
            find(results::compare(plan, rows, checks), u"response_p99"_s).decision.verdict == Verdict::NotComparable,
            refused);
    }

    void oneArmIsAlwaysDisturbed_data()
    {
        QTest::addColumn<int>("arms"); // 1: only redis; 2: in turn
        QTest::addColumn<bool>("withheld");
        QTest::newRow("one arm") << 1 << true;
        QTest::newRow("both") << 2 << false;
    }

    void oneArmIsAlwaysDisturbed()
    {
        QFETCH(int, arms);
        QFETCH(bool, withheld);
        const auto plan = twoArms(8);
        auto rows = trialsOf(plan, 14);
        for (int block = 2; block <= 12; block += 2)
            disturb(trial(rows, block, arms == 2 && block % 4 == 0 ? u"memory"_s : u"redis"_s));
        const auto all = results::compare(plan, rows, {});
        const auto& p99 = find(all, u"response_p99"_s);
        QCOMPARE(p99.decision.verdict == Verdict::NotComparable, withheld);
        if (withheld)
            QCOMPARE(p99.reason,
                u"6 of 14 trials of redis were void and 0 of 14 of memory: what is left out depends on the arm, not on "
                "the machine"_s);
    }

    void theTwinIsTheNoiseFloor()
    {
        auto plan = twoArms(8);
        plan.twin = true;
        plan = plan::withTwin(plan);
        auto rows = trialsOf(plan);
        for (auto& row : rows)
            if (row.arm == u"memory twin")
                scale(row, row.block % 2 ? 1.02 : 1.004);
        const auto all = results::compare(plan, rows, {});
        const auto& twin = find(all, u"response_p99"_s, u"memory twin"_s);
        QVERIFY(twin.isTwin && !twin.primary);
        QVERIFY2(twin.sentence.startsWith(u"busy, refresh: the control against itself differs by 1.2 % (95 % CI +0."_s)
                && twin.sentence.endsWith(u") in p99 response time: the noise floor."_s),
            qPrintable(twin.sentence));
        const auto& redis = find(all, u"response_p99"_s);
        QCOMPARE(redis.confidence, 0.95); // the twin is not of the family
        QVERIFY(redis.noiseFloor);
        QCOMPARE(redis.noiseFloor->ratio, twin.paired.ratio);
        QVERIFY2(redis.sentence.contains(u"Noise floor: the control differs from itself by 1.2 %"_s),
            qPrintable(redis.sentence));
        QVERIFY(!find(all, u"response_p50"_s).sentence.contains(u"Noise floor"_s));
        const auto json = results::verdictJson(plan, rows, {}, all);
        QCOMPARE(json[u"primary"_s].toArray().size(), 1);
        QVERIFY(json[u"scope"_s].toString().contains(u"noise floor 1.2 %"_s));
        QVERIFY(json[u"control_against_itself"_s][0][u"verdict"_s].isNull());
        for (const auto& it : all)
            QVERIFY(it.metric != u"error_rate" || !it.isTwin);
    }
};

QTEST_GUILESS_MAIN(TestVoidBlocks)
#include "tst_voidblocks.moc"
