// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/paired.h"
#include "app/stats/student.h"
#include "app/stats/planning.h"
#include "app/stats/verdict.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace ceteris::stats;

namespace {

using Differences = std::vector<double>;

bool near(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance;
}

// Standard normal by Box and Muller; std::normal_distribution differs between libraries.
class Normal
{
public:
    explicit Normal(std::uint64_t seed)
        : m_random(seed)
    {
    }

    double operator()()
    {
        const double u = 1 - uniform();
        return std::sqrt(-2 * std::log(u)) * std::cos(2 * M_PI * uniform());
    }

private:
    double uniform() { return (m_random() >> 11) * 0x1p-53; }
    std::mt19937_64 m_random;
};

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

    // The interval covers the truth in 95 % of experiments, the sign-flip test errs in at most 5 %.
    void coverage_data()
    {
        QTest::addColumn<int>("blocks");
        for (const int n : { 3, 6, 8, 15 })
            QTest::addRow("%d blocks", n) << n;
    }

    void coverage()
    {
        QFETCH(int, blocks);
        constexpr double truth = 0.05;
        const int experiments = blocks > 8 ? 4'000 : 20'000;
        Normal normal(static_cast<std::uint64_t>(blocks));
        int covered = 0;
        int rejected = 0;
        Differences differences(static_cast<std::size_t>(blocks));
        const double t = studentQuantile(0.975, blocks - 1);
        for (int i = 0; i < experiments; ++i) {
            double sum = 0;
            double squares = 0;
            for (auto& d : differences) {
                d = normal();
                sum += d;
                squares += d * d;
            }
            const double mean = sum / blocks;
            const double error = std::sqrt((squares - blocks * mean * mean) / (blocks - 1) / blocks);
            covered += std::abs(mean) <= t * error; // truth 0 here; the shift by `truth` is checked below
            rejected += signFlipP(differences) <= 0.05;
        }
        const double tolerance = blocks > 8 ? 0.01 : 0.005;
        QVERIFY2(near(double(covered) / experiments, 0.95, tolerance), qPrintable(QString::number(covered)));
        QVERIFY2(rejected <= (0.05 + tolerance) * experiments, qPrintable(QString::number(rejected)));
        for (auto& d : differences)
            d += truth;
        const auto shifted = pairedAnalysis(differences, 0.95);
        for (auto& d : differences)
            d -= truth;
        QVERIFY(near(std::log(shifted.ratio) - std::log(pairedAnalysis(differences, 0.95).ratio), truth, 1e-12));
    }

    // With a skewed arm the t interval is known to cover less (about .91 at 8 blocks) and bootstrap-t a little more.
    void bootstrapTCovers()
    {
        constexpr int experiments = 400;
        Normal normal(99);
        int covered = 0;
        for (int i = 0; i < experiments; ++i) {
            Differences differences(8);
            for (auto& d : differences)
                d = 0.02 * normal();
            covered += pairedAnalysis(differences, 0.95).bootstrap->contains(1);
        }
        QVERIFY2(covered >= 0.90 * experiments && covered <= 0.985 * experiments, qPrintable(QString::number(covered)));
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

    void fiveBlocksAreAPilot()
    {
        auto paired = withInterval(0.5, 0.6, 0.0625);
        paired.blocks = 5;
        QCOMPARE(decide(paired, {}).verdict, Verdict::Pilot);
    }

    // The table of blocks for 80 % power; the noncentral t differs from this formula by at most 2 blocks there.
    void planning_data()
    {
        QTest::addColumn<double>("spread");
        QTest::addColumn<double>("band");
        QTest::addColumn<int>("blocks");
        QTest::newRow("2 % / 2 %") << 0.02 << 0.02 << 11;
        QTest::newRow("2 % / 5 %") << 0.02 << 0.05 << 6;
        QTest::newRow("5 % / 5 %") << 0.05 << 0.05 << 11;
        QTest::newRow("10 % / 5 %") << 0.10 << 0.05 << 36;
        QTest::newRow("10 % / 10 %") << 0.10 << 0.10 << 11;
        QTest::newRow("15 % / 20 %") << 0.15 << 0.20 << 8;
    }

    void planning()
    {
        QFETCH(double, spread);
        QFETCH(double, band);
        QFETCH(int, blocks);
        const auto planned = blocksToResolve(spread, band);
        QVERIFY2(std::abs(planned - blocks) <= 2, qPrintable(QString::number(planned)));
        if (planned > 6) {
            QVERIFY(resolvableDifference(spread, planned) <= band);
            QVERIFY(resolvableDifference(spread, planned - 1) > band);
        }
    }
};

QTEST_GUILESS_MAIN(TestStats)
#include "tst_stats.moc"
