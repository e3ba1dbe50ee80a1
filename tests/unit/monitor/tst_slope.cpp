// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/monitor.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>
#include <random>

using namespace ceteris::monitor;

class TestSlope : public QObject
{
    Q_OBJECT

private slots:
    void golden_data();
    void golden();
    void none_data();
    void none();
    void manyPoints();
};

using Values = std::vector<double>;
Q_DECLARE_METATYPE(Values)

void TestSlope::golden_data()
{
    QTest::addColumn<Values>("x");
    QTest::addColumn<Values>("y");
    QTest::addColumn<double>("slope");
    QTest::newRow("line") << Values { 0, 1, 2, 3, 4 } << Values { 7, 10, 13, 16, 19 } << 3.0;
    QTest::newRow("falling") << Values { 0, 1, 2, 3 } << Values { 9, 7, 5, 3 } << -2.0;
    QTest::newRow("any order") << Values { 3, 0, 4, 1, 2 } << Values { 16, 7, 19, 10, 13 } << 3.0;
    QTest::newRow("one outlier") << Values { 0, 1, 2, 3, 4, 5, 6 } << Values { 0, 2, 4, 6000, 8, 10, 12 } << 2.0;
    QTest::newRow("a quarter outliers") << Values { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 }
                                        << Values { 0, 2, 900, 6, 8, 10, -500, 14, 16, 18, 700, 22 } << 2.0;
    QTest::newRow("same x") << Values { 1, 1, 2, 2, 3, 4 } << Values { 1, 1, 2, 2, 3, 4 } << 1.0;
    QTest::newRow("a plateau at the end")
        << Values { 0, 10, 20, 30, 30, 30 } << Values { 0, 20, 40, 60, 60, 60 } << 2.0;
    // Slopes 1, 2, 3, 3, 4, 5: an even number, the mean of the middle two.
    QTest::newRow("even number of pairs") << Values { 0, 1, 2, 3 } << Values { 0, 1, 4, 9 } << 3.0;
    QTest::newRow("middle of two") << Values { 0, 1, 2, 4 } << Values { 0, 1, 4, 16 } << 3.5;
    QTest::newRow("what is not a number is left out")
        << Values { 0, 1, std::nan(""), 2, 3 } << Values { 0, 1, 5, 2, 3 } << 1.0;
}

void TestSlope::golden()
{
    QFETCH(Values, x);
    QFETCH(Values, y);
    QFETCH(double, slope);
    const auto found = theilSenSlope(x, y);
    QVERIFY(found);
    QVERIFY2(std::abs(*found - slope) < 1e-9, qPrintable(QString::number(*found)));
}

void TestSlope::none_data()
{
    QTest::addColumn<Values>("x");
    QTest::newRow("nothing") << Values {};
    QTest::newRow("three steps") << Values { 0, 1, 2 };
    QTest::newRow("three steps, many points") << Values { 0, 0, 1, 1, 2, 2, 2 };
    QTest::newRow("no number") << Values { 0, 1, 2, std::nan("") };
}

void TestSlope::none()
{
    QFETCH(Values, x);
    QVERIFY(!theilSenSlope(x, Values(x.size(), 1)));
}

void TestSlope::manyPoints()
{
    std::mt19937 random(3);
    Values x;
    Values y;
    for (int i = 0; i < 200'000; ++i) {
        x.push_back(i);
        const double noise = static_cast<double>(random() % 1000) - 500;
        y.push_back(326.0 * i + (i % 5 == 0 ? 1e7 : noise)); // a fifth is far off
    }
    QElapsedTimer timer;
    timer.start();
    const auto slope = theilSenSlope(x, y);
    QVERIFY(timer.elapsed() < 5000); // of all pairs it would be hours
    QVERIFY(slope);
    QVERIFY2(std::abs(*slope / 326 - 1) < 0.01, qPrintable(QString::number(*slope)));
    QCOMPARE(theilSenSlope(x, y), slope);
}

QTEST_APPLESS_MAIN(TestSlope)
#include "tst_slope.moc"
