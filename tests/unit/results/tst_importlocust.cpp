// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/read.h"
#include "app/results/csv.h"
#include "app/results/export.h"
#include "app/results/files.h"
#include "app/results/import/import.h"
#include "app/results/import/importedrun.h"
#include "app/results/layout.h"
#include "tests/unit/results/sampleexperiment.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>

using namespace ceteris;
using namespace ceteris::results;
using namespace Qt::StringLiterals;

// tests/data/locust holds what Locust 2.12.1 has written about 24 s against ceteris-server: /healthz, and a page that
// is not there.
class TestImportLocust : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void figuresAreThoseOfTheTable_data();
    void figuresAreThoseOfTheTable();
    void percentilesSinceTheStartAreNotThoseOfAMoment();
    void aWindowIsOne();
    void anyOfTheFilesWillDo_data();
    void anyOfTheFilesWillDo();
    void withoutTheOthers();
    void ourOwnExportComesBack();
    void malformed_data();
    void malformed();
    void malformedHistory_data();
    void malformedHistory();
    void tornEnds();
    void nothingWasSent();
    void anyBytes();

private:
    QString root() const { return m_dir->filePath(u"results"_s); }
    QStringList made() const { return QDir(root()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot); }
    static QByteArray real(const QString& name)
    {
        return readWhole(QStringLiteral(CETERIS_SOURCE_DIR "/tests/data/locust/") + name).value_or(QByteArray());
    }
    void put(const QString& end, const QByteArray& text) const
    {
        QFile file(m_dir->filePath(u"run"_s + end)); // without the wait for the disk of replaceFile()
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    void putReal(const QString& run) const
    {
        for (const auto& end : { u"_stats.csv"_s, u"_stats_history.csv"_s, u"_failures.csv"_s })
            put(end, real(run + end));
    }
    Result<QString> import(const QString& end = u"_stats.csv"_s) const
    {
        return importResults(m_dir->filePath(u"run"_s + end), root());
    }
    static std::vector<SeriesRow> rowsOf(const QString& folder, const QString& metric)
    {
        auto rows = readSeries(folder).value_or(std::vector<SeriesRow>());
        std::erase_if(rows, [&](const SeriesRow& it) { return it.metric != metric; });
        return rows;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestImportLocust::figuresAreThoseOfTheTable_data()
{
    QTest::addColumn<QString>("run");
    QTest::newRow("plain") << u"plain"_s;
    QTest::newRow("full history") << u"full"_s;
}

void TestImportLocust::figuresAreThoseOfTheTable()
{
    QFETCH(const QString, run);
    putReal(run);
    const auto folder = import();
    QVERIFY2(folder, qPrintable(describe(folder ? Error {} : folder.error())));
    const auto imported = readImported(*folder);
    QVERIFY(imported);
    QCOMPARE(imported->tool, u"Locust"_s);
    QCOMPARE(imported->files.size(), 3);
    QVERIFY(imported->timesIncludeFailures);
    QVERIFY(imported->started.isValid());
    QVERIFY(*imported->durationS > 18 && *imported->durationS < 25);

    const auto bytes = real(run + u"_stats.csv");
    CsvReader reader(bytes);
    reader.next();
    std::vector<QStringList> rows;
    while (const auto row = reader.next())
        rows.push_back(*row);
    std::rotate(rows.begin(), rows.end() - 1, rows.end()); // the total is first with us
    const QStringList names { allRequests, u"GET /healthz"_s, u"GET a \"name\", with a comma"_s };
    QCOMPARE(imported->operations.size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& it = imported->operations[i];
        QCOMPARE(it.operation, names[qsizetype(i)]);
        QCOMPARE(QString::number(it.requests), rows[i][2]);
        QCOMPARE(QString::number(*it.failed), rows[i][3]);
        QCOMPARE(*it.requestsPerS, rows[i][9].toDouble());
        QCOMPARE(*it.response.mean, rows[i][5].toDouble() * 1000);
        QCOMPARE(*it.response.max, rows[i][7].toDouble() * 1000);
        QCOMPARE(*it.response.p50, rows[i][11].toDouble() * 1000);
        QCOMPARE(*it.response.p99, rows[i][18].toDouble() * 1000);
    }
    QCOMPARE(imported->failures.size(), 1u);
    QCOMPARE(imported->failures[0].operation, names[2]);
    QCOMPARE(imported->failures[0].count, imported->operations[2].requests);
    QVERIFY(imported->failures[0].error.startsWith(u"HTTPError('404"));
    QVERIFY(!QFile::exists(*folder + u'/' + file::histograms)); // there are none, and none are made up
    QVERIFY(!QFile::exists(*folder + u'/' + file::live));
}

void TestImportLocust::percentilesSinceTheStartAreNotThoseOfAMoment()
{
    putReal(u"plain"_s);
    const auto folder = import();
    QVERIFY(folder);
    QCOMPARE(readImported(*folder)->moment, Moment::SinceStart);
    QVERIFY(rowsOf(*folder, u"response_p50.all_requests"_s).empty());
    QVERIFY(!rowsOf(*folder, u"response_p50_since_start.all_requests"_s).empty());
    const auto rates = rowsOf(*folder, u"requests_per_s.all_requests"_s);
    QCOMPARE(rates.size(), 21u);
    QCOMPARE(rates.back().value, 60.8);
    QCOMPARE(rates.back().tS, 20);
}

void TestImportLocust::aWindowIsOne()
{
    putReal(u"full"_s);
    const auto folder = import();
    QVERIFY(folder);
    QCOMPARE(readImported(*folder)->moment, Moment::Window);
    for (const auto& name : { allRequests, u"GET /healthz"_s, u"GET a \"name\", with a comma"_s }) {
        QVERIFY(rowsOf(*folder, u"response_p99."_s + name).size() > 15);
        QVERIFY(rowsOf(*folder, u"requests_per_s."_s + name).size() > 15);
    }
}

void TestImportLocust::anyOfTheFilesWillDo_data()
{
    QTest::addColumn<QString>("end");
    for (const auto& end : { u"_stats.csv"_s, u"_stats_history.csv"_s, u"_failures.csv"_s })
        QTest::newRow(qPrintable(end)) << end;
}

void TestImportLocust::anyOfTheFilesWillDo()
{
    QFETCH(const QString, end);
    putReal(u"plain"_s);
    const auto folder = import(end);
    QVERIFY(folder);
    QCOMPARE(readImported(*folder)->files.size(), 3);
    const QStringList all { u"a_stats.csv"_s, u"a_stats_history.csv"_s, u"a_failures.csv"_s, u"b_stats.csv"_s,
        u"c.json"_s };
    QCOMPARE(oneOfEachRun(all), (QStringList { u"a_stats.csv"_s, u"b_stats.csv"_s, u"c.json"_s }));
}

void TestImportLocust::withoutTheOthers()
{
    put(u"_stats.csv"_s, real(u"plain_stats.csv"_s));
    const auto folder = import();
    QVERIFY(folder);
    const auto run = readImported(*folder);
    QVERIFY(!run->started.isValid()); // nothing says when
    QCOMPARE(run->moment, Moment::NotRecorded);
    QVERIFY(run->failures.empty());
    QVERIFY(readSeries(*folder)->empty());
    QFile::remove(m_dir->filePath(u"run_stats.csv"_s));
    put(u"_failures.csv"_s, real(u"plain_failures.csv"_s));
    const auto alone = import(u"_failures.csv"_s);
    QVERIFY(!alone);
    QVERIFY(describe(alone.error()).contains(u"run_stats.csv"_s));
}

void TestImportLocust::ourOwnExportComesBack()
{
    auto experiment = ResultsFolder::create(m_dir->path(), sample::plan(), plan::write(sample::plan()));
    QVERIFY(experiment && sample::runMissingTrials(**experiment));
    const auto out = m_dir->filePath(u"out"_s);
    QVERIFY(exportLocust((*experiment)->path(), out));
    const auto folder = importResults(out + u"/memory-busy_stats.csv", root());
    QVERIFY2(folder, qPrintable(describe(folder ? Error {} : folder.error())));
    const auto run = readImported(*folder);
    QVERIFY(run);
    QStringList names;
    for (const auto& it : run->operations)
        names += it.operation;
    QCOMPARE(names, (QStringList { allRequests, u"GET login_page"_s, u"POST login"_s, u"GET refresh"_s }));
    QCOMPARE(run->operations[0].requests, 900u);
    QCOMPARE(*run->operations[0].failed, 27u);
    QCOMPARE(*run->operations[3].requestsPerS, 33.3);
    QVERIFY(std::abs(*run->operations[3].response.p50 - 3049) < 3); // with decimals of a millisecond
    QCOMPARE(run->moment, Moment::Window);
    const auto seconds = rowsOf(*folder, u"response_p50.GET refresh"_s);
    QCOMPARE(seconds.size(), 9u);
    QCOMPARE(seconds.front().value, 1500);
    QCOMPARE(run->failures.size(), 6u);
}

void TestImportLocust::malformed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    const QByteArray header = "Type,Name,Request Count,Failure Count,Requests/s,50%,95%,99%\r\n";
    const QByteArray total = ",Aggregated,10,1,5.5,1,2,3\r\n";
    const auto row
        = [](const char* name, const QByteArray& text, const QString& says) { QTest::newRow(name) << text << says; };
    row("empty", "", u"it is empty"_s);
    row("another table", "a,b,c\r\n1,2,3\r\n", u"no column \"Type\""_s);
    row("an old Locust", "\"Method\",\"Name\",\"# requests\"\r\n", u"no column \"Type\""_s);
    row("no total", header, u"no row \"Aggregated\""_s);
    row("text for a number", header + "GET,/,many,0,1,1,2,3\r\n" + total, u"row 2: \"Request Count\" is \"many\""_s);
    row("negative", header + "GET,/,-1,0,1,1,2,3\r\n" + total, u"row 2"_s);
    row("half a request", header + "GET,/,1.5,0,1,1,2,3\r\n" + total, u"no whole number"_s);
    row("no number of requests", header + "GET,/,N/A,0,1,1,2,3\r\n" + total, u"row 2"_s);
    row("more failures than requests", header + "GET,/,1,2,1,1,2,3\r\n" + total, u"no more failures"_s);
    row("a huge time", header + "GET,/,1,0,1,1e300,2,3\r\n" + total, u"row 2: \"50%\""_s);
    row("not a number", header + "GET,/,1,0,1,nan,2,3\r\n" + total, u"row 2: \"50%\""_s);
    row("infinite", header + "GET,/,1,0,inf,1,2,3\r\n" + total, u"row 2: \"Requests/s\""_s);
    row("a cell too few", header + "GET,/,1,0,1,1,2\r\n" + total, u"row 2: it has 7 cells"_s);
    row("a cell too many", header + "GET,a,b,1,0,1,1,2,3\r\n" + total, u"row 2: it has 9 cells"_s);
    row("a quote never closed", header + "GET,\"/,1,0,1,1,2,3\r\n" + total, u"row 2 has a quotation mark"_s);
}

void TestImportLocust::malformed()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, says);
    put(u"_stats.csv"_s, text);
    const auto folder = import();
    QVERIFY(!folder);
    const auto sentence = describe(folder.error());
    QVERIFY2(sentence.contains(says) && sentence.contains(u"run_stats.csv"_s), qPrintable(sentence));
    QVERIFY(made().isEmpty());
}

