// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metrics/histogramcodec.h"

#include <QTest>

#include <cmath>

using namespace ceteris::metrics;

class TestHgrm : public QObject
{
    Q_OBJECT
private slots:
    void rowsOfTheReference();
    void nothing();
    void reachesTheMaximum();
};

void TestHgrm::rowsOfTheReference()
{
    Histogram histogram;
    for (const auto value : { 100, 200, 200, 250, 1000, 1500, 2000 })
        histogram.record(value);
    histogram.record(2001, 3);
    // The rows are those of HdrHistogram 2.1.11 for the same values.
    QCOMPARE(QString::fromLatin1(toHgrm(histogram)),
        QStringLiteral(R"(       Value     Percentile TotalCount 1/(1-Percentile)

       0.100 0.000000000000          1           1.00
       0.100 0.100000000000          1           1.11
       0.200 0.200000000000          3           1.25
       0.200 0.300000000000          3           1.43
       0.250 0.400000000000          4           1.67
       1.000 0.500000000000          5           2.00
       1.500 0.550000000000          6           2.22
       1.500 0.600000000000          6           2.50
       2.000 0.650000000000          7           2.86
       2.000 0.700000000000          7           3.33
       2.001 0.750000000000         10           4.00
       2.001 1.000000000000         10
#[Mean    =        1.125, StdDeviation   =        0.822]
#[Max     =        2.001, Total count    =           10]
#[Buckets =           22, SubBuckets     =         2048]
)"));
}

void TestHgrm::nothing()
{
    const auto lines = toHgrm({}).split('\n');
    QCOMPARE(lines.size(), 6);
    QCOMPARE(lines[2], QByteArray("#[Mean    =        0.000, StdDeviation   =        0.000]"));
}

void TestHgrm::reachesTheMaximum()
{
    Histogram histogram;
    for (int i = 1; i <= 100'000; ++i)
        histogram.record(i);
    const auto lines = toHgrm(histogram).split('\n');
    QCOMPARE(lines[lines.size() - 5], QByteArray("     100.000 1.000000000000     100000"));
    double previous = 0;
    for (const auto& line : lines.sliced(2, lines.size() - 6)) {
        const auto cells = line.simplified().split(' ');
        const auto value = cells[0].toDouble();
        QVERIFY(value >= previous);
        previous = value;
        // as many values at or below it as the row says
        QVERIFY(std::abs(cells[2].toDouble() - value * 1000) <= 1e-3 * value * 1000);
    }
}

QTEST_APPLESS_MAIN(TestHgrm)
#include "tst_hgrm.moc"
