// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/results/comparedtrials.h"

#include <QtTest>

using namespace ceteris;
using namespace ceteris::results::sample;
using namespace Qt::StringLiterals;
using results::CheckRow;
using results::Outcome;
using results::TrialRow;
using stats::Verdict;

class TestDoubts : public QObject
{
    Q_OBJECT

private slots:
    void aWrongAnswerIsNotFast()
    {
        const auto plan = twoArms(8);
        auto rows = trialsOf(plan);
        const auto broken = check(trial(rows, 2, u"redis"_s), u"oracle"_s, u"monotonic_reads"_s, Outcome::Void,
            u"3 of 12 000 reads went back in time."_s);
        auto all = results::compare(plan, rows, { broken });
        for (const auto& it : all) {
            QCOMPARE(it.decision.verdict, Verdict::NotComparable);
            QCOMPARE(it.reason, u"a wrong answer is not fast (redis: 3 of 12 000 reads went back in time)"_s);
        }
        auto later = broken;
        later.trial += 2;
        all = results::compare(plan, rows, { broken, later });
        QVERIFY(all.front().reason.contains(u"back in time, and so in 2 trials)"_s));
    }

    void onlyTheArmThatBrokeAPromise()
    {
        auto plan = twoArms(8);
        plan.arms.push_back(plan.arms[1]);
        plan.arms[2].name = u"other"_s;
        auto rows = trialsOf(plan);
        const auto of = [&](const QString& arm, Outcome outcome) {
            return check(trial(rows, 1, arm), u"oracle"_s, u"identity"_s, outcome, u"wrong"_s);
        };
        auto all = results::compare(plan, rows, { of(u"other"_s, Outcome::Void) });
        QCOMPARE(find(all, u"response_p99"_s, u"redis"_s).decision.verdict, Verdict::Worse);
        QCOMPARE(find(all, u"response_p99"_s, u"other"_s).decision.verdict, Verdict::NotComparable);
        all = results::compare(plan, rows, { of(u"memory"_s, Outcome::Void) }); // the control: nothing to compare with
        QCOMPARE(find(all, u"response_p99"_s, u"redis"_s).decision.verdict, Verdict::NotComparable);
        all = results::compare(plan, rows, { of(u"redis"_s, Outcome::Mark), of(u"redis"_s, Outcome::Unavailable) });
        QCOMPARE(find(all, u"response_p99"_s, u"redis"_s).decision.verdict, Verdict::Worse);
    }

    void steadiness_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("trials");
        QTest::addColumn<bool>("noted");
        QTest::newRow("never") << u"drift"_s << 0 << false;
        QTest::newRow("less than a third") << u"drift"_s << 2 << false;
        QTest::newRow("a third") << u"drift"_s << 3 << true;
        QTest::newRow("halves count too") << u"halves"_s << 8 << true;
        QTest::newRow("autocorrelation is no trend") << u"autocorrelation"_s << 8 << false;
    }

    void steadiness()
    {
        QFETCH(QString, kind);
        QFETCH(int, trials);
        QFETCH(bool, noted);
        const auto plan = twoArms(8);
        auto rows = trialsOf(plan);
        std::vector<CheckRow> checks;
        for (int block = 1; block <= trials; ++block)
            checks.push_back(
                check(trial(rows, block, u"redis"_s), u"warmup"_s, kind, Outcome::Mark, u"it rose by 4 %"_s));
        const auto all = results::compare(plan, rows, checks);
        const auto& p99 = find(all, u"response_p99"_s);
        QCOMPARE(p99.decision.verdict, Verdict::Worse);
        const auto words = u" It holds over this window only: redis was not steady in %1 of 8 trials."_s.arg(trials);
        QVERIFY2(p99.sentence.endsWith(words) == noted, qPrintable(p99.sentence));
        QCOMPARE(p99.notes.isEmpty(), !noted);
    }

    void carryOver_data()
    {
        QTest::addColumn<double>("carried");
        QTest::addColumn<bool>("noted");
        QTest::newRow("nothing") << 1.0 << false;
        QTest::newRow("slower after the other one") << 1.3 << true;
    }

    void carryOver()
    {
        QFETCH(double, carried);
        QFETCH(bool, noted);
        const auto plan = twoArms(8);
        auto rows = trialsOf(plan);
        for (auto& row : rows)
            if (row.position == 2)
                scale(row, carried);
        const auto all = results::compare(plan, rows, {});
        const auto& p99 = find(all, u"response_p99"_s);
        QVERIFY2(
            p99.sentence.contains(u"The order within a block mattered (t = "_s) == noted, qPrintable(p99.sentence));
    }

    void errorRates_data()
    {
        QTest::addColumn<int>("blocks");
        QTest::addColumn<int>("redis");
        QTest::addColumn<int>("memory");
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("none") << 8 << 0 << 0 << Verdict::NotComparable
                              << u"busy, refresh: errors of redis none of 80 000 (below 0.0038 %), of memory none of "
                                 "80 000 (below 0.0038 %): too few errors to compare."_s;
        QTest::newRow("one arm only") << 8 << 50 << 0 << Verdict::Different
                                      << u"busy, refresh: errors of redis 0.5 % (95 % CI 0.45 % to 0.55 %), of memory "
                                         "none of 80 000 (below 0.0038 %), more in 8 of 8 blocks: the arms seem to "
                                         "differ."_s;
        QTest::newRow("equal") << 8 << 20 << 20 << Verdict::Inconclusive
                               << u"busy, refresh: errors of redis 0.2 % (95 % CI 0.17 % to 0.23 %), of memory 0.2 % "
                                  "(95 % CI 0.17 % to 0.23 %): cannot tell them apart."_s;
        QTest::newRow("a pilot") << 3 << 20 << 0 << Verdict::Pilot
                                 << u"busy, refresh: errors of redis 0.2 % (95 % CI 0.16 % to 0.26 %), of memory none "
                                    "of 30 000 (below 0.01 %). A pilot: numbers, no verdict."_s;
    }

    void errorRates()
    {
        QFETCH(int, blocks);
        QFETCH(int, redis);
        QFETCH(int, memory);
        const auto plan = twoArms(blocks);
        auto rows = trialsOf(plan);
        for (auto& row : rows)
            row.timeouts = static_cast<std::uint64_t>(row.arm == u"redis" ? redis : memory);
        const auto all = results::compare(plan, rows, {});
        const auto& errors = find(all, u"error_rate"_s);
        QTEST(errors.decision.verdict, "verdict");
        QTEST(errors.sentence, "sentence");
        QVERIFY(!errors.primary);
        QCOMPARE(errors.errors->ratio.has_value(), redis >= 10 && memory >= 10);
        const auto csv = QString::fromUtf8(results::comparisonCsv({ errors })).split(u"\r\n"_s);
        QCOMPARE(csv[1].split(u',')[6].isEmpty(), !errors.errors->ratio.has_value()); // the ratio
    }
};

QTEST_GUILESS_MAIN(TestDoubts)
#include "tst_doubts.moc"
