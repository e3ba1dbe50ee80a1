// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/read.h"
#include "app/results/csv.h"
#include "app/results/export.h"
#include "app/results/files.h"
#include "server/metrics/histogramcodec.h"
#include "tests/unit/results/sampleexperiment.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace ceteris;
using namespace ceteris::results;
using namespace Qt::StringLiterals;

using Rows = QList<QStringList>;

class TestExport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void locustFiles();
    void locustStats();
    void locustHistory();
    void percentilesOfSeveralOperationsDoNotAddUp();
    void locustFailures();
    void emptyCellsAreNotAvailable();
    void hgrmIsMergedOverTrials();
    void failedTrialsAreLeftOut();
    void sourceIsOnlyRead();
    void errorsAreNamed();

private:
    Rows table(const QString& name) const;
    QMap<QString, QByteArray> source() const;

    QTemporaryDir m_root;
    QString m_folder;
    QString m_out;
};

void TestExport::initTestCase()
{
    auto folder = ResultsFolder::create(m_root.path(), sample::plan(), plan::write(sample::plan()));
    QVERIFY(folder && sample::runMissingTrials(**folder));
    m_folder = (*folder)->path();
    m_out = m_root.path() + u"/out/deeper";
    QVERIFY(exportLocust(m_folder, m_out));
}

Rows TestExport::table(const QString& name) const
{
    const auto bytes = readWhole(m_out + u'/' + name).value_or(QByteArray());
    CsvReader reader(bytes);
    Rows rows;
    while (const auto cells = reader.next())
        rows += *cells;
    return rows;
}