void TestImportLocust::malformedHistory_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QString>("says");
    const auto row
        = [](const char* name, const QByteArray& rows, const QString& says) { QTest::newRow(name) << rows << says; };
    const QByteArray good = "1795352513,4,,Aggregated,60,10,5,9,20\r\n";
    row("no time", good + "N/A,4,,Aggregated,60,10,5,9,20\r\n", u"row 3: it has no Timestamp"_s);
    row("back in time", good + "1795352500,4,,Aggregated,60,10,5,9,20\r\n", u"row 3: its Timestamp"_s);
    row("years later", good + "1895352500,4,,Aggregated,60,10,5,9,20\r\n", u"7 days"_s);
    row("another century", good + "99999999999,4,,Aggregated,60,10,5,9,20\r\n", u"row 3: \"Timestamp\""_s);
    row("text for a rate", good + "1795352514,4,,Aggregated,fast,10,5,9,20\r\n", u"row 3: \"Requests/s\""_s);
    row("a cell too few", good + "1795352514,4,,Aggregated,60,10,5,9\r\n" + good, u"row 3: it has 8 cells"_s);
}

void TestImportLocust::malformedHistory()
{
    QFETCH(const QByteArray, rows);
    QFETCH(const QString, says);
    put(u"_stats.csv"_s, real(u"plain_stats.csv"_s));
    put(u"_stats_history.csv"_s, "Timestamp,User Count,Type,Name,Requests/s,Failures/s,50%,95%,99%\r\n" + rows);
    const auto folder = import();
    QVERIFY(!folder);
    const auto sentence = describe(folder.error());
    QVERIFY2(sentence.contains(says) && sentence.contains(u"run_stats_history.csv"_s), qPrintable(sentence));
    QVERIFY(made().isEmpty());
}

