// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/scale.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {

class TestChartScale : public QObject
{
    Q_OBJECT

private slots:
    void roundTicks_data();
    void roundTicks();
    void logTicks_data();
    void logTicks();
    void noTwoTicksAreCalledTheSame();
    void scaleFits_data();
    void scaleFits();
    void aScaleThatFitsIsKept();
    void nothingIsLostOnALogScale();
    void timesAndPercentiles();
    void ratiosHaveTicksBeyondThem();
};

namespace {

QList<double> valuesOf(const QList<Tick>& ticks)
{
    QList<double> values;
    for (const auto& tick : ticks)
        values += tick.value;
    return values;
}

bool near(const QList<double>& a, const QList<double>& b)
{
    return std::ranges::equal(a, b, [](double x, double y) { return std::abs(x - y) <= 1e-9 * std::abs(y); });
}

} // namespace

void TestChartScale::roundTicks_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QList<double>>("values");
    QTest::newRow("percent") << 0.0 << 100.0 << QList<double> { 0, 20, 40, 60, 80, 100 };
    QTest::newRow("thousands") << 0.0 << 1'200.0 << QList<double> { 0, 500, 1'000 };
    QTest::newRow("not from zero") << 4.1 << 5.2 << QList<double> { 4.5, 5 };
    QTest::newRow("below zero") << -1.0 << 1.0 << QList<double> { -1, -0.5, 0, 0.5, 1 };
}

void TestChartScale::roundTicks()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(QList<double>, values);
    QVERIFY(near(roundValues(low, high, 6), values));
}

void TestChartScale::logTicks_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QList<double>>("values");
    QTest::newRow("1-3-10") << 0.3 << 30.0 << QList<double> { 0.3, 1, 3, 10, 30 };
    QTest::newRow("narrow") << 1.0 << 3.0 << QList<double> { 1, 2, 3 };
    QTest::newRow("wide: decades") << 0.1 << 10'000.0 << QList<double> { 0.1, 1, 10, 100, 1'000, 10'000 };
}

void TestChartScale::logTicks()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(QList<double>, values);
    QVERIFY(near(logValues(low, high, 6), values));
    QVERIFY(near(valuesOf(ticks({ {}, true, {}, {}, {} }, { low, high, true }, 6)), values));
}

// Ten milliseconds to three digits, in a plot that is a tenth of one high.
void TestChartScale::noTwoTicksAreCalledTheSame()
{
    Axis axis;
    axis.text = [](double value) { return QString::number(value, 'g', 3); };
    const auto shown = ticks(axis, { 10.2, 10.32, false }, 8);
    QVERIFY(shown.size() >= 2);
    for (qsizetype i = 1; i < shown.size(); ++i)
        QVERIFY2(shown[i].text != shown[i - 1].text, qPrintable(shown[i].text));
}

void TestChartScale::scaleFits_data()
{
    QTest::addColumn<bool>("logarithmic");
    QTest::addColumn<double>("lowest");
    QTest::addColumn<double>("highest");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    const double infinity = std::numeric_limits<double>::infinity();
    QTest::newRow("latency") << true << 0.42 << 27.0 << 0.3 << 30.0;
    QTest::newRow("on the ends") << true << 1.0 << 10.0 << 1.0 << 10.0;
    QTest::newRow("one value") << true << 5.0 << 5.0 << 3.0 << 10.0;
    QTest::newRow("one round value") << true << 3.0 << 3.0 << 3.0 << 10.0;
    QTest::newRow("rates") << false << 0.0 << 1'000.0 << 0.0 << 1'200.0;
    QTest::newRow("hardly apart") << false << 10.2 << 10.3 << 9.9 << 10.6;
    QTest::newRow("nothing") << false << infinity << -infinity << 0.0 << 1.2;
}

void TestChartScale::scaleFits()
{
    QFETCH(bool, logarithmic);
    QFETCH(double, lowest);
    QFETCH(double, highest);
    const auto scale = fittedScale({ {}, logarithmic, {}, {}, {} }, lowest, highest);
    QTEST(scale.low, "low");
    QTEST(scale.high, "high");
}

void TestChartScale::aScaleThatFitsIsKept()
{
    const Axis axis { {}, false, 0, {}, {} };
    const auto before = fittedScale(axis, 0, 900);
    QCOMPARE(fittedScale(axis, 0, 700, &before), before);
    QVERIFY(fittedScale(axis, 0, 1'900, &before).high > before.high);
    QVERIFY(fittedScale(axis, 0, 90, &before).high < before.high); // nearly empty otherwise
    QCOMPARE(fittedScale({ {}, false, 0, 100, {} }, 0, 5, &before).high, 100.0); // a fixed end wins
}

void TestChartScale::nothingIsLostOnALogScale()
{
    const Scale scale { 1, 100, true };
    QCOMPARE(scale.share(0), 0.0);
    QCOMPARE(scale.share(-5), 0.0);
    QCOMPARE(scale.share(10), 0.5);
    QCOMPARE(scale.value(0.5), 10.0);
}

void TestChartScale::ratiosHaveTicksBeyondThem()
{
    for (const double ratio : { 0.84, 0.97, 1.3, 0.004, 7.0 }) {
        const auto scale = ratioScale(std::min(ratio, 0.9), std::max(ratio, 1.1));
        const auto values = valuesOf(ratioTicks(scale, 0.1));
        QVERIFY(values.contains(1.0));
        QVERIFY(*std::ranges::min_element(values) <= ratio);
        QVERIFY(*std::ranges::max_element(values) >= ratio);
        QVERIFY(scale.low < *std::ranges::min_element(values));
    }
}

void TestChartScale::timesAndPercentiles()
{
    QCOMPARE(timeText(42), u"00:42"_s);
    QCOMPARE(timeText(3'725), u"1:02:05"_s);
    QCOMPARE(timeText(-30), u"−00:30"_s);
    QCOMPARE(valuesOf(timeTicks(0, 300, 6)), (QList<double> { 0, 60, 120, 180, 240, 300 }));
    QCOMPARE(percentilePlace(0.9), 1.0);
    QVERIFY(std::abs(percentilePlace(0.999) - 3) < 1e-9);
    const auto ticks = percentileTicks(0.995); // what is not supported has no label
    QCOMPARE(ticks.size(), 3);
    QCOMPARE(ticks.last().text, u"99 %"_s);
}

} // namespace ceteris::widgets

QTEST_MAIN(ceteris::widgets::TestChartScale)
#include "tst_chartscale.moc"
