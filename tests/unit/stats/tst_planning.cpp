// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/chisquare.h"
#include "app/stats/planning.h"
#include "app/stats/student.h"
#include "tests/unit/stats/simulation.h"

#include <QtTest>

using namespace ceteris::stats;
using namespace ceteris::stats::simulation;

class TestPlanning : public QObject
{
    Q_OBJECT

private slots:
    // Values of published χ² tables.
    void chiSquareQuantiles_data()
    {
        QTest::addColumn<double>("p");
        QTest::addColumn<double>("df");
        QTest::addColumn<double>("x");
        QTest::newRow("95 %, df 1") << 0.95 << 1.0 << 3.841458820694124;
        QTest::newRow("95 %, df 10") << 0.95 << 10.0 << 18.307038053275146;
        QTest::newRow("2.5 %, df 5") << 0.025 << 5.0 << 0.831211613486663;
        QTest::newRow("20 %, df 2") << 0.2 << 2.0 << 0.446287102628420;
        QTest::newRow("50 %, df 2: 2 ln 2") << 0.5 << 2.0 << 1.386294361119891;
        QTest::newRow("99 %, df 100") << 0.99 << 100.0 << 135.806723171133;
    }

    void chiSquareQuantiles()
    {
        QFETCH(double, p);
        QFETCH(double, df);
        QFETCH(double, x);
        QVERIFY2(
            near(chiSquareQuantile(p, df), x, 1e-9), qPrintable(QString::number(chiSquareQuantile(p, df), 'g', 15)));
        QVERIFY(near(chiSquareCdf(x, df), p, 1e-11));
    }

    // Blocks for 80 % power at 5 %, by the noncentral t.
    void blocks_data()
    {
        QTest::addColumn<double>("spread");
        QTest::addColumn<double>("band");
        QTest::addColumn<int>("blocks");
        const double bands[] { 0.02, 0.05, 0.10, 0.20 };
        const auto row = [&bands](double spread, std::initializer_list<int> blocks) {
            const auto* band = bands;
            for (const int it : blocks) {
                QTest::addRow("spread %g, band %g", spread, *band) << spread << *band << it;
                ++band;
            }
        };
        row(0.02, { 11, 6, 6, 6 });
        row(0.05, { 53, 11, 6, 6 });
        row(0.10, { 203, 36, 11, 6 });
        row(0.15, { 450, 77, 22, 8 }); // the first: only that there are many
    }

    void blocks()
    {
        QFETCH(double, spread);
        QFETCH(double, band);
        QFETCH(int, blocks);
        const int planned = blocksToResolve(spread, band);
        if (blocks > 400)
            QVERIFY(planned > 400);
        else
            QVERIFY2(std::abs(planned - blocks) <= 1, qPrintable(QString::number(planned)));
        QVERIFY(resolvableDifference(spread, planned) <= band * 1.000001);
        if (planned > 6)
            QVERIFY(resolvableDifference(spread, planned - 1) > band);
    }

    // Half-width and smallest difference found, in units of the spread.
    void multipliers_data()
    {
        QTest::addColumn<int>("blocks");
        QTest::addColumn<double>("found");
        QTest::newRow("5") << 5 << 1.66;
        QTest::newRow("6") << 6 << 1.42;
        QTest::newRow("8") << 8 << 1.15;
        QTest::newRow("10") << 10 << 0.99;
        QTest::newRow("15") << 15 << 0.78;
    }

    void multipliers()
    {
        QFETCH(int, blocks);
        QFETCH(double, found);
        constexpr double spread = 0.001;
        QVERIFY(near(std::log1p(resolvableDifference(spread, blocks)) / spread, found, 0.03));
    }

    void powerIsWhatSimulationFinds()
    {
        constexpr int experiments = 20'000;
        constexpr int n = 8;
        Random random(8);
        const double critical = studentQuantile(0.975, n - 1);
        int rejected = 0;
        for (int i = 0; i < experiments; ++i) {
            double sum = 0;
            double squares = 0;
            for (int block = 0; block < n; ++block) {
                const double d = 1 + random.normal();
                sum += d;
                squares += d * d;
            }
            const double mean = sum / n;
            rejected += std::abs(mean) > critical * std::sqrt((squares - n * mean * mean) / (n - 1) / n);
        }
        QVERIFY(near(powerOf(1, 1, n), double(rejected) / experiments, 0.01));
        QVERIFY(near(powerOf(0, 1, n), 0.05, 1e-6)); // no effect: the level of the test
        QVERIFY(near(powerOf(0, 1, 2), 0.05, 1e-3));
    }

    // The bound holds in four of five pilots; the pilot's own spread only in about two of five.
    void aPilotsSpreadIsNotTheTruth()
    {
        constexpr int pilots = 20'000;
        constexpr int n = 3;
        Random random(3);
        int bounded = 0;
        int plain = 0;
        for (int i = 0; i < pilots; ++i) {
            const double a = random.normal();
            const double b = random.normal();
            const double c = random.normal();
            const double mean = (a + b + c) / n;
            const double spread
                = std::sqrt(((a - mean) * (a - mean) + (b - mean) * (b - mean) + (c - mean) * (c - mean)) / 2);
            plain += spread >= 1;
            bounded += upperSpread(spread, n) >= 1;
            if (i == 0)
                QCOMPARE(blocksFromPilot(spread / 20, n, 0.05), blocksToResolve(upperSpread(spread / 20, n), 0.05));
        }
        QVERIFY2(near(double(bounded) / pilots, 0.8, 0.01), qPrintable(QString::number(bounded)));
        QVERIFY(plain < 0.45 * pilots);
    }
};

QTEST_GUILESS_MAIN(TestPlanning)
#include "tst_planning.moc"
