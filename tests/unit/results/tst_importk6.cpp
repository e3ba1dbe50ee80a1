// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/files.h"
#include "app/results/histogramfiles.h"
#include "app/results/import/import.h"
#include "app/results/import/importedrun.h"
#include "app/results/import/linereader.h"
#include "app/results/layout.h"
#include "tests/unit/results/k6lines.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <random>

#include <zlib.h>

using namespace ceteris;
using namespace ceteris::results;
using namespace Qt::StringLiterals;

class TestImportK6 : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void figuresAreThoseOfThePoints();
    void secondsAndHistogramsAreThere();
    void otherForms_data();
    void otherForms();
    void malformed_data();
    void malformed();
    void tornEnd_data();
    void tornEnd();
    void unknownStaysEmpty();
    void failuresByKind();
    void tooManyNamesCountInTheTotal();
    void namesStayApart();
    void outOfOrder();
    void cancelledLeavesNothing();
    void anyBytes();

private:
    QString root() const { return m_dir->filePath(u"results"_s); }
    QStringList made() const { return QDir(root()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot); }
    QString put(const QByteArray& text, const QString& name = u"run.json"_s) const
    {
        QFile file(m_dir->filePath(name)); // without the wait for the disk of replaceFile()
        const bool written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        return written ? file.fileName() : QString();
    }
    Result<ImportedRun> imported(const QByteArray& text) const
    {
        return importResults(put(text), root()).and_then(readImported);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestImportK6::figuresAreThoseOfThePoints()
{
    const auto folder = importResults(put(sample::k6Text(600)), root());
    QVERIFY2(folder, qPrintable(describe(folder ? Error {} : folder.error())));
    QCOMPARE(QFileInfo(*folder).fileName(), u"2026-01-31T12-00-00Z-run"_s);
    QVERIFY(isImported(*folder));
    const auto run = readImported(*folder);
    QVERIFY(run);
    QCOMPARE(run->tool, u"k6"_s);
    QCOMPARE(run->name, u"run"_s);
    QCOMPARE(run->started.toMSecsSinceEpoch(), sample::k6StartMs);
    QCOMPARE(*run->durationS, 59.905);
    QCOMPARE(run->operations.size(), 2u);
    const auto& all = run->operations[0];
    QCOMPARE(all.operation, allRequests);
    QCOMPARE(all.requests, 600u);
    QCOMPARE(*all.failed, 60u);
    QVERIFY(qFuzzyCompare(*all.requestsPerS, 600 / 59.905));
    QVERIFY(std::abs(*all.response.p50 - 5000) < 5 && std::abs(*all.response.p99_9 - 5000) < 5);
    QCOMPARE(*all.response.max, 5000);
    QCOMPARE(run->operations[1].operation, u"GET http://127.0.0.1:8080/"_s);
    QCOMPARE(run->operations[1].response, all.response);
    QVERIFY(!run->timesIncludeFailures);
    QCOMPARE(*importResults(put(sample::k6Text(600)), root()), QString(*folder + u"-2")); // nothing is overwritten
    QCOMPARE(made().size(), 2);
}

void TestImportK6::secondsAndHistogramsAreThere()
{
    const auto folder = importResults(put(sample::k6Text(600)), root());
    QVERIFY(folder);
    const auto series = readSeries(*folder);
    QVERIFY(series);
    double requests = 0, failures = 0;
    for (const auto& row : *series) {
        requests += row.metric == u"requests_per_s.all_requests" ? row.value : 0;
        failures += row.metric == u"failures_per_s.all_requests" ? row.value : 0;
        QVERIFY(row.tS >= 1 && row.tS <= 60);
    }
    QCOMPARE(requests, 600);
    QCOMPARE(failures, 60);
    const auto histograms
        = HistogramFile { *folder + u'/' + file::histograms, trialStem(1, u"k6"_s, importedLevel) }.read();
    QVERIFY(histograms);
    QCOMPARE(histograms->size(), 2u);
    QCOMPARE(histograms->front().response.count(), 540u);
    QCOMPARE(readWhole(*folder + u'/' + file::live)->count('\n'), 60);
}

void TestImportK6::otherForms_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("name");
    const auto plain = sample::k6Text(20);
    QTest::newRow("as it is") << plain << u"run.json"_s;
    QTest::newRow("another name") << plain << u"run.ndjson"_s;
    QTest::newRow("no ending") << plain << u"run"_s;
    QTest::newRow("CRLF") << QByteArray(plain).replace('\n', "\r\n") << u"run.json"_s;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + plain << u"run.json"_s;
    QTest::newRow("empty lines") << QByteArray(plain).replace("\n", "\n\n  \n") << u"run.json"_s;
    QTest::newRow("no end of line") << plain.chopped(1) << u"run.json"_s;
}

