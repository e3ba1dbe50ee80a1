// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/sequential.h"
#include "app/stats/student.h"
#include "app/stats/verdict.h"
#include "tests/unit/stats/simulation.h"

#include <QtTest>

using namespace ceteris::stats;
using namespace ceteris::stats::simulation;

namespace {

constexpr int mostBlocks = 15;

// The t interval of an experiment that grows block by block, as pairedAnalysis has it.
class Growing
{
public:
    void add(double logRatio)
    {
        ++m_blocks;
        m_sum += logRatio;
        m_squares += logRatio * logRatio;
    }

    Paired at(double t) const
    {
        const double mean = m_sum / m_blocks;
        const double spread = std::sqrt((m_squares - m_blocks * mean * mean) / (m_blocks - 1));
        const double half = t * spread / std::sqrt(m_blocks);
        Paired paired;
        paired.blocks = m_blocks;
        paired.ratio = std::exp(mean);
        paired.spread = spread;
        paired.interval = Interval { std::exp(mean - half), std::exp(mean + half) };
        return paired;
    }

private:
    int m_blocks = 0;
    double m_sum = 0;
    double m_squares = 0;
};

// Critical values by number of blocks.
std::vector<double> criticalValues(double (*alphaAt)(int blocks))
{
    std::vector<double> values { 0, 0 };
    for (int n = 2; n <= mostBlocks; ++n)
        values.push_back(alphaAt(n) > 0 ? studentQuantile(1 - alphaAt(n) / 2, n - 1) : 0);
    return values;
}

double alphaOfLook(int blocks)
{
    for (const auto& look : looks)
        if (look.blocks == blocks)
            return look.alpha;
    return 0;
}

double uncorrectedLook(int blocks)
{
    return alphaOfLook(blocks) > 0 ? 0.05 : 0;
}

double fromThreeOn(int blocks)
{
    return blocks >= 3 ? 0.05 : 0;
}

// Share of experiments with a true log ratio of `effect` (in units of the spread) that claim a difference at some look.
double claims(double (*alphaAt)(int), double effect, std::uint64_t seed)
{
    constexpr int experiments = 10'000;
    const auto critical = criticalValues(alphaAt);
    Random random(seed);
    int claimed = 0;
    for (int i = 0; i < experiments; ++i) {
        Growing experiment;
        bool found = false;
        for (int n = 1; n <= mostBlocks && !found; ++n) {
            experiment.add(effect + random.normal());
            const auto t = critical[static_cast<std::size_t>(n)];
            found = t > 0 && !experiment.at(t).interval->contains(1);
        }
        claimed += found;
    }
    return double(claimed) / experiments;
}

} // namespace

class TestSequential : public QObject
{
    Q_OBJECT

private slots:
    void looksReached()
    {
        QVERIFY(!lookAt(5));
        QCOMPARE(lookAt(6)->alpha, 0.0014);
        QCOMPARE(lookAt(9)->blocks, 6);
        QCOMPARE(lookAt(10)->alpha, 0.0136);
        QCOMPARE(lookAt(15)->alpha, 0.0439);
        QCOMPARE(lookAt(99)->blocks, 15);
    }

    void threeLooksErrInFivePercent()
    {
        const double found = claims(alphaOfLook, 0, 1);
        QVERIFY2(near(found, 0.05, 0.01), qPrintable(QString::number(found)));
        QVERIFY(claims(alphaOfLook, 1.5, 2) > 0.95);
    }

    // The same simulation sees what is wrong with looking again and again.
    void peekingErrsMore()
    {
        const double three = claims(uncorrectedLook, 0, 3);
        QVERIFY2(near(three, 0.107, 0.015), qPrintable(QString::number(three)));
        const double always = claims(fromThreeOn, 0, 4);
        QVERIFY2(near(always, 0.205, 0.02), qPrintable(QString::number(always)));
    }

    // "Until it is significant" covers less; "until it is narrow" does not.
    void precisionKeepsTheCoverage_data()
    {
        QTest::addColumn<double>("spread");
        QTest::newRow("stops at once") << 0.02;
        QTest::newRow("stops in between") << 0.06;
        QTest::newRow("stops late") << 0.08;
        QTest::newRow("hardly ever stops") << 0.15;
    }

    void precisionKeepsTheCoverage()
    {
        QFETCH(double, spread);
        constexpr int experiments = 10'000;
        constexpr double truth = 0.1;
        const auto critical = criticalValues([](int) { return 0.05; });
        Random random(6);
        int covered = 0;
        for (int i = 0; i < experiments; ++i) {
            Growing experiment;
            Paired paired;
            for (int n = 1; n <= mostBlocks && !preciseEnough(paired, 0.05); ++n) {
                experiment.add(truth + spread * random.normal());
                if (n > 1)
                    paired = experiment.at(critical[static_cast<std::size_t>(n)]);
            }
            covered += paired.interval->contains(std::exp(truth));
        }
        const double share = double(covered) / experiments;
        QVERIFY2(share >= 0.925 && share <= 0.96, qPrintable(QString::number(share)));
    }

    void preciseEnoughNeedsSixBlocks()
    {
        Paired paired;
        QVERIFY(!halfWidth(paired));
        paired.interval = Interval { 0.8, 0.8 * 1.1025 };
        QVERIFY(near(*halfWidth(paired), 0.05, 1e-12));
        paired.blocks = 5;
        QVERIFY(!preciseEnough(paired, 0.051));
        paired.blocks = 6;
        QVERIFY(preciseEnough(paired, 0.051));
        QVERIFY(!preciseEnough(paired, 0.049));
    }
};

QTEST_GUILESS_MAIN(TestSequential)
#include "tst_sequential.moc"
