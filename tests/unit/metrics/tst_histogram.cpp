// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metrics/histogram.h"

#include <QTest>

#include <cmath>
#include <random>

using ceteris::metrics::Histogram;
using Values = std::vector<std::int64_t>;
Q_DECLARE_METATYPE(Values)

namespace {

Histogram histogramOf(const Values& values)
{
    Histogram histogram;
    for (const auto value : values)
        histogram.record(value);
    return histogram;
}

template <class Distribution>
Values drawn(int count, Distribution distribution)
{
    std::mt19937_64 random(42);
    Values values;
    for (int i = 0; i < count; ++i)
        values.push_back(std::clamp<std::int64_t>(static_cast<std::int64_t>(distribution(random)), 1, 3'600'000'000));
    return values;
}

Values bimodal()
{
    auto values = drawn(5000, std::normal_distribution<>(300, 20));
    const auto slow = drawn(300, std::normal_distribution<>(900'000, 50'000));
    values.insert(values.end(), slow.begin(), slow.end());
    return values;
}

// First and last value of every seventh bucket, and their neighbours.
Values bucketEdges()
{
    Values values;
    for (std::size_t i = 1; i < Histogram::indexOf(Histogram::highestUs); i += 7) {
        for (const auto value : { Histogram::lowestOf(i), Histogram::highestOf(i), Histogram::highestOf(i) + 1 })
            values.push_back(value);
    }
    return values;
}

} // namespace

class TestHistogram : public QObject
{
    Q_OBJECT
private slots:
    void layoutCoversTheRangeWithoutGaps();
    void quantilesAreExactToHalfABucket_data();
    void quantilesAreExactToHalfABucket();
    void meanAndDeviation();
    void quantileRanksAreNotOneOff();
    void emptyAnswersZero();
    void valuesOutsideAreClampedAndCounted();
    void timesZeroRecordsNothing();
    void mergeOrderDoesNotMatter();
    void intervalsSumToTheTotal();
    void clearForgetsEverything();
    void forEachVisitsEveryCountOnce();
};

void TestHistogram::layoutCoversTheRangeWithoutGaps()
{
    QCOMPARE(Histogram::bucketCount(), std::size_t { 23 * 1024 });
    QCOMPARE(Histogram::lowestOf(0), 0);
    for (std::size_t i = 0; i + 1 < Histogram::bucketCount(); ++i) {
        const auto low = Histogram::lowestOf(i);
        const auto high = Histogram::highestOf(i);
        if (Histogram::lowestOf(i + 1) != high + 1 || Histogram::indexOf(low) != i || Histogram::indexOf(high) != i)
            QFAIL(qPrintable(QString::number(i)));
        if (static_cast<double>(high - low) > 1e-3 * static_cast<double>(low))
            QFAIL(qPrintable(QString::number(i)));
    }
    QVERIFY(Histogram::highestOf(Histogram::bucketCount() - 1) >= Histogram::highestUs);
}

void TestHistogram::quantilesAreExactToHalfABucket_data()
{
    QTest::addColumn<Values>("values");
    QTest::newRow("one value") << Values { 12'345 };
    QTest::newRow("constant") << Values(1000, 77'777);
    QTest::newRow("uniform") << drawn(10'000, std::uniform_int_distribution<std::int64_t>(1, 3'000'000));
    QTest::newRow("exponential") << drawn(10'000, std::exponential_distribution<>(1.0 / 2500));
    QTest::newRow("bimodal") << bimodal();
    QTest::newRow("bucket edges") << bucketEdges();
    QTest::newRow("whole range") << drawn(10'000, std::lognormal_distribution<>(10, 5));
    QTest::newRow("a million") << drawn(1'000'000, std::exponential_distribution<>(1.0 / 80'000));
}

void TestHistogram::quantilesAreExactToHalfABucket()
{
    QFETCH(Values, values);
    const auto histogram = histogramOf(values);
    std::sort(values.begin(), values.end());
    QCOMPARE(histogram.count(), std::uint64_t { values.size() });
    QCOMPARE(histogram.minUs(), values.front());
    QCOMPARE(histogram.maxUs(), values.back());
    QCOMPARE(histogram.quantileUs(1), values.back());

    std::int64_t previous = histogram.minUs();
    for (const auto q : { 0.0, 0.001, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 0.9999, 1.0 }) {
        const auto rank
            = std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(q * double(values.size()) - 1e-6)));
        const auto exact = values[rank - 1];
        const auto estimate = histogram.quantileUs(q);
        QVERIFY2(std::abs(double(estimate - exact)) <= 1e-3 * double(exact),
            qPrintable(QStringLiteral("q %1: %2, exactly %3").arg(q).arg(estimate).arg(exact)));
        QVERIFY(estimate >= previous && estimate <= histogram.maxUs());
        previous = estimate;
    }
}

void TestHistogram::meanAndDeviation()
{
    const auto values = drawn(20'000, std::exponential_distribution<>(1.0 / 50'000));
    const auto histogram = histogramOf(values);
    double sum = 0, squares = 0;
    for (const auto value : values)
        sum += double(value);
    const auto mean = sum / double(values.size());
    for (const auto value : values)
        squares += (double(value) - mean) * (double(value) - mean);
    const auto deviation = std::sqrt(squares / double(values.size()));
    QVERIFY(std::abs(histogram.meanUs() - mean) < 5e-4 * mean);
    QVERIFY(std::abs(histogram.standardDeviationUs() - deviation) < 1e-3 * deviation);
}

void TestHistogram::quantileRanksAreNotOneOff()
{
    Histogram histogram;
    for (int value = 1; value <= 1000; ++value)
        histogram.record(value);
    for (int permille = 1; permille <= 1000; ++permille)
        QCOMPARE(histogram.quantileUs(permille / 1000.0), std::int64_t { permille });
    for (int percent = 1; percent <= 100; ++percent)
        QCOMPARE(histogram.quantileUs(0.01 * percent), std::int64_t { percent } * 10);
}

void TestHistogram::emptyAnswersZero()
{
    const Histogram empty;
    QVERIFY(empty.isEmpty());
    QCOMPARE(empty.minUs(), 0);
    QCOMPARE(empty.maxUs(), 0);
    QCOMPARE(empty.quantileUs(0.5), 0);
    QCOMPARE(empty.meanUs(), 0.0);
    QCOMPARE(empty.standardDeviationUs(), 0.0);
    QCOMPARE(empty.countAt(Histogram::bucketCount() - 1), std::uint64_t { 0 });
    auto sum = empty;
    sum.add(empty);
    QVERIFY(sum == empty);
}

void TestHistogram::valuesOutsideAreClampedAndCounted()
{
    Histogram histogram;
    histogram.record(0);
    histogram.record(-5, 2);
    histogram.record(Histogram::highestUs + 1);
    histogram.record(std::numeric_limits<std::int64_t>::max());
    histogram.record(Histogram::lowestUs);
    histogram.record(Histogram::highestUs);
    QCOMPARE(histogram.clamped(), std::uint64_t { 5 });
    QCOMPARE(histogram.count(), std::uint64_t { 7 });
    QCOMPARE(histogram.minUs(), Histogram::lowestUs);
    QCOMPARE(histogram.maxUs(), Histogram::highestUs);
    QCOMPARE(histogram.countAt(Histogram::indexOf(1)), std::uint64_t { 4 });
    Histogram sum;
    sum.add(histogram);
    QCOMPARE(sum.clamped(), std::uint64_t { 5 });
}

void TestHistogram::timesZeroRecordsNothing()
{
    Histogram histogram;
    histogram.record(-1, 0);
    QVERIFY(histogram == Histogram());
}

void TestHistogram::mergeOrderDoesNotMatter()
{
    const auto a = histogramOf(drawn(1000, std::exponential_distribution<>(1.0 / 200)));
    const auto b = histogramOf(bimodal());
    const auto c = histogramOf({ 5, 3'600'000'000, -1 });
    Histogram abc, cba;
    for (const auto* part : { &a, &b, &c })
        abc.add(*part);
    for (const auto* part : { &c, &b, &a })
        cba.add(*part);
    QVERIFY(abc == cba);
    QVERIFY(!(abc == a));
    auto b2 = b;
    b2.record(b.maxUs()); // same bounds, other count
    QVERIFY(!(b2 == b));
}

void TestHistogram::intervalsSumToTheTotal()
{
    const auto values = drawn(10'000, std::lognormal_distribution<>(8, 2));
    Histogram sum, interval;
    for (std::size_t i = 0; i < values.size(); ++i) {
        interval.record(values[i]);
        if (i % 97 == 0 || i + 1 == values.size()) {
            sum.add(interval);
            interval.clear();
        }
    }
    QVERIFY(sum == histogramOf(values));
}

void TestHistogram::clearForgetsEverything()
{
    auto histogram = histogramOf(bucketEdges());
    histogram.record(-1);
    histogram.clear();
    QVERIFY(histogram == Histogram());
    for (std::size_t i = 0; i < Histogram::bucketCount(); ++i)
        QCOMPARE(histogram.countAt(i), std::uint64_t { 0 });
    histogram.record(17);
    QVERIFY(histogram == histogramOf({ 17 }));
}

void TestHistogram::forEachVisitsEveryCountOnce()
{
    const auto histogram = histogramOf(bucketEdges());
    std::uint64_t total = 0;
    std::int64_t previous = -1;
    histogram.forEach([&](const Histogram::Bucket& bucket) {
        QVERIFY(bucket.count > 0 && bucket.lowUs > previous && bucket.highUs >= bucket.lowUs);
        QCOMPARE(histogram.countAt(Histogram::indexOf(bucket.lowUs)), bucket.count);
        previous = bucket.highUs;
        total += bucket.count;
    });
    QCOMPARE(total, histogram.count());
}

QTEST_APPLESS_MAIN(TestHistogram)
#include "tst_histogram.moc"