void TestImportK6::otherForms()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, name);
    const auto run = importResults(put(text, name), root()).and_then(readImported);
    QVERIFY2(run, qPrintable(describe(run ? Error {} : run.error())));
    QCOMPARE(run->operations[0].requests, 20u);
    QCOMPARE(run->tornRows, 0u);

    const auto packed = m_dir->filePath(name + u".gz"_s);
    auto* const gz = gzopen(QFile::encodeName(packed).constData(), "wb");
    QCOMPARE(gzwrite(gz, text.constData(), unsigned(text.size())), int(text.size()));
    gzclose(gz);
    const auto again = importResults(packed, root()).and_then(readImported);
    QVERIFY2(again, qPrintable(describe(again ? Error {} : again.error())));
    QCOMPARE(again->operations, run->operations);
}

void TestImportK6::malformed_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("says");
    const auto row
        = [](const char* name, const QByteArray& line, const QString& says) { QTest::newRow(name) << line << says; };
    const auto point = [](const QByteArray& data) -> QByteArray {
        return R"({"type":"Point","metric":"http_req_duration","data":)" + data + "}";
    };
    row("no JSON", "hello", u"no JSON object"_s);
    row("a list", R"(["http_req_duration"])", u"no JSON object"_s);
    row("half an object", R"({"type":"Point","metric":"http_req_duration","data":{"value":1)", u"no JSON object"_s);
    row("broken within", R"({"metric":"http_req_duration",,})", u"no JSON object"_s);
    row("no data", R"({"type":"Point","metric":"http_req_duration"})", u"no object \"data\""_s);
    row("data is text", point(R"("fast")"), u"no object \"data\""_s);
    row("no time", point(R"({"value":5})"), u"data.time"_s);
    row("time is a number", point(R"({"value":5,"time":1769860800})"), u"data.time"_s);
    row("time is none", point(R"({"value":5,"time":"yesterday"})"), u"data.time"_s);
    row("no value", point(R"({"time":"2026-01-31T12:00:00Z"})"), u"data.value"_s);
    row("value is text", point(R"({"value":"5","time":"2026-01-31T12:00:00Z"})"), u"data.value"_s);
    row("value is negative", point(R"({"value":-1,"time":"2026-01-31T12:00:00Z"})"), u"data.value"_s);
    row("value is huge", point(R"({"value":1e300,"time":"2026-01-31T12:00:00Z"})"), u"0 to 3600000"_s);
    row("tags are text", point(R"({"value":5,"tags":"GET","time":"2026-01-31T12:00:00Z"})"), u"data.tags"_s);
    row("years later", point(R"({"value":5,"time":"2031-01-31T12:00:00Z"})"), u"7 days"_s);
    row("CSV of k6", "http_reqs,1769860800,1.000000,,,", u"no JSON object"_s);
}

void TestImportK6::malformed()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QString, says);
    const auto text = sample::k6Text(10);
    const auto run = imported(text + line + '\n' + text);
    QVERIFY(!run);
    QCOMPARE(run.error().code, ErrorCode::CannotReadFile);
    const auto sentence = describe(run.error());
    QVERIFY2(sentence.contains(u"line 32 "_s) && sentence.contains(says), qPrintable(sentence));
    QVERIFY(made().isEmpty());
}

void TestImportK6::tornEnd_data()
{
    QTest::addColumn<int>("cut");
    for (const int cut : { 1, 2, 30, 100, 180 })
        QTest::addRow("%d bytes", cut) << cut;
}

// The last line is about http_req_waiting: what is missing of it changes no figure.
void TestImportK6::tornEnd()
{
    QFETCH(const int, cut);
    const auto text = sample::k6Text(30);
    const auto run = imported(text.chopped(cut));
    QVERIFY2(run, qPrintable(describe(run ? Error {} : run.error())));
    QCOMPARE(run->operations[0].requests, 30u);
    QCOMPARE(run->tornRows, cut > 1 ? 1u : 0u);
    QVERIFY(!imported(text.left(40))); // but one line alone that is torn is nothing
}

void TestImportK6::unknownStaysEmpty()
{
    QByteArray text;
    for (int i = 0; i < 5; ++i)
        text += sample::k6Line(u"http_req_duration"_s, sample::k6StartMs + i, 3, {});
    const auto folder = importResults(put(text), root());
    QVERIFY(folder);
    const auto run = readImported(*folder);
    QVERIFY(run);
    QCOMPARE(run->operations.size(), 1u);
    QVERIFY(!run->operations[0].failed); // no status, no expectation
    QVERIFY(!run->operations[0].requestsPerS); // of a few milliseconds
    QCOMPARE(run->otherNames, 5u);
    QVERIFY(readWhole(*folder + u'/' + importedTable)->contains("\r\nall_requests,5,,,3"));
    QVERIFY(!readWhole(*folder + u'/' + file::series)->contains("failures_per_s"));
}

