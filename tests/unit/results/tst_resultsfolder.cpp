// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/read.h"
#include "app/results/files.h"
#include "app/results/histogramfiles.h"
#include "app/results/layout.h"
#include "tests/unit/results/sampleexperiment.h"

#include <QDir>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace ceteris;
using namespace ceteris::results;
using namespace Qt::StringLiterals;

class TestResultsFolder : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_folder.reset(); } // before its root goes
    void newFolder();
    void sameSecondGetsANumber();
    void trialsComeBack();
    void histogramsComeBack();
    void brokenHistogramIsNamed();
    void manifestIsReplacedAndHashedAtTheEnd();
    void halfATrialIsRefused();
    void sameTrialTwiceIsRefused();
    void readerWhileWriting();

private:
    QString at(const QString& name) const { return m_folder->path() + u'/' + name; }
    QByteArray contentOf(const QString& name) const { return readWhole(at(name)).value_or("unreadable"); }

    std::unique_ptr<QTemporaryDir> m_root;
    std::unique_ptr<ResultsFolder> m_folder;
};

void TestResultsFolder::init()
{
    m_root = std::make_unique<QTemporaryDir>();
    auto folder = ResultsFolder::create(m_root->path(), sample::plan(), plan::write(sample::plan()));
    QVERIFY(folder);
    m_folder = *std::move(folder);
}

