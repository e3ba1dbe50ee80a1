// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/proportion.h"
#include "tests/unit/stats/simulation.h"

#include <QtTest>

using namespace ceteris::stats;
using namespace ceteris::stats::simulation;

class TestProportion : public QObject
{
    Q_OBJECT

private slots:
    // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    void wilsonIntervals_data()
    {
        QTest::addColumn<int>("events");
        QTest::addColumn<int>("total");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("81/263") << 81 << 263 << 0.2553 << 0.3662;
        QTest::newRow("15/148") << 15 << 148 << 0.0624 << 0.1605;
        QTest::newRow("1/29") << 1 << 29 << 0.0061 << 0.1718;
        QTest::newRow("none of 3000: three in N") << 0 << 3000 << 0.0 << 0.001;
        QTest::newRow("nothing sent: nothing known") << 0 << 0 << 0.0 << 1.0;
    }

    void wilsonIntervals()
    {
        QFETCH(int, events);
        QFETCH(int, total);
        QFETCH(double, low);
        QFETCH(double, high);
        const auto interval = wilson({ std::uint64_t(events), std::uint64_t(total) });
        QVERIFY(near(interval.low, low, 5e-5));
        QVERIFY(near(interval.high, high, 5e-5));
    }

    void trialsThatDifferAreWorthLess()
    {
        const std::vector<Count> alike { { 10, 1000 }, { 11, 1000 }, { 9, 1000 } };
        const std::vector<Count> apart { { 0, 1000 }, { 30, 1000 }, { 0, 1000 } };
        QCOMPARE(overdispersion(alike), 1.0);
        QVERIFY(near(overdispersion(apart), 30.303, 1e-3)); // (10² + 20² + 10²)/9.9 / 2
        QCOMPARE(overdispersion({ { 5, 10 } }), 1.0);
        QCOMPARE(overdispersion({ { 0, 10 }, { 0, 10 } }), 1.0);
        const auto sum = sumOf(apart);
        QCOMPARE(sum, (Count { 30, 3000 }));
        QVERIFY(wilson(sum, overdispersion(apart)).high > 2 * wilson(sum).high);
        QVERIFY(near(wilson({ 0, 3000 }, 10).high, 0.01, 1e-12));
    }

    // 95 % intervals of rates that differ between trials: without φ they cover far too little.
    void overdispersionKeepsTheCoverage()
    {
        constexpr int experiments = 1'000;
        constexpr double rate = 0.02;
        Random random(11);
        int covered = 0;
        int naive = 0;
        for (int i = 0; i < experiments; ++i) {
            std::vector<Count> trials(8);
            for (auto& trial : trials) {
                const double mine = rate * std::exp(0.5 * random.normal() - 0.125);
                const double events = 10'000 * mine + std::sqrt(10'000 * mine) * random.normal();
                trial = { static_cast<std::uint64_t>(std::max(0.0, events)), 10'000 };
            }
            const auto sum = sumOf(trials);
            covered += wilson(sum, overdispersion(trials)).contains(rate);
            naive += wilson(sum).contains(rate);
        }
        QVERIFY2(covered >= 0.86 * experiments && covered <= 0.97 * experiments, qPrintable(QString::number(covered)));
        QVERIFY2(naive < 0.4 * experiments, qPrintable(QString::number(naive)));
    }

    void fisher_data()
    {
        QTest::addColumn<int>("a");
        QTest::addColumn<int>("n");
        QTest::addColumn<int>("b");
        QTest::addColumn<int>("m");
        QTest::addColumn<double>("p");
        QTest::newRow("tea tasting, 3 of 4 right") << 3 << 4 << 1 << 4 << 34.0 / 70;
        QTest::newRow("all of one, none of the other") << 4 << 4 << 0 << 4 << 2.0 / 70;
        QTest::newRow("equal") << 2 << 8 << 2 << 8 << 1.0;
        QTest::newRow("nothing") << 0 << 8 << 0 << 8 << 1.0;
        QTest::newRow("unequal sizes") << 8 << 10 << 1 << 6 << 0.0350; // (270 + 10)/8008
        QTest::newRow("mirrored") << 1 << 6 << 8 << 10 << 0.0350;
    }

    void fisher()
    {
        QFETCH(int, a);
        QFETCH(int, n);
        QFETCH(int, b);
        QFETCH(int, m);
        QFETCH(double, p);
        const auto found = fisherP({ std::uint64_t(a), std::uint64_t(n) }, { std::uint64_t(b), std::uint64_t(m) });
        QVERIFY2(near(found, p, 5e-5), qPrintable(QString::number(found, 'g', 12)));
    }

    void binomial()
    {
        QVERIFY(near(binomialUpperTail(4, 20, 0.05), 0.0159, 5e-5));
        QVERIFY(near(binomialUpperTail(6, 40, 0.05), 0.0139, 5e-5));
        QVERIFY(near(binomialUpperTail(11, 100, 0.05), 0.0115, 5e-5));
        QCOMPARE(binomialUpperTail(0, 20, 0.05), 1.0);
        QVERIFY(near(binomialUpperTail(2, 2, 0.5), 0.25, 1e-12));
    }

    void ledger_data()
    {
        QTest::addColumn<int>("claims");
        QTest::addColumn<int>("experiments");
        QTest::addColumn<bool>("alarm");
        QTest::newRow("3 of 20") << 3 << 20 << false;
        QTest::newRow("4 of 20") << 4 << 20 << true;
        QTest::newRow("5 of 40") << 5 << 40 << false;
        QTest::newRow("6 of 40") << 6 << 40 << true;
        QTest::newRow("10 of 100") << 10 << 100 << false;
        QTest::newRow("11 of 100") << 11 << 100 << true;
        QTest::newRow("nothing yet") << 0 << 0 << false;
    }

    void ledger()
    {
        QFETCH(int, claims);
        QFETCH(int, experiments);
        QTEST(falseClaimsAlarm(std::uint64_t(claims), std::uint64_t(experiments)), "alarm");
    }
};

QTEST_GUILESS_MAIN(TestProportion)
#include "tst_proportion.moc"