QMap<QString, QByteArray> TestExport::source() const
{
    QMap<QString, QByteArray> files;
    for (QDirIterator it(m_folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
        const auto path = it.next();
        files[path] = *readWhole(path);
    }
    return files;
}

void TestExport::locustFiles()
{
    const auto written = exportLocust(m_folder, m_out);
    QVERIFY(written);
    const QStringList names { u"README.txt"_s, u"memory-busy_stats.csv"_s, u"memory-busy_stats_history.csv"_s,
        u"memory-busy_failures.csv"_s, u"redis-busy_stats.csv"_s, u"redis-busy_stats_history.csv"_s,
        u"redis-busy_failures.csv"_s };
    QStringList expected;
    for (const auto& name : names)
        expected += m_out + u'/' + name;
    QCOMPARE(*written, expected);
    QCOMPARE(readWhole(expected[1])->split('\r').first(),
        QByteArray("Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,Min Response Time,"
                   "Max Response Time,Average Content Size,Requests/s,Failures/s,50%,66%,75%,80%,90%,95%,98%,99%,99.9%,"
                   "99.99%,100%"));
    QCOMPARE(readWhole(expected[2])->split('\r').first(),
        QByteArray("Timestamp,User Count,Type,Name,Requests/s,Failures/s,50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,"
                   "100%,Total Request Count,Total Failure Count,Total Median Response Time,Total Average Response "
                   "Time,Total Min Response Time,Total Max Response Time,Total Average Content Size"));
    QCOMPARE(
        readWhole(expected[3])->split('\r').first(), QByteArray("Method,Name,Error,Occurrences,First Seen,Last Seen"));
}

// Trials 1, 3 and 5; each has 100 requests per operation with 97 good ones of 1000 × trial + 1 … 97 us.
void TestExport::locustStats()
{
    const auto rows = table(u"memory-busy_stats.csv"_s);
    QCOMPARE(rows.size(), 1 + 3 + 1);
    QCOMPARE(rows[3].first(4), (QStringList { u"GET"_s, u"refresh"_s, u"300"_s, u"9"_s }));
    QCOMPARE(rows[3][6], u"1.001"_s);
    QVERIFY(std::abs(rows[3][7].toDouble() - 5.097) < 0.005);
    QVERIFY(std::abs(rows[3][4].toDouble() - 3.049) < 0.003); // the middle of the middle trial
    QVERIFY(std::abs(rows[3][5].toDouble() - 3.049) < 0.003);
    QCOMPARE(rows[3][8], u"N/A"_s);
    QCOMPARE(rows[3][9].toDouble(), 33.3);
    QCOMPARE(rows[3][10], u"1"_s); // 9 failures in 3 windows of 3 s
    QCOMPARE(rows[3][11], rows[3][4]);
    QCOMPARE(rows[3][21], rows[3][7]);
    QCOMPARE(rows[1].first(2), (QStringList { u"GET"_s, u"login_page"_s }));
    QCOMPARE(rows[2].first(2), (QStringList { u"POST"_s, u"login"_s }));
    QCOMPARE(rows[4].first(4), (QStringList { u""_s, u"Aggregated"_s, u"900"_s, u"27"_s }));
    // login page and login share a window of 2 s, refresh has 3 s: (2 × 33.3 × 2 + 33.3 × 3) / 5
    QVERIFY(std::abs(rows[4][9].toDouble() - 33.3 * 7 / 5) < 1e-9);
}

void TestExport::locustHistory()
{
    const auto rows = table(u"redis-busy_stats_history.csv"_s);
    QCOMPARE(rows.size(), 1 + 3 * 3 * 2); // trials × seconds × (refresh, Aggregated)
    const QStringList first { u"1769860921"_s, u"100"_s, u"GET"_s, u"refresh"_s, u"33"_s, u"0"_s, u"1.5"_s, u"N/A"_s,
        u"N/A"_s, u"N/A"_s, u"N/A"_s, u"2.5005"_s, u"N/A"_s, u"3"_s, u"N/A"_s, u"N/A"_s, u"N/A"_s, u"33"_s, u"0"_s,
        u"N/A"_s, u"N/A"_s, u"N/A"_s, u"N/A"_s, u"N/A"_s };
    QCOMPARE(rows[1], first);
    QCOMPARE(rows[2].mid(2, 5), (QStringList { u""_s, u"Aggregated"_s, u"33"_s, u"0"_s, u"1.5"_s }));
    QCOMPARE(rows[3][5], u"1"_s);
    QCOMPARE(rows.last().mid(17, 2), (QStringList { u"297"_s, u"3"_s }));
    qint64 previous = 0;
    for (const auto& row : rows.sliced(1)) {
        QCOMPARE(row.size(), rows[0].size());
        QVERIFY(row[0].toLongLong() >= previous);
        previous = row[0].toLongLong();
    }
}

void TestExport::percentilesOfSeveralOperationsDoNotAddUp()
{
    QTemporaryDir root;
    auto folder = ResultsFolder::create(root.path(), sample::plan(), plan::write(sample::plan()));
    QVERIFY(folder);
    QVERIFY((*folder)->series({ { 1, u"memory"_s, 1, u"requests_per_s.login"_s, 10, u"per_s"_s },
        { 1, u"memory"_s, 1, u"response_p50.login"_s, 9000, u"us"_s },
        { 1, u"memory"_s, 1, u"requests_per_s.login_page"_s, 12, u"per_s"_s },
        { 1, u"memory"_s, 1, u"response_p50.login_page"_s, 500, u"us"_s } }));
    QVERIFY((*folder)->commitTrial({ sample::rowsOf(**folder, 1), sample::histogramsOf(1), {}, {} }));
    QVERIFY(exportLocust((*folder)->path(), root.path() + u"/out"));
    const auto bytes = *readWhole(root.path() + u"/out/memory-busy_stats_history.csv");
    QVERIFY(bytes.contains(",POST,login,10,0,9,N/A,"));
    QVERIFY(bytes.contains(",GET,login_page,12,0,0.5,N/A,"));
    QVERIFY(bytes.contains(",,Aggregated,22,0,N/A,N/A,"));
}

void TestExport::locustFailures()
{
    const auto rows = table(u"redis-busy_failures.csv"_s);
    QCOMPARE(rows.size(), 1 + 3 * 2);
    QCOMPARE(rows[3],
        (QStringList { u"POST"_s, u"login"_s, u"connect"_s, u"3"_s, u"2026-01-31T12:02:00.000Z"_s,
            u"2026-01-31T12:06:00.000Z"_s }));
    QCOMPARE(rows[4].mid(2, 2), (QStringList { u"timeout"_s, u"6"_s }));
}

void TestExport::emptyCellsAreNotAvailable()
{
    QTemporaryDir root;
    auto folder = ResultsFolder::create(root.path(), sample::plan(), plan::write(sample::plan()));
    QVERIFY(folder);
    QVERIFY((*folder)->commitTrial({ sample::rowsOf(**folder, 1), { { u"login"_s, {}, {} } }, {}, {} }));
    QVERIFY(exportLocust((*folder)->path(), root.path() + u"/out"));
    const auto bytes = *readWhole(root.path() + u"/out/memory-busy_stats.csv");
    QVERIFY(bytes.contains("POST,login,100,3,N/A,N/A,N/A,N/A,N/A,33.3,1.5,N/A,"));
    QVERIFY(!QFile::exists(root.path() + u"/out/redis-busy_stats.csv")); // not a trial yet
}

void TestExport::hgrmIsMergedOverTrials()
{
    const auto written = exportHgrm(m_folder, m_out);
    QVERIFY(written);
    QCOMPARE(written->size(), 2 * 3 * 2);
    QVERIFY(written->contains(m_out + u"/redis-busy-refresh-service.hgrm"));
    metrics::Histogram merged;
    for (const int trial : { 2, 4, 6 })
        merged.add(*metrics::decode(metrics::encode(sample::histogramsOf(trial)[2].service)));
    QCOMPARE(*readWhole(m_out + u"/redis-busy-refresh-service.hgrm"), metrics::toHgrm(merged));
}

void TestExport::failedTrialsAreLeftOut()
{
    QTemporaryDir root;
    auto folder = ResultsFolder::create(root.path(), sample::plan(), plan::write(sample::plan()));
    QVERIFY(folder && sample::runTrial(**folder, 1));
    auto rows = sample::rowsOf(**folder, 3);
    for (auto& row : rows)
        row.status = u"failed"_s;
    QVERIFY((*folder)->commitTrial({ rows, {}, {}, {} }));
    QVERIFY(exportLocust((*folder)->path(), root.path() + u"/out"));
    QVERIFY(readWhole(root.path() + u"/out/memory-busy_stats.csv")->contains("GET,refresh,100,3,"));
}

void TestExport::sourceIsOnlyRead()
{
    const auto before = source();
    QVERIFY(exportLocust(m_folder, m_out) && exportHgrm(m_folder, m_out));
    QCOMPARE(source(), before);
}

void TestExport::errorsAreNamed()
{
    QCOMPARE(exportLocust(m_root.path(), m_out).error().code, ErrorCode::NotAResultsFolder);
    QCOMPARE(exportHgrm(m_root.path() + u"/none", m_out).error().code, ErrorCode::NotAResultsFolder);
    const QString below = m_folder + u"/trials.csv/out";
    QCOMPARE(exportHgrm(m_folder, below).error().code, ErrorCode::CannotWriteFile);
    QCOMPARE(exportLocust(m_folder, below).error().facts[0], below);
}

QTEST_APPLESS_MAIN(TestExport)
#include "tst_export.moc"
