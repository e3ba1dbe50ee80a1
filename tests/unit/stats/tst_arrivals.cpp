// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stats/arrivals.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <random>

using namespace ceteris::stats;

namespace {

constexpr double ratePerS = 100;
constexpr std::size_t slotCount = 200; // of 100 ms

using Gaps = std::vector<double>;
using Draw = std::function<double(std::mt19937_64&)>;

Gaps gapsFrom(const Draw& draw, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    Gaps gaps(static_cast<std::size_t>(ratePerS * 25));
    for (auto& gap : gaps)
        gap = draw(random);
    return gaps;
}

std::vector<std::uint32_t> countsOf(const Gaps& gaps)
{
    std::vector<std::uint32_t> counts(slotCount);
    double at = 0;
    for (const double gap : gaps) {
        at += gap;
        if (const auto slot = static_cast<std::size_t>(at * 10); slot < slotCount)
            ++counts[slot];
    }
    return counts;
}

double exponential(std::mt19937_64& random)
{
    return std::exponential_distribution<>(ratePerS)(random);
}

double regular(std::mt19937_64&)
{
    return 1 / ratePerS;
}

// Ten at once, then a pause.
double bursty(std::mt19937_64& random)
{
    return random() % 10 == 0 ? 10 / ratePerS : 0;
}

} // namespace

Q_DECLARE_METATYPE(Draw)

class ArrivalsTest : public QObject
{
    Q_OBJECT

private slots:
    void shapes_data()
    {
        QTest::addColumn<Draw>("draw");
        QTest::addColumn<bool>("isPoisson");
        QTest::newRow("Poisson") << Draw(exponential) << true;
        QTest::newRow("regular") << Draw(regular) << false;
        QTest::newRow("bursty") << Draw(bursty) << false;
    }

    void shapes()
    {
        QFETCH(Draw, draw);
        QFETCH(bool, isPoisson);
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const auto gaps = gapsFrom(draw, seed);
            QCOMPARE(std::abs(dispersionIndex(countsOf(gaps)) - 1) <= dispersionTolerance(slotCount), isPoisson);
            QCOMPARE(andersonDarlingExponential(gaps) <= andersonDarlingLimit, isPoisson);
        }
    }

    // A limit of the 1 ‰ point: 2 000 true samples give 2 false alarms, and 9 or more once in 4 000 times.
    void falseAlarmsAreRare()
    {
        std::mt19937_64 random(7);
        int alarms = 0;
        for (int i = 0; i < 2000; ++i) {
            Gaps gaps(200);
            for (auto& gap : gaps)
                gap = exponential(random);
            alarms += andersonDarlingExponential(gaps) > andersonDarlingLimit;
        }
        QVERIFY2(alarms <= 8, qPrintable(QString::number(alarms)));
    }

    void signsOfTheIndex()
    {
        QCOMPARE(dispersionIndex({ 5, 5, 5, 5 }), 0.0);
        QCOMPARE(dispersionIndex({ 0, 0, 0, 20 }), 20.0);
        QCOMPARE(dispersionTolerance(201), 0.4);
    }

    void nothingToLookAt()
    {
        QCOMPARE(dispersionIndex({}), 0.0);
        QCOMPARE(dispersionIndex({ 3 }), 0.0);
        QCOMPARE(dispersionIndex({ 0, 0 }), 0.0);
        QVERIFY(std::isinf(dispersionTolerance(1)));
        QCOMPARE(andersonDarlingExponential({ 1, 2, 3, 4 }), 0.0);
        QVERIFY(andersonDarlingExponential({ 0, 0, 0, 0, 0 }) > andersonDarlingLimit);
    }
};

QTEST_APPLESS_MAIN(ArrivalsTest)
#include "tst_arrivals.moc"