void TestImportLocust::tornEnds()
{
    putReal(u"full"_s);
    const auto history = real(u"full_stats_history.csv"_s);
    put(u"_stats_history.csv"_s, history.chopped(90));
    put(u"_failures.csv"_s, real(u"full_failures.csv"_s).chopped(5)); // within the quotes of its only row
    auto folder = import();
    QVERIFY(folder);
    QCOMPARE(readImported(*folder)->tornRows, 1u);

    put(u"_failures.csv"_s, real(u"full_failures.csv"_s) + "GET,/hea");
    put(u"_stats.csv"_s, real(u"full_stats.csv"_s).chopped(2)); // no end of line: whole all the same
    folder = import();
    QVERIFY2(folder, qPrintable(describe(folder ? Error {} : folder.error())));
    const auto run = readImported(*folder);
    QCOMPARE(run->tornRows, 2u);
    QCOMPARE(run->failures.size(), 1u);
    QCOMPARE(run->operations.size(), 3u);
}

void TestImportLocust::nothingWasSent()
{
    put(u"_stats.csv"_s,
        "Type,Name,Request Count,Failure Count,Median Response Time,Requests/s,50%,95%,99%\r\n"
        ",Aggregated,0,0,0,0.0,N/A,N/A,N/A\r\n");
    const auto folder = import();
    QVERIFY(folder);
    const auto run = readImported(*folder);
    QVERIFY(!run->operations[0].response.p50 && !run->operations[0].requestsPerS && !run->durationS);
}

