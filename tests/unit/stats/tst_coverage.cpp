// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/paired.h"
#include "app/stats/student.h"
#include "app/stats/verdict.h"
#include "tests/unit/stats/simulation.h"

#include <QtTest>

using namespace ceteris::stats;
using namespace ceteris::stats::simulation;

namespace {

using Differences = std::vector<double>;

Differences normals(std::size_t count, double mean, double deviation, Random& random)
{
    Differences values(count);
    for (auto& value : values)
        value = mean + deviation * random.normal();
    return values;
}

} // namespace

// How often the methods err, on simulated experiments whose truth is known.
class TestCoverage : public QObject
{
    Q_OBJECT

private slots:
    // The interval covers the truth in 95 % of experiments.
    void studentInterval_data()
    {
        QTest::addColumn<int>("blocks");
        for (const int n : { 3, 6, 8, 15 })
            QTest::addRow("%d blocks", n) << n;
    }

    void studentInterval()
    {
        QFETCH(int, blocks);
        constexpr int experiments = 20'000;
        Random random(static_cast<std::uint64_t>(blocks));
        const double t = studentQuantile(0.975, blocks - 1);
        int covered = 0;
        for (int i = 0; i < experiments; ++i) {
            double sum = 0;
            double squares = 0;
            for (int block = 0; block < blocks; ++block) {
                const double d = random.normal();
                sum += d;
                squares += d * d;
            }
            const double mean = sum / blocks;
            const double error = std::sqrt((squares - blocks * mean * mean) / (blocks - 1) / blocks);
            covered += std::abs(mean) <= t * error;
        }
        const double share = double(covered) / experiments;
        QVERIFY2(share >= 0.945 && share <= 0.955, qPrintable(QString::number(share)));
    }

    // The interval of the analysis is that one, moved to where the truth is.
    void theAnalysisUsesThatInterval()
    {
        Random random(5);
        const auto d = normals(8, 0.05, 0.03, random);
        auto shifted = d;
        for (auto& it : shifted)
            it += 0.1;
        const auto a = pairedAnalysis(d, 0.95);
        const auto b = pairedAnalysis(shifted, 0.95);
        QVERIFY(near(std::log(b.ratio) - std::log(a.ratio), 0.1, 1e-12));
        const double half = studentQuantile(0.975, 7) * a.spread / std::sqrt(8.0);
        QVERIFY(near(std::log(a.interval->high), std::log(a.ratio) + half, 1e-12));
        QVERIFY(near(std::log(a.interval->low), std::log(a.ratio) - half, 1e-12));
    }

    void signFlip_data()
    {
        QTest::addColumn<int>("blocks");
        QTest::addColumn<int>("experiments");
        QTest::newRow("5 blocks: never") << 5 << 4'000;
        QTest::newRow("6 blocks") << 6 << 20'000;
        QTest::newRow("8 blocks") << 8 << 10'000;
        QTest::newRow("15 blocks") << 15 << 800;
    }

    void signFlip()
    {
        QFETCH(int, blocks);
        QFETCH(int, experiments);
        Random random(40 + static_cast<std::uint64_t>(blocks));
        int rejected = 0;
        for (int i = 0; i < experiments; ++i)
            rejected += signFlipP(normals(static_cast<std::size_t>(blocks), 0, 1, random)) <= 0.05;
        if (blocks == 5)
            QCOMPARE(rejected, 0);
        else // three standard errors above 5 %
            QVERIFY2(rejected <= 0.05 * experiments + 3 * std::sqrt(0.0475 * experiments),
                qPrintable(QString::number(rejected)));
    }

    void bootstrapT()
    {
        constexpr int experiments = 300;
        Random random(99);
        int covered = 0;
        for (int i = 0; i < experiments; ++i)
            covered += pairedAnalysis(normals(8, 0, 0.02, random), 0.95).bootstrap->contains(1);
        QVERIFY2(covered >= 0.90 * experiments && covered <= 0.985 * experiments, qPrintable(QString::number(covered)));
    }

    // Trials with 2 % noise, eight blocks, a band of 5 %: what is there is found, what is not is not claimed.
    void knownEffects_data()
    {
        QTest::addColumn<double>("effect");
        QTest::addColumn<Verdict>("right");
        QTest::addColumn<double>("atLeast"); // share of experiments with that verdict
        QTest::newRow("none") << 0.0 << Verdict::Equivalent << 0.90;
        QTest::newRow("5 %: on the edge of the band") << 0.05 << Verdict::Different << 0.85;
        QTest::newRow("10 %") << 0.10 << Verdict::Worse << 0.90;
        QTest::newRow("20 %") << 0.20 << Verdict::Worse << 0.99;
        QTest::newRow("20 % less") << 1 / 1.2 - 1 << Verdict::Better << 0.99;
    }

    void knownEffects()
    {
        QFETCH(double, effect);
        QFETCH(Verdict, right);
        QFETCH(double, atLeast);
        constexpr int experiments = 100;
        Random random(2026);
        int found = 0;
        int opposite = 0; // a claim of the wrong direction, or of a difference that is not there
        int covered = 0;
        for (int i = 0; i < experiments; ++i) {
            const auto paired = pairedAnalysis(normals(8, std::log1p(effect), 0.02 * std::sqrt(2), random), 0.95);
            const auto verdict = decide(paired, {}).verdict;
            found += verdict == right;
            covered += paired.interval->contains(1 + effect);
            opposite += (verdict == Verdict::Better && effect >= 0) || (verdict == Verdict::Worse && effect <= 0);
        }
        QVERIFY2(found >= atLeast * experiments, qPrintable(QString::number(found)));
        QVERIFY2(covered >= 0.88 * experiments, qPrintable(QString::number(covered)));
        QCOMPARE(opposite, 0);
    }
};

QTEST_GUILESS_MAIN(TestCoverage)
#include "tst_coverage.moc"
