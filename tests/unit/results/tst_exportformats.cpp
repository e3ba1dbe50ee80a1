// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/read.h"
#include "app/results/csv.h"
#include "app/results/export.h"
#include "app/results/exports/csvbundle.h"
#include "app/results/exports/jtl.h"
#include "app/results/exports/secrets.h"
#include "app/results/files.h"
#include "app/results/layout.h"
#include "server/metrics/histogramcodec.h"
#include "tests/unit/results/sampleexperiment.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace ceteris;
using namespace ceteris::results;
using namespace Qt::StringLiterals;

namespace {

std::vector<QStringList> rowsOf(const QByteArray& bytes)
{
    std::vector<QStringList> rows;
    CsvReader reader(bytes);
    while (auto row = reader.next())
        rows.push_back(*row);
    return rows;
}

QByteArray fileIn(const std::vector<NamedFile>& files, const QString& name)
{
    const auto found = std::ranges::find(files, name, &NamedFile::name);
    return found == files.end() ? QByteArray() : found->bytes;
}

Entry at(double tS, Event event)
{
    return { tS, u"2026-01-31T12:01:%1.000Z"_s.arg(static_cast<int>(tS), 2, 10, QChar(u'0')), std::move(event) };
}

// A second in which these requests were answered, in microseconds.
Tick tick(int trial, double trialS, const QString& phase, const std::vector<std::int64_t>& responsesUs)
{
    metrics::Histogram histogram;
    for (const auto value : responsesUs)
        histogram.record(value);
    Tick tick;
    tick.trial = trial;
    tick.trialS = trialS;
    tick.phase = phase;
    auto& operation = tick.operations[u"refresh"_s];
    operation.ok = responsesUs.size();
    operation.response = metrics::encode(histogram);
    return tick;
}

} // namespace

