// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/warmup.h"
#include "tests/unit/stats/simulation.h"

#include <QtTest>

#include <algorithm>
#include <functional>

using namespace ceteris::stats;
using namespace ceteris::stats::simulation;

namespace {

constexpr double band = 0.05;
using Shape = std::function<double(double tS)>; // the figure without noise

// One window a second, multiplicative noise with an autocorrelation of 0.5.
Windows series(std::size_t seconds, double noise, const Shape& shape, Random& random)
{
    Windows windows;
    for (const double it : autoregressive(seconds, 0.5, random))
        windows.push_back(1000 * shape(static_cast<double>(windows.size())) * std::exp(noise * it));
    return windows;
}

Shape flat()
{
    return [](double) { return 1.0; };
}

Shape warmingUp(double extra, double tauS)
{
    return [=](double tS) { return 1 + extra * std::exp(-tS / tauS); };
}

Shape rising(double share, double lengthS)
{
    return [=](double tS) { return 1 + share * tS / lengthS; };
}

Shape step(double atS, double factor)
{
    return [=](double tS) { return tS < atS ? 1 : factor; };
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

class TestWarmup : public QObject
{
    Q_OBJECT

private slots:
    // A server that is 60 % slower at first needs about four time constants; from twice as slow on, a time constant of
    // 60 s leaves no steady half in four minutes.
    void truncation_data()
    {
        QTest::addColumn<double>("extra");
        QTest::addColumn<double>("tauS");
        QTest::addColumn<double>("noise");
        QTest::addColumn<double>("cutS"); // median; 0: not asked
        QTest::addColumn<double>("notConverged");
        QTest::newRow("8 s") << 0.6 << 8.0 << 0.02 << 30.0 << 0.00;
        QTest::newRow("25 s") << 0.6 << 25.0 << 0.02 << 90.0 << 0.04;
        QTest::newRow("60 s") << 1.0 << 60.0 << 0.02 << 120.0 << 0.975;
        QTest::newRow("60 s, noisy") << 1.0 << 60.0 << 0.05 << 120.0 << 0.54;
    }

    void truncation()
    {
        QFETCH(double, extra);
        QFETCH(double, tauS);
        QFETCH(double, noise);
        QFETCH(double, cutS);
        QFETCH(double, notConverged);
        constexpr int pilots = 1'000;
        Random random(1);
        std::vector<double> cuts;
        int limits = 0;
        double bias = 0;
        for (int i = 0; i < pilots; ++i) {
            const auto windows = series(240, noise, warmingUp(extra, tauS), random);
            const auto cut = mser5(windows);
            cuts.push_back(static_cast<double>(cut->windows));
            limits += !cut->converged;
            for (std::size_t t = cut->windows; t < 240; ++t)
                bias += std::log(*windows[t] / 1000) / static_cast<double>(240 - cut->windows) / pilots;
        }
        QVERIFY2(near(median(cuts), cutS, 5), qPrintable(QString::number(median(cuts))));
        const double share = double(limits) / pilots;
        QVERIFY2(near(share, notConverged, noise > 0.02 ? 0.05 : 0.02), qPrintable(QString::number(share)));
        if (tauS < 60)
            QVERIFY2(bias < 0.003, qPrintable(QString::number(bias)));
    }

    void drifts_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<double>("noise");
        QTest::addColumn<double>("change");
        QTest::addColumn<double>("least"); // share of trials in which a drift is found
        QTest::addColumn<double>("most");
        QTest::newRow("flat, 60 s") << 60 << 0.02 << 0.0 << 0.0 << 0.04;
        QTest::newRow("flat, 120 s") << 120 << 0.02 << 0.0 << 0.0 << 0.03;
        QTest::newRow("flat, noisy") << 60 << 0.05 << 0.0 << 0.0 << 0.04;
        QTest::newRow("+10 %") << 60 << 0.02 << 0.1 << 0.98 << 1.0;
        QTest::newRow("+10 %, noisy: the slope alone is blind") << 60 << 0.05 << 0.1 << 0.30 << 0.63;
        QTest::newRow("-10 %") << 60 << 0.02 << -0.1 << 0.98 << 1.0;
    }

    void drifts()
    {
        QFETCH(int, seconds);
        QFETCH(double, noise);
        QFETCH(double, change);
        QFETCH(double, least);
        QFETCH(double, most);
        constexpr int trials = 1'000;
        Random random(2);
        int found = 0;
        int byEither = 0;
        double mean = 0;
        for (int i = 0; i < trials; ++i) {
            const auto windows = series(static_cast<std::size_t>(seconds), noise, rising(change, seconds), random);
            const auto it = drift(windows);
            found += it->found();
            byEither += it->found() || std::abs(*halves(windows)) > band / 2;
            mean += it->change / trials;
        }
        const double share = double(found) / trials;
        QVERIFY2(share >= least && share <= most, qPrintable(QString::number(share)));
        QVERIFY2(near(mean, change, 0.01), qPrintable(QString::number(mean)));
        if (change > 0)
            QVERIFY2(byEither > 0.8 * trials, qPrintable(QString::number(byEither)));
    }

    void halvesAreCompared()
    {
        Windows windows(20, 100.0);
        for (std::size_t i = 10; i < windows.size(); ++i)
            windows[i] = 103.0;
        QVERIFY(near(*halves(windows), 0.03, 1e-12));
        QVERIFY(!halves(Windows(9, 100.0)));
    }

    void autocorrelationOfBatches()
    {
        Windows slow;
        Windows fast;
        for (int i = 0; i < 100; ++i) {
            slow.push_back(i < 50 ? 100 : 110);
            fast.push_back(i / 5 % 2 ? 100 : 110);
        }
        QVERIFY(*autocorrelation(slow) > 0.5);
        QVERIFY(*autocorrelation(fast) < -0.5);
        QCOMPARE(*autocorrelation(Windows(20, 1.0)), 0.0);
        QVERIFY(!autocorrelation(Windows(19, 1.0)));
    }

    // Windows with too few samples are no zeros, and cut nothing short.
    void gaps()
    {
        Random random(3);
        auto windows = series(240, 0.02, warmingUp(1, 8), random);
        const auto whole = mser5(windows);
        for (std::size_t i = 0; i < windows.size(); i += 3)
            windows[i].reset();
        for (std::size_t i = 200; i < 215; ++i)
            windows[i].reset(); // three whole batches
        const auto holey = mser5(windows);
        QVERIFY(holey && holey->converged);
        QVERIFY(std::abs(double(holey->windows) - double(whole->windows)) <= 15);
        QVERIFY(!drift({ windows.begin() + 60, windows.end() })->found());
        QVERIFY(!mser5(Windows(240)));
        QVERIFY(!drift(Windows(240)));
        QVERIFY(!halves(Windows(240)));
    }

    void classes_data()
    {
        QTest::addColumn<Shape>("shape");
        QTest::addColumn<SteadyClass>("expected");
        QTest::newRow("flat") << flat() << SteadyClass::Flat;
        QTest::newRow("warm-up") << warmingUp(0.5, 8) << SteadyClass::WarmUp;
        QTest::newRow("slowdown") << step(60, 1.3) << SteadyClass::Slowdown;
        QTest::newRow("rising all the time") << rising(0.2, 240) << SteadyClass::NoSteadyState;
        QTest::newRow("still warming up") << warmingUp(1, 60) << SteadyClass::NoSteadyState;
    }

    void classes()
    {
        QFETCH(Shape, shape);
        QFETCH(SteadyClass, expected);
        constexpr int trials = 200;
        Random random(4);
        int right = 0;
        for (int i = 0; i < trials; ++i)
            right += classOf(series(240, 0.02, shape, random), band) == expected;
        QVERIFY2(right >= 0.9 * trials, qPrintable(QString::number(right)));
    }
};

QTEST_GUILESS_MAIN(TestWarmup)
#include "tst_warmup.moc"