void TestImportK6::failuresByKind()
{
    auto refused = sample::k6Tags(u"/"_s, 0);
    refused[u"error"_s] = u"dial: connection refused"_s;
    QByteArray text;
    int at = 0;
    for (const auto& tags : { sample::k6Tags(u"/"_s, 503), sample::k6Tags(u"/"_s, 503), refused,
             sample::k6Tags(u"/"_s, 0), sample::k6Tags(u"/"_s, 200) })
        text += sample::k6Line(u"http_req_duration"_s, sample::k6StartMs + 500 * at++, 2, tags);
    const auto run = imported(text);
    QVERIFY(run);
    QCOMPARE(*run->operations[0].failed, 4u);
    const std::vector<ImportedFailure> expected { { u"GET /"_s, u"status 503"_s, 2 },
        { u"GET /"_s, u"dial: connection refused"_s, 1 }, { u"GET /"_s, u"no answer"_s, 1 } };
    QCOMPARE(run->failures, expected);
}

void TestImportK6::tooManyNamesCountInTheTotal()
{
    QByteArray text;
    for (int i = 0; i < 200; ++i)
        text += sample::k6Line(
            u"http_req_duration"_s, sample::k6StartMs + 20 * i, 2, sample::k6Tags(u"/item/%1"_s.arg(i), 200));
    const auto run = imported(text);
    QVERIFY(run);
    QCOMPARE(run->operations.size(), 1 + mostNames);
    QCOMPARE(run->operations[0].requests, 200u);
    QCOMPARE(run->otherNames, 200 - mostNames);
}

// Histograms are found by the first 40 letters of a name, and "-service" has a meaning there.
void TestImportK6::namesStayApart()
{
    const auto start = QString(u"http://127.0.0.1:8080/a/long/path/that/is/the/same/"_s);
    const QStringList names { start + u"one", start + u"two", u"/user-service"_s, u"/user"_s, u"all_requests"_s,
        u"/a?b"_s, u"/a!b"_s, u"=1+1"_s, u"a,\"b\"\nc"_s };
    QByteArray text;
    for (qsizetype i = 0; i < names.size(); ++i)
        for (int more = 0; more <= i; ++more)
            text
                += sample::k6Line(u"http_req_duration"_s, sample::k6StartMs + 20 * i, 2, sample::k6Tags(names[i], 200));
    const auto folder = importResults(put(text), root());
    QVERIFY(folder);
    const auto run = readImported(*folder);
    const auto histograms
        = HistogramFile { *folder + u'/' + file::histograms, trialStem(1, u"k6"_s, importedLevel) }.read();
    QVERIFY(run && histograms);
    QCOMPARE(run->operations.size(), std::size_t(1 + names.size()));
    QCOMPARE(histograms->size(), run->operations.size());
    for (std::size_t i = 0; i < histograms->size(); ++i) {
        QCOMPARE((*histograms)[i].operation, fileSafe(run->operations[i].operation));
        QCOMPARE((*histograms)[i].response.count(), run->operations[i].requests);
        QCOMPARE(run->operations[i].requests, i == 0 ? 45u : i);
    }
}

void TestImportK6::outOfOrder()
{
    auto lines = sample::k6Text(1200).split('\n');
    std::mt19937 random(1);
    for (qsizetype i = 0; i + 50 < lines.size(); i += 50)
        std::shuffle(lines.begin() + i, lines.begin() + i + 50, random);
    const auto run = imported(lines.join('\n'));
    QVERIFY(run);
    QCOMPARE(run->operations[0].requests, 1200u);
    QCOMPARE(run->lateRequests, 0u);

    // A whole minute late: it counts, but its second has been written.
    const auto late = imported(sample::k6Text(1200)
        + sample::k6Line(u"http_req_duration"_s, sample::k6StartMs + 500, 5, sample::k6Tags(u"/"_s, 200)));
    QVERIFY(late);
    QCOMPARE(late->operations[0].requests, 1201u);
    QCOMPARE(late->lateRequests, 1u);
}

void TestImportK6::cancelledLeavesNothing()
{
    const auto file = put(sample::k6Text(5000));
    int asked = 0;
    const auto folder = importResults(file, root(), [&asked](double share) {
        Q_ASSERT(share >= 0 && share <= 1);
        return ++asked < 4;
    });
    QVERIFY(!folder);
    QCOMPARE(folder.error().code, ErrorCode::Stopped);
    QVERIFY(made().isEmpty());
}

// Whatever stands in a file: a folder that can be read, or a sentence and nothing left behind.
void TestImportK6::anyBytes()
{
    std::mt19937 random(20261122);
    const auto good = sample::k6Text(6);
    int read = 0, refused = 0;
    for (int round = 0; round < 120; ++round) {
        auto text = good;
        for (int change = 1 + int(random() % 4); change > 0; --change) {
            const auto at = qsizetype(random() % std::uint32_t(text.size()));
            switch (random() % 4) {
            case 0:
                text[at] = char(random() % 256);
                break;
            case 1:
                text.remove(at, 1 + qsizetype(random() % 20));
                break;
            case 2:
                text.insert(at, text.mid(qsizetype(random() % std::uint32_t(text.size())), 30));
                break;
            default:
                text.truncate(at + 1);
            }
        }
        const auto folder = importResults(put(text), root());
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
    QVERIFY(!imported(QByteArray(LineReader::longestLine + 10, '{')));
    QVERIFY(!imported({}));
}

QTEST_GUILESS_MAIN(TestImportK6)
#include "tst_importk6.moc"