class TestExportFormats : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto folder = ResultsFolder::create(m_root.path(), sample::plan(), plan::write(sample::plan()));
        QVERIFY(folder && sample::runMissingTrials(**folder));
        m_folder = std::move(*folder);
    }

    void everyFormatHasOneName()
    {
        for (const auto format : exportFormats)
            QCOMPARE(exportFormatOf(nameOf(format)), std::optional(format));
        QVERIFY(!exportFormatOf(u"pdf"));
    }

    void tablesAreCopiedByteForByte()
    {
        const auto files = csvBundle(m_folder->path());
        QVERIFY(files);
        for (const auto& name : { file::trials, file::series, file::events, file::checks, file::violations })
            QCOMPARE(fileIn(*files, name), *readWhole(m_folder->path() % u'/' % name));
        QVERIFY(fileIn(*files, u"README.md"_s).startsWith("# six-trials: the tables"));
        QVERIFY(fileIn(*files, file::trials).contains("'=a \"\"reason\"\"")); // no formula, and numbers as they are
    }

    void theLongFormKnowsEachRowsTrial()
    {
        QVERIFY(m_folder->event({ 20, {}, 1, u"run"_s, u"trial_started"_s, {} }));
        QVERIFY(m_folder->event({ 20.5, {}, 1, u"run"_s, u"phase"_s, u"warmup"_s }));
        QVERIFY(m_folder->event({ 22, {}, 1, u"run"_s, u"phase"_s, u"measure"_s }));
        const auto files = csvBundle(m_folder->path());
        QVERIFY(files);
        const auto rows = rowsOf(fileIn(*files, u"tidy.csv"_s));
        QCOMPARE(rows.front(),
            (QStringList { u"experiment"_s, u"arm"_s, u"level"_s, u"block"_s, u"trial"_s, u"position"_s, u"status"_s,
                u"phase"_s, u"t_s"_s, u"metric"_s, u"operation"_s, u"value"_s, u"unit"_s }));
        QCOMPARE(rows.size(), std::size_t(1 + 6 * 3 * 6));
        QCOMPARE(rows[1].sliced(1),
            (QStringList { u"memory"_s, u"busy"_s, u"1"_s, u"1"_s, u"1"_s, u"ok"_s, u"warmup"_s, u"1"_s,
                u"requests_per_s"_s, u"refresh"_s, u"33"_s, u"per_s"_s }));
        QCOMPARE(rows[7][7], u"measure"_s); // 2 s into the trial
        QCOMPARE(rows[6][10], QString()); // users_signed_in is of no operation
    }

    void zipReadsBack()
    {
        const auto path = m_root.filePath(u"deep/tables.zip"_s);
        QCOMPARE(exportAs(m_folder->path(), ExportFormat::Csv, path), Result<QStringList>(QStringList { path }));
        const auto bytes = *readWhole(path);
        QVERIFY(bytes.startsWith("PK\3\4"));
        QVERIFY(exportAs(m_folder->path(), ExportFormat::Csv, path));
        QCOMPARE(*readWhole(path), bytes); // no clock in it
        if (QStandardPaths::findExecutable(u"python3"_s).isEmpty())
            QSKIP("needs python3; apt install python3");
        QProcess python;
        python.start(u"python3"_s, { u"-m"_s, u"zipfile"_s, u"-e"_s, path, m_root.filePath(u"unpacked"_s) });
        QVERIFY(python.waitForFinished());
        QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
        const auto files = csvBundle(m_folder->path());
        QVERIFY(files);
        for (const auto& file : *files)
            QCOMPARE(*readWhole(m_root.filePath(u"unpacked/"_s + file.name)), file.bytes);
    }

    void foldersWorkToo()
    {
        const auto output = m_root.filePath(u"tables"_s);
        const auto written = exportAs(m_folder->path(), ExportFormat::Csv, output);
        QVERIFY(written);
        QVERIFY(written->contains(QString(output % u"/tidy.csv")));
        for (const auto& path : *written)
            QVERIFY2(QFileInfo(path).size() > 0, qPrintable(path));
    }

    void passwordsStayInTheHouse_data()
    {
        QTest::addColumn<QString>("plan");
        QTest::addColumn<QString>("expected");
        QTest::newRow("key") << u"password = \"s3\\\"cret\"\n"_s << u"password = \"***\"\n"_s;
        QTest::newRow("inline") << u"mapping = { password='s3cret', user = \"u\" }"_s
                                << u"mapping = { password=\"***\", user = \"u\" }"_s;
        QTest::newRow("field") << u"password_field = \"pass\""_s << u"password_field = \"pass\""_s;
        QTest::newRow("url") << u"url = \"http://me:s3cret@host:80/x\""_s << u"url = \"http://***@host:80/x\""_s;
        QTest::newRow("plain url") << u"url = \"http://host/a@b\""_s << u"url = \"http://host/a@b\""_s;
    }

    void passwordsStayInTheHouse()
    {
        QFETCH(QString, plan);
        QTEST(withoutSecrets(plan), "expected");
    }

    void samplesAreThoseOfTheHistogram()
    {
        const auto second = tick(1, 2, u"measure"_s, { 1400, 1400, 25'000 });
        const auto lines = jtl::samples({ u"memory"_s, u"refresh"_s, 100, 10'000, 1, 5 }, [&second] {
            auto operation = second.operations.at(u"refresh"_s);
            operation.timeouts = 1;
            operation.failed = 1;
            return operation;
        }());
        auto rows = rowsOf(lines);
        QCOMPARE(rows.size(), std::size_t(5));
        QStringList elapsed;
        for (const auto& row : rows) {
            QCOMPARE(row.size(), 17);
            const auto endMs = row[0].toDouble() + row[1].toDouble();
            QVERIFY2(endMs >= 8998 && endMs <= 10'001, qPrintable(row.join(u',')));
            elapsed += row[1] % u' ' % row[2] % u' ' % row[7];
        }
        elapsed.sort();
        QCOMPARE(elapsed,
            (QStringList { u"0 refresh false"_s, u"1 refresh true"_s, u"1 refresh true"_s, u"25 refresh true"_s,
                u"5000 refresh false"_s }));
    }

    // Of a trial that was cut off and begun again only the second start counts, and no second with warm-up in it.
    void jtlOfAStream()
    {
        const auto write = [this](const Entry& entry) { QVERIFY(m_folder->live(toJson(entry))); };
        write(at(1, TrialStarted { 1, 1, 1, u"memory"_s, u"busy"_s, 10, 6 }));
        write(at(1, PhaseStarted { 1, u"measure"_s, 3 }));
        write(at(2, tick(1, 1, u"measure"_s, { 77'000 })));
        write(at(10, TrialStarted { 1, 1, 1, u"memory"_s, u"busy"_s, 10, 6 }));
        write(at(10, PhaseStarted { 1, u"warmup"_s, 3 }));
        write(at(11, tick(1, 1, u"warmup"_s, { 66'000 })));
        write(at(11.5, PhaseStarted { 1, u"measure"_s, 3 }));
        write(at(12, tick(1, 2, u"measure"_s, { 55'000 }))); // half of it was warm-up
        write(at(13, tick(1, 3, u"measure"_s, { 44'000 })));
        const auto output = m_root.filePath(u"jtl"_s);
        const auto written = exportAs(m_folder->path(), ExportFormat::Jtl, output);
        QVERIFY(written);
        QCOMPARE(*written,
            (QStringList { output % u"/README.txt", output % u"/memory-busy.jtl", output % u"/redis-busy.jtl" }));
        QVERIFY(readWhole(written->first())->contains("MADE FROM HISTOGRAMS"));
        const auto rows = rowsOf(*readWhole(written->at(1)));
        QCOMPARE(rows.size(), std::size_t(2));
        QCOMPARE(rows[0].first(4), (QStringList { u"timeStamp"_s, u"elapsed"_s, u"label"_s, u"responseCode"_s }));
        QCOMPARE(rows[1].sliced(1, 3), (QStringList { u"44"_s, u"refresh"_s, u"200"_s }));
        QCOMPARE(rowsOf(*readWhole(written->at(2))).size(), std::size_t(1));
    }

    void errorsAreNamed()
    {
        for (const auto format : exportFormats) {
            QCOMPARE(exportAs(m_root.filePath(u"none"_s), format, m_root.filePath(u"x"_s)).error().code,
                ErrorCode::NotAResultsFolder);
            QCOMPARE(exportAs(m_folder->path(), format, m_folder->path() % u"/trials.csv/x.zip").error().code,
                ErrorCode::CannotWriteFile);
        }
    }

private:
    QTemporaryDir m_root;
    std::unique_ptr<ResultsFolder> m_folder;
};

QTEST_APPLESS_MAIN(TestExportFormats)
#include "tst_exportformats.moc"