void TestResultsFolder::newFolder()
{
    static const QRegularExpression name(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\dZ-six-trials$"_s);
    QVERIFY2(name.match(m_folder->experiment()).hasMatch(), qPrintable(m_folder->experiment()));
    QCOMPARE(contentOf(file::plan), plan::write(sample::plan()));
    QVERIFY(contentOf(file::trials).startsWith("experiment,block,") && contentOf(file::trials).endsWith("\r\n"));
    QCOMPARE(contentOf(file::series), QByteArray("trial,arm,t_s,metric,value,unit\r\n"));
    QCOMPARE(contentOf(file::events), QByteArray("t_s,time_utc,trial,source,kind,text\r\n"));
    QCOMPARE(contentOf(file::live), QByteArray());
    QVERIFY(m_folder->finishedTrials().empty());
    QCOMPARE(m_folder->plan(), sample::plan());
}

void TestResultsFolder::sameSecondGetsANumber()
{
    QSet<QString> paths { m_folder->path() };
    for (int i = 0; i < 5; ++i) {
        const auto folder = ResultsFolder::create(m_root->path(), sample::plan(), {});
        QVERIFY(folder && !paths.contains((*folder)->path()));
        paths += (*folder)->path();
    }
}

void TestResultsFolder::trialsComeBack()
{
    QVERIFY(sample::runMissingTrials(*m_folder));
    QCOMPARE(m_folder->finishedTrials(), (std::set { 1, 2, 3, 4, 5, 6 }));
    const auto results = readResults(m_folder->path());
    QVERIFY(results);
    QCOMPARE(results->plan, sample::plan());
    std::vector<TrialRow> expected;
    for (int trial = 1; trial <= 6; ++trial) {
        for (const auto& row : sample::rowsOf(*m_folder, trial))
            expected.push_back(row);
    }
    QVERIFY(results->trials == expected);

    const auto series = readSeries(m_folder->path());
    QVERIFY(series);
    QCOMPARE(series->size(), std::size_t { 6 * 3 * 6 });
    QCOMPARE(series->at(3).metric, u"response_p95.refresh"_s);
    QCOMPARE(series->at(3).value, 2500.5);
    const auto lines = contentOf(file::live).chopped(1).split('\n');
    QCOMPARE(lines.size(), 6 * 3);
    QCOMPARE(QJsonDocument::fromJson(lines.last()).object()[u"trial"_s].toInt(), 6);
}

void TestResultsFolder::histogramsComeBack()
{
    QVERIFY(sample::runTrial(*m_folder, 2));
    const auto files = QDir(at(file::histograms)).entryList(QDir::Files, QDir::Name);
    QCOMPARE(files,
        (QStringList { u"2-redis-busy-login-service.hgrm"_s, u"2-redis-busy-login.hgrm"_s,
            u"2-redis-busy-login_page-service.hgrm"_s, u"2-redis-busy-login_page.hgrm"_s,
            u"2-redis-busy-refresh-service.hgrm"_s, u"2-redis-busy-refresh.hgrm"_s, u"2-redis-busy.hlog"_s }));
    const auto read = HistogramFile { at(file::histograms), u"2-redis-busy"_s }.read();
    QVERIFY(read);
    const auto written = sample::histogramsOf(2);
    QCOMPARE(read->size(), written.size());
    for (std::size_t i = 0; i < written.size(); ++i) {
        QCOMPARE(read->at(i).operation, written[i].operation);
        QVERIFY(read->at(i).response == written[i].response); // below 2048 us buckets are 1 us wide
        QVERIFY(read->at(i).service == written[i].service);
    }
}

void TestResultsFolder::brokenHistogramIsNamed()
{
    QVERIFY(sample::runTrial(*m_folder, 2));
    const QString path = at(file::histograms) + u"/2-redis-busy.hlog";
    QFile log(path);
    QVERIFY(log.resize(log.size() - 9));
    const auto read = HistogramFile { at(file::histograms), u"2-redis-busy"_s }.read();
    QVERIFY(!read);
    QCOMPARE(read.error().facts, (QStringList { path, u"line 10 is no histogram"_s }));
}

void TestResultsFolder::manifestIsReplacedAndHashedAtTheEnd()
{
    QVERIFY(m_folder->manifest({ { u"version"_s, u"1"_s } }));
    QVERIFY(m_folder->manifest({ { u"version"_s, u"2"_s } }));
    QCOMPARE(readResults(m_folder->path())->manifest, (QJsonObject { { u"version"_s, u"2"_s } }));
    QVERIFY(sample::runMissingTrials(*m_folder));
    QVERIFY(m_folder->manifest({ { u"version"_s, u"3"_s }, { u"complete"_s, true } }));
    const auto files = readResults(m_folder->path())->manifest[u"files"_s].toObject();
    QCOMPARE(files.size(), 6 + 6 * 7);
    QCOMPARE(files[file::trials].toObject()[u"sha256"_s].toString(), *sha256(at(file::trials)));
    QFile manifest(at(file::manifest));
    QVERIFY(manifest.resize(10));
    QVERIFY(!readResults(m_folder->path()));
}

void TestResultsFolder::halfATrialIsRefused()
{
    auto rows = sample::rowsOf(*m_folder, 1);
    rows.pop_back();
    const auto before = contentOf(file::trials);
    const auto committed = m_folder->commitTrial({ rows, {}, {}, {} });
    QVERIFY(!committed);
    QVERIFY(describe(committed.error()).contains(u"login_page, login, refresh"));
    QVERIFY(!m_folder->commitTrial({}));
    QCOMPARE(contentOf(file::trials), before);
}

void TestResultsFolder::sameTrialTwiceIsRefused()
{
    QVERIFY(sample::runTrial(*m_folder, 1));
    QVERIFY(!m_folder->commitTrial({ sample::rowsOf(*m_folder, 1), sample::histogramsOf(1), {}, {} }));
    QCOMPARE(readResults(m_folder->path())->trials.size(), std::size_t { 3 });
}

void TestResultsFolder::readerWhileWriting()
{
    QVERIFY(sample::runTrial(*m_folder, 1));
    QFile table(at(file::trials)); // half of the next trial is on its way
    QVERIFY(table.open(QIODevice::Append));
    table.write(contentOf(file::trials).split('\n')[1] + "\nsix");
    table.close();
    const auto results = readResults(m_folder->path());
    QVERIFY(results);
    QCOMPARE(results->trials.size(), std::size_t { 3 });
}

QTEST_APPLESS_MAIN(TestResultsFolder)
#include "tst_resultsfolder.moc"
