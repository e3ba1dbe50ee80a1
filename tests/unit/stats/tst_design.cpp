// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/student.h"
#include "tests/unit/stats/simulation.h"

#include <QtTest>

#include <functional>

using namespace ceteris::stats;
using namespace ceteris::stats::simulation;

namespace {

constexpr double noise = 0.02;
using Trials = std::vector<double>; // logarithms of a figure, in the order in which the trials were run
using Environment = std::function<void(Trials&, Random&)>;

struct Arms
{
    Trials a;
    Trials b;
};

Arms oneAfterTheOther(const Trials& trials) // AAAABBBB
{
    const auto half = trials.begin() + static_cast<std::ptrdiff_t>(trials.size() / 2);
    return { { trials.begin(), half }, { half, trials.end() } };
}

Arms alternating(const Trials& trials) // ABAB
{
    Arms arms;
    for (std::size_t i = 0; i < trials.size(); ++i)
        (i % 2 ? arms.b : arms.a).push_back(trials[i]);
    return arms;
}

Arms randomPairs(const Trials& trials, Random& random)
{
    Arms arms;
    for (std::size_t i = 0; i < trials.size(); i += 2) {
        const bool swapped = random.coin();
        arms.a.push_back(trials[i + swapped]);
        arms.b.push_back(trials[i + !swapped]);
    }
    return arms;
}

struct Moments
{
    double mean = 0;
    double error = 0; // variance of the mean
};

Moments momentsOf(const Trials& values)
{
    const auto n = static_cast<double>(values.size());
    Moments moments;
    for (const double it : values)
        moments.mean += it / n;
    for (const double it : values)
        moments.error += (it - moments.mean) * (it - moments.mean) / (n - 1) / n;
    return moments;
}

bool welchRejects(const Arms& arms)
{
    const auto a = momentsOf(arms.a);
    const auto b = momentsOf(arms.b);
    const double error = a.error + b.error;
    const double t = std::abs(a.mean - b.mean) / std::sqrt(error);
    const auto n = static_cast<double>(arms.a.size());
    const double df = error * error / ((a.error * a.error + b.error * b.error) / (n - 1));
    return studentCdf(t, df) >= 0.975;
}

bool pairedRejects(const Arms& arms, double critical)
{
    Trials differences;
    for (std::size_t i = 0; i < arms.a.size(); ++i)
        differences.push_back(arms.b[i] - arms.a[i]);
    const auto moments = momentsOf(differences);
    return std::abs(moments.mean) >= critical * std::sqrt(moments.error);
}

void quiet(Trials&, Random&) { }

void slowDrift(Trials& trials, Random& random)
{
    const auto drift = autoregressive(trials.size(), 0.9, random);
    for (std::size_t i = 0; i < trials.size(); ++i)
        trials[i] += 0.05 * drift[i];
}

void linearDrift(Trials& trials, Random&)
{
    for (std::size_t i = 0; i < trials.size(); ++i)
        trials[i] += 0.01 * static_cast<double>(i);
}

void everySecondTrial(Trials& trials, Random& random)
{
    for (std::size_t i = random.coin(); i < trials.size(); i += 2)
        trials[i] += 0.05;
}

} // namespace

// Why trials are paired in blocks of random order: false claims about two equal arms at a nominal 5 %.
class TestDesign : public QObject
{
    Q_OBJECT

private slots:
    void falseClaims_data()
    {
        QTest::addColumn<Environment>("environment");
        QTest::addColumn<int>("blocks");
        QTest::addColumn<double>("inTurn"); // AAAABBBB, Welch
        QTest::addColumn<double>("alternatingPairs"); // ABAB, paired t
        QTest::addColumn<double>("unpaired"); // random pairs, Welch
        QTest::addColumn<double>("paired"); // random pairs, paired t: the design
        const auto row = [](const char* name, Environment it, int n, double a, double b, double c, double d) {
            QTest::newRow(name) << it << n << a << b << c << d;
        };
        row("nothing, 8 blocks", quiet, 8, .046, .050, .048, .050);
        row("nothing, 5 blocks", quiet, 5, .044, .050, .046, .052);
        row("slow drift, 8 blocks", slowDrift, 8, .41, .043, .010, .049);
        row("slow drift, 5 blocks", slowDrift, 5, .27, .046, .015, .050);
        row("linear drift, 8 blocks", linearDrift, 8, 1.00, .139, .000, .051);
        row("linear drift, 5 blocks", linearDrift, 5, .79, .093, .001, .050);
        row("periodic job, 8 blocks", everySecondTrial, 8, .002, .989, .122, .056);
        row("periodic job, 5 blocks", everySecondTrial, 5, .006, .833, .119, .072);
    }

    void falseClaims()
    {
        QFETCH(Environment, environment);
        QFETCH(int, blocks);
        constexpr int experiments = 6'000;
        Random random(17);
        const double critical = studentQuantile(0.975, blocks - 1);
        int foundInTurn = 0;
        int foundAlternating = 0;
        int foundUnpaired = 0;
        int foundPaired = 0;
        for (int i = 0; i < experiments; ++i) {
            Trials trials(static_cast<std::size_t>(2 * blocks));
            for (auto& it : trials)
                it = noise * random.normal();
            environment(trials, random);
            foundInTurn += welchRejects(oneAfterTheOther(trials));
            foundAlternating += pairedRejects(alternating(trials), critical);
            const auto design = randomPairs(trials, random);
            foundUnpaired += welchRejects(design);
            foundPaired += pairedRejects(design, critical);
        }
        const auto within = [](int found, double share) { return near(double(found) / experiments, share, 0.02); };
        QFETCH(double, inTurn);
        QVERIFY2(within(foundInTurn, inTurn), qPrintable(QString::number(foundInTurn)));
        QFETCH(double, alternatingPairs);
        QVERIFY2(within(foundAlternating, alternatingPairs), qPrintable(QString::number(foundAlternating)));
        QFETCH(double, unpaired);
        QVERIFY2(within(foundUnpaired, unpaired), qPrintable(QString::number(foundUnpaired)));
        QFETCH(double, paired);
        QVERIFY2(within(foundPaired, paired), qPrintable(QString::number(foundPaired)));
    }
};

QTEST_GUILESS_MAIN(TestDesign)
#include "tst_design.moc"
