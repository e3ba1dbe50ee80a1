// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/paired.h"
#include "app/stats/student.h"
#include "app/stats/verdict.h"
#include "tests/unit/stats/simulation.h"

#include <QtTest>

#include <cmath>

using namespace ceteris::stats;
using simulation::near;

namespace {

using Differences = std::vector<double>;

Paired withInterval(double low, double high, double p, std::optional<Interval> bootstrap = {})
{
    Paired paired;
    paired.blocks = 8;
    paired.ratio = std::sqrt(low * high);
    paired.interval = Interval { low, high };
    paired.signFlipP = p;
    paired.bootstrap = bootstrap;
    return paired;
}

} // namespace

class TestStats : public QObject
{
    Q_OBJECT

private slots:
    // Values of published t tables.
    void studentQuantiles_data()
    {
        QTest::addColumn<double>("p");
        QTest::addColumn<double>("df");
        QTest::addColumn<double>("t");
        QTest::newRow("df 1") << 0.975 << 1.0 << 12.7062047362;
        QTest::newRow("df 2") << 0.975 << 2.0 << 4.3026527297;
        QTest::newRow("df 5") << 0.975 << 5.0 << 2.5705818356;
        QTest::newRow("df 7") << 0.975 << 7.0 << 2.3646242516;
        QTest::newRow("df 14") << 0.975 << 14.0 << 2.1447866879;
        QTest::newRow("df 7, 80 %") << 0.8 << 7.0 << 0.8960296443;
        QTest::newRow("df 100") << 0.995 << 100.0 << 2.6258905214;
        QTest::newRow("lower tail") << 0.025 << 7.0 << -2.3646242516;
        QTest::newRow("middle") << 0.5 << 3.0 << 0.0;
    }

    void studentQuantiles()
    {
        QFETCH(double, p);
        QFETCH(double, df);
        QFETCH(double, t);
        QVERIFY2(near(studentQuantile(p, df), t, 1e-9), qPrintable(QString::number(studentQuantile(p, df), 'g', 12)));
        QVERIFY(near(studentCdf(t, df), p, 1e-10));
    }

    void goldenVectors_data()
    {
        QTest::addColumn<Differences>("differences");
        QTest::addColumn<double>("ratio");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<double>("signFlip");
        QTest::newRow("eight blocks, all higher")
            << Differences { .05, .08, .02, .07, .06, .04, .09, .03 } << 1.0565 << 1.0351 << 1.0784 << 2.0 / 256;
        QTest::newRow("six blocks, mixed")
            << Differences { .05, -.02, .08, .01, .03, -.01 } << 1.0236 << .9838 << 1.0650 << 16.0 / 64;
    }

    void goldenVectors()
    {
        QFETCH(Differences, differences);
        QFETCH(double, ratio);
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(double, signFlip);
        const auto paired = pairedAnalysis(differences, 0.95);
        QVERIFY(near(paired.ratio, ratio, 5e-5));
        QVERIFY(near(paired.interval->low, low, 5e-5));
        QVERIFY(near(paired.interval->high, high, 5e-5));
        QCOMPARE(*paired.signFlipP, signFlip);
        QVERIFY(paired.bootstrap && paired.bootstrap->contains(paired.ratio));
        QVERIFY(pairedAnalysis(differences, 0.95) == paired);
    }

    void labelsSwappedGiveTheMirrorImage()
    {
        const Differences there { .05, -.02, .08, .01, .03, -.01, .04 };
        auto back = there;
        for (auto& d : back)
            d = -d;
        const auto a = pairedAnalysis(there, 0.95);
        const auto b = pairedAnalysis(back, 0.95);
        QVERIFY(near(a.ratio * b.ratio, 1, 1e-12));
        QVERIFY(near(a.interval->low * b.interval->high, 1, 1e-12));
        QCOMPARE(*a.signFlipP, *b.signFlipP);
        QCOMPARE(a.lower + b.lower, a.blocks);
    }

