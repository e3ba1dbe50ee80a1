// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/paired.h"
#include "app/stats/regression.h"
#include "app/stats/verdict.h"
#include "tests/unit/stats/simulation.h"

#include <QtTest>

#include <algorithm>

using namespace ceteris::stats;
using namespace ceteris::stats::simulation;

namespace {

using Differences = std::vector<double>;
const Differences clear { .11, .15, .08, .13, .12, .10, .16, .09 };
const Differences unclear { .05, -.02, .08, .01, .03, -.01, .04 };

Verdict mirrored(Verdict verdict)
{
    if (verdict == Verdict::Better)
        return Verdict::Worse;
    return verdict == Verdict::Worse ? Verdict::Better : verdict;
}

} // namespace

// Nothing that means nothing may change the verdict.
class TestBias : public QObject
{
    Q_OBJECT

private slots:
    void swappedLabels_data()
    {
        QTest::addColumn<Differences>("differences");
        QTest::newRow("clear") << clear;
        QTest::newRow("unclear") << unclear;
        QTest::newRow("equal") << Differences { .001, -.002, .003, .001, -.002, .001 };
        QTest::newRow("one wild block") << Differences { .05, .06, .05, .04, .05, 2.0, .05 };
    }

    void swappedLabels()
    {
        QFETCH(Differences, differences);
        const auto there = pairedAnalysis(differences, 0.95);
        for (auto& d : differences)
            d = -d;
        const auto back = pairedAnalysis(differences, 0.95);
        QVERIFY(near(there.ratio * back.ratio, 1, 1e-12));
        QVERIFY(near(there.interval->low * back.interval->high, 1, 1e-12));
        QCOMPARE(*there.signFlipP, *back.signFlipP);
        QCOMPARE(there.lower + back.lower, there.blocks);
        QCOMPARE(decide(back, {}).verdict, mirrored(decide(there, {}).verdict));
        QCOMPARE(decide(there, { .lowerIsBetter = false }).verdict, mirrored(decide(there, {}).verdict));
    }

    void theOrderOfBlocks()
    {
        auto differences = clear;
        const auto first = pairedAnalysis(differences, 0.95);
        std::sort(differences.begin(), differences.end());
        const auto sorted = pairedAnalysis(differences, 0.95);
        QVERIFY(near(sorted.ratio, first.ratio, 1e-12));
        QVERIFY(near(sorted.interval->low, first.interval->low, 1e-12));
        QCOMPARE(*sorted.signFlipP, *first.signFlipP);
        QCOMPARE(decide(sorted, {}).verdict, decide(first, {}).verdict);
    }

    // Every way to give the labels of these blocks anew, each as likely as the other if the arms were equal.
    void permutedLabels()
    {
        int claims = 0;
        for (unsigned signs = 0; signs < 256; ++signs) {
            auto differences = clear;
            for (std::size_t i = 0; i < differences.size(); ++i)
                if (signs >> i & 1)
                    differences[i] = -differences[i];
            const auto verdict = decide(pairedAnalysis(differences, 0.95), {}).verdict;
            claims += verdict == Verdict::Better || verdict == Verdict::Worse || verdict == Verdict::Different;
        }
        QVERIFY2(claims >= 2 && claims <= 0.05 * 256, qPrintable(QString::number(claims)));
    }

    void aLine()
    {
        const auto line = fitLine({ 1, 2, 3, 4 }, { 1, 3, 2, 5 });
        QVERIFY(line);
        QVERIFY(near(line->slope, 1.1, 1e-12));
        QVERIFY(near(line->t, 1.1 / std::sqrt(2.7 / 2 / 5), 1e-12));
        QVERIFY(std::isinf(fitLine({ 1, 2, 3 }, { 2, 4, 6 })->t));
        QCOMPARE(fitLine({ 1, 2, 3 }, { 2, 2, 2 })->t, 0.0);
        QVERIFY(!fitLine({ 1, 2 }, { 1, 2 }));
        QVERIFY(!fitLine({ 1, 1, 1 }, { 1, 2, 3 }));
    }

    // An arm that is slower after the other one shows in the order, not in the ratio of balanced blocks.
    void carryOverShows_data()
    {
        QTest::addColumn<double>("carried");
        QTest::addColumn<bool>("striking");
        QTest::newRow("nothing") << 0.0 << false;
        QTest::newRow("10 %") << 0.1 << true;
    }

    void carryOverShows()
    {
        QFETCH(double, carried);
        QFETCH(bool, striking);
        constexpr int experiments = 500;
        Random random(4);
        int found = 0;
        const std::vector<int> orders { 1, -1, -1, 1, -1, 1, 1, -1 };
        for (int i = 0; i < experiments; ++i) {
            Differences differences;
            for (const int order : orders)
                differences.push_back(carried / 2 * order + 0.028 * random.normal());
            found += std::abs(carryOver(differences, orders)->t) > strikingT;
        }
        QVERIFY2(striking ? found > 0.8 * experiments : found < 0.05 * experiments, qPrintable(QString::number(found)));
        QVERIFY(!carryOver({ .1, .2, .3 }, { 1, 1, 1 })); // always in the same order: nothing to be seen
    }
};

QTEST_GUILESS_MAIN(TestBias)
#include "tst_bias.moc"