void TestImportLocust::anyBytes()
{
    std::mt19937 random(20261122);
    int read = 0, refused = 0;
    const QStringList ends { u"_stats.csv"_s, u"_stats_history.csv"_s, u"_failures.csv"_s };
    for (int round = 0; round < 150; ++round) {
        putReal(u"full"_s);
        const auto& end = ends[qsizetype(random() % 3)];
        auto text = real(u"full"_s + end);
        for (int change = 1 + int(random() % 3); change > 0; --change) {
            const auto at = qsizetype(random() % std::uint32_t(text.size()));
            if (const auto kind = random() % 3; kind == 0)
                text[at] = ",\"\r\n-e9N\0x"[random() % 11];
            else if (kind == 1)
                text.remove(at, 1 + qsizetype(random() % 20));
            else
                text.truncate(at + 1);
        }
        put(end, text);
        const auto folder = import();
        if (folder) {
            ++read;
            QVERIFY(readImported(*folder));
            QDir(*folder).removeRecursively();
        } else {
            ++refused;
            QCOMPARE(folder.error().code, ErrorCode::CannotReadFile);
        }
        QVERIFY(made().isEmpty());
    }
    QVERIFY(read > 5 && refused > 30);
}

QTEST_GUILESS_MAIN(TestImportLocust)
#include "tst_importlocust.moc"
