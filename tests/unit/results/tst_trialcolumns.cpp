// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/checkcolumns.h"
#include "app/results/layout.h"
#include "app/results/trialcolumns.h"
#include "tests/unit/results/sampleexperiment.h"

#include <QRegularExpression>
#include <QTest>

#include <limits>
#include <random>

using namespace ceteris::results;
using namespace Qt::StringLiterals;

class TestTrialColumns : public QObject
{
    Q_OBJECT
private slots:
    void trialsBeginAsPromised();
    void checksComeBack();
    void namesAreUniqueAndSnakeCase();
    void eachColumnIsAFieldOfItsOwn();
    void emptyMeansNotMeasured();
    void numbersComeBackExactly_data();
    void numbersComeBackExactly();
    void cellsThatAreNoNumbers();
    void fileNames_data();
    void fileNames();
};

void TestTrialColumns::trialsBeginAsPromised()
{
    const auto header = QString::fromUtf8(csvRow(namesOf(trialColumns())));
    QVERIFY(header.startsWith(
        u"experiment,block,position,trial,arm,level,operation,status,reason,planned,unsent,sent,ok,failed,timeouts,"
        "censored,requests_per_s,response_p50_us,response_p95_us,response_p99_us,response_p99_9_us,response_max_us,"
        "service_p50_us,service_p95_us,service_p99_us,service_p99_9_us,service_max_us,"_s));
    QCOMPARE(csvRow(namesOf(seriesColumns())), QByteArray("trial,arm,t_s,metric,value,unit\r\n"));
    QCOMPARE(csvRow(namesOf(eventColumns())), QByteArray("t_s,time_utc,trial,source,kind,text\r\n"));
    QCOMPARE(csvRow(namesOf(checkColumns())),
        QByteArray("block,trial,arm,level,kind,check,value,out_of,unit,mark_limit,void_limit,outcome,text\r\n"));
}

void TestTrialColumns::checksComeBack()
{
    for (const auto& row : sample::checksOf(5)) {
        auto cells = CsvReader(csvRow(checkColumns(), row)).next();
        QVERIFY(cells);
        QCOMPARE(rowOf(checkColumns(), *cells), row);
        (*cells)[11] = u"fine"_s; // no outcome
        QVERIFY(!rowOf(checkColumns(), *cells));
    }
}

void TestTrialColumns::namesAreUniqueAndSnakeCase()
{
    const auto names = namesOf(trialColumns());
    QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
    static const QRegularExpression snake(u"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"_s);
    for (const auto& name : names)
        QVERIFY2(snake.match(name).hasMatch(), qPrintable(name));
}

// Writing one cell into an empty row and reading it back must show in that column and in no other.
void TestTrialColumns::eachColumnIsAFieldOfItsOwn()
{
    const auto& columns = trialColumns();
    QStringList empty;
    for (const auto& column : columns)
        empty += column.write({});
    for (std::size_t i = 0; i < columns.size(); ++i) {
        TrialRow row;
        QVERIFY(columns[i].read(row, u"7"_s));
        for (std::size_t j = 0; j < columns.size(); ++j)
            QCOMPARE(columns[j].write(row), i == j ? u"7"_s : empty[qsizetype(j)]);
    }
}

void TestTrialColumns::emptyMeansNotMeasured()
{
    TrialRow row;
    row.operation = u"refresh"_s;
    row.response.p50 = 0.0; // measured, and 0
    auto cells = CsvReader(csvRow(trialColumns(), row)).next();
    QVERIFY(cells);
    const auto names = namesOf(trialColumns());
    QCOMPARE((*cells)[names.indexOf(u"response_p50_us"_s)], u"0"_s);
    QCOMPARE((*cells)[names.indexOf(u"response_p95_us"_s)], QString());
    QCOMPARE((*cells)[names.indexOf(u"store_cpu_us_per_request"_s)], QString());
    QCOMPARE(rowOf(trialColumns(), *cells), row);
    cells->removeLast();
    QVERIFY(!rowOf(trialColumns(), *cells));
}

void TestTrialColumns::numbersComeBackExactly_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("cell");
    QTest::newRow("third") << 1.0 / 3 << u"0.3333333333333333"_s;
    QTest::newRow("million") << 1e6 << u"1000000"_s;
    QTest::newRow("micro") << 1e-6 << u"0.000001"_s;
    QTest::newRow("negative") << -12.5 << u"-12.5"_s;
    QTest::newRow("zero") << 0.0 << u"0"_s;
    QTest::newRow("huge") << 1.5e300 << u"1.5e+300"_s;
    QTest::newRow("tiny") << 5e-324 << u"5e-324"_s;
}

void TestTrialColumns::numbersComeBackExactly()
{
    QFETCH(double, value);
    QFETCH(QString, cell);
    QCOMPARE(toCell(value), cell);
    std::mt19937_64 random(3);
    for (int i = 0; i < 2000; ++i) {
        const auto drawn = std::ldexp(static_cast<double>(random()), static_cast<int>(random() % 200) - 130);
        double back = 0;
        QVERIFY(fromCell(toCell(drawn), back) && back == drawn);
    }
    TrialRow row;
    row.seed = std::numeric_limits<std::uint64_t>::max();
    row.storeSessions = std::numeric_limits<std::int64_t>::min();
    QCOMPARE(rowOf(trialColumns(), *CsvReader(csvRow(trialColumns(), row)).next()), row);
}

void TestTrialColumns::cellsThatAreNoNumbers()
{
    double number = 0;
    int whole = 0;
    std::uint64_t large = 0;
    for (const auto& cell : { u"x"_s, u"1,5"_s, u"1 "_s, u"nan"_s, u"inf"_s, u"1e999"_s, u"메"_s })
        QVERIFY2(!fromCell(cell, number), qPrintable(cell));
    for (const auto& cell : { u""_s, u"1.5"_s, u"99999999999"_s })
        QVERIFY2(!fromCell(cell, whole), qPrintable(cell));
    for (const auto& cell : { u""_s, u"-1"_s, u"18446744073709551616"_s })
        QVERIFY2(!fromCell(cell, large), qPrintable(cell));
    QCOMPARE(toCell(std::numeric_limits<double>::quiet_NaN()), QString());
    QVERIFY(fromCell(QString(), number) && std::isnan(number));
}

void TestTrialColumns::fileNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("safe");
    QTest::newRow("plain") << u"redis-lean_2.0"_s << u"redis-lean_2.0"_s;
    QTest::newRow("Korean") << u"메모리"_s << u"메모리"_s;
    QTest::newRow("slash") << u"a/b\\c"_s << u"a_b_c"_s;
    QTest::newRow("up") << u"../etc"_s << u"_.._etc"_s;
    QTest::newRow("option") << u"-rf"_s << u"_-rf"_s;
    QTest::newRow("empty") << u""_s << u"_"_s;
    QTest::newRow("odd") << u"a b\n%1:*?"_s << u"a_b__1___"_s;
    QTest::newRow("long") << QString(300, u'가') << QString(40, u'가');
}

void TestTrialColumns::fileNames()
{
    QFETCH(QString, name);
    QFETCH(QString, safe);
    QCOMPARE(fileSafe(name), safe);
    QVERIFY(trialStem(123456, name, name).toUtf8().size() < 255);
}

QTEST_APPLESS_MAIN(TestTrialColumns)
#include "tst_trialcolumns.moc"