    void fewBlocks()
    {
        QCOMPARE(pairedAnalysis({}, 0.95).blocks, 0);
        QVERIFY(!pairedAnalysis({ 0.1 }, 0.95).interval);
        QVERIFY(pairedAnalysis({ 0.1, 0.2 }, 0.95).interval);
        QVERIFY(!pairedAnalysis({ 0.1, 0.2, 0.3, 0.1, 0.2 }, 0.95).bootstrap);
        QCOMPARE(signFlipP({ .1, .2, .3, .1, .2 }), 2.0 / 32); // why five blocks confirm nothing
        QCOMPARE(signFlipP({ .1, .2, .3, .1, .2, .3 }), 2.0 / 64);
    }

    void identicalBlocks()
    {
        const auto paired = pairedAnalysis(Differences(8, 0.0), 0.95);
        QCOMPARE(paired.ratio, 1.0);
        QCOMPARE(*paired.signFlipP, 1.0);
        QCOMPARE(decide(paired, {}).verdict, Verdict::Equivalent);
    }

    void verdicts_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<double>("p");
        QTest::addColumn<bool>("lowerIsBetter");
        QTest::addColumn<Verdict>("verdict");
        QTest::newRow("well below") << 0.77 << 0.87 << 0.01 << true << Verdict::Better;
        QTest::newRow("well below, more is better") << 0.77 << 0.87 << 0.01 << false << Verdict::Worse;
        QTest::newRow("well above") << 1.10 << 1.30 << 0.01 << true << Verdict::Worse;
        QTest::newRow("inside the band") << 0.982 << 1.021 << 0.6 << true << Verdict::Equivalent;
        QTest::newRow("real but negligible") << 1.004 << 1.03 << 0.01 << true << Verdict::Equivalent;
        QTest::newRow("below 1, across the band") << 0.91 << 0.98 << 0.02 << true << Verdict::Different;
        QTest::newRow("across 1 and the band") << 0.94 << 1.09 << 0.7 << true << Verdict::Inconclusive;
        QTest::newRow("touching the band is not beyond it") << 0.8 << 1 / 1.05 << 0.01 << true << Verdict::Different;
    }

    void verdicts()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(double, p);
        QFETCH(bool, lowerIsBetter);
        QTEST(decide(withInterval(low, high, p), { 0.05, lowerIsBetter, 0.05 }).verdict, "verdict");
    }

    void methodsThatDisagreeDecideNothing()
    {
        const auto flips = decide(withInterval(0.77, 0.87, 0.2), {});
        QCOMPARE(flips.verdict, Verdict::Inconclusive);
        QVERIFY(flips.methodsDisagree);
        const auto bootstrap = decide(withInterval(0.77, 0.87, 0.01, Interval { 1.1, 1.2 }), {});
        QCOMPARE(bootstrap.verdict, Verdict::Inconclusive);
        QVERIFY(bootstrap.methodsDisagree);
        QVERIFY(!decide(withInterval(0.77, 0.87, 0.01, Interval { 0.75, 0.99 }), {}).methodsDisagree);
        QVERIFY(decide(withInterval(1.004, 1.03, 0.01), {}).negligible);
    }

    // No sign pattern of six blocks is rarer than 2/64: below that level the test may agree, and never objects.
    void aLevelBeyondTheReachOfSignFlips()
    {
        auto paired = withInterval(0.77, 0.87, 2.0 / 64);
        paired.blocks = 6;
        QCOMPARE(decide(paired, { 0.05, true, 0.0014 }).verdict, Verdict::Better);
        paired.signFlipP = 4.0 / 64;
        QVERIFY(decide(paired, { 0.05, true, 0.0014 }).methodsDisagree);
        auto wide = withInterval(0.90, 1.02, 2.0 / 64);
        wide.blocks = 6;
        QVERIFY(!decide(wide, { 0.05, true, 0.0014 }).methodsDisagree);
        QVERIFY(decide(wide, { 0.05, true, 0.05 }).methodsDisagree);
    }

    void fiveBlocksAreAPilot()
    {
        auto paired = withInterval(0.5, 0.6, 0.0625);
        paired.blocks = 5;
        QCOMPARE(decide(paired, {}).verdict, Verdict::Pilot);
    }
};

QTEST_GUILESS_MAIN(TestStats)
#include "tst_stats.moc"
