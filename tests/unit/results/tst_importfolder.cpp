// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/read.h"
#include "app/results/comparison.h"
#include "app/results/export.h"
#include "app/results/exports/zip.h"
#include "app/results/files.h"
#include "app/results/import/import.h"
#include "app/results/import/importedrun.h"
#include "app/results/layout.h"
#include "tests/unit/results/k6lines.h"
#include "tests/unit/results/sampleexperiment.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace ceteris;
using namespace ceteris::results;
using namespace Qt::StringLiterals;

class TestImportFolder : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void aFolderIsCopied();
    void aFileOfItWillDo();
    void whatCannotBeCopied_data();
    void whatCannotBeCopied();
    void oneThatIsWrittenIsLeftAlone();
    void linksAreNotFollowed();
    void theBundleComesBack();
    void aZippedFolderComesBack();
    void namesInAZipLeadNowhere();
    void brokenZips();
    void noOtherFiles_data();
    void noOtherFiles();
    void anImportedRunNeverDecides();
    void leftoversAreRemoved();

private:
    QString root() const { return m_dir->filePath(u"results"_s); }
    QStringList made() const { return QDir(root()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot); }
    static QMap<QString, QByteArray> contentOf(const QString& folder)
    {
        QMap<QString, QByteArray> files;
        for (QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
            const auto path = it.next();
            files[QDir(folder).relativeFilePath(path)] = *readWhole(path);
        }
        return files;
    }
    std::vector<NamedFile> filesBelow(const QString& prefix) const
    {
        std::vector<NamedFile> files;
        const auto content = contentOf(m_source);
        for (auto it = content.begin(); it != content.end(); ++it)
            files.push_back({ prefix + it.key(), it.value() });
        return files;
    }

    QTemporaryDir m_elsewhere;
    QString m_source;
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestImportFolder::initTestCase()
{
    auto folder = ResultsFolder::create(m_elsewhere.path(), sample::plan(), plan::write(sample::plan()));
    QVERIFY(folder && sample::runMissingTrials(**folder));
    QVERIFY((*folder)->manifest({ { u"complete"_s, true }, { u"written"_s, u"2026-01-31T13:00:00Z"_s } }));
    m_source = (*folder)->path();
    folder->reset();
    QVERIFY(analyse(m_source));
}

void TestImportFolder::aFolderIsCopied()
{
    const auto first = importResults(m_source, root());
    QVERIFY2(first, qPrintable(describe(first ? Error {} : first.error())));
    QCOMPARE(QFileInfo(*first).fileName(), QFileInfo(m_source).fileName());
    QCOMPARE(contentOf(*first), contentOf(m_source));
    const auto second = importResults(m_source + u'/', root());
    QVERIFY(second);
    QCOMPARE(*second, QString(*first + u"-2"));
    QCOMPARE(contentOf(*first), contentOf(m_source));
    const auto results = readResults(*second);
    QVERIFY(results);
    QCOMPARE(results->trials, readResults(m_source)->trials);
    QCOMPARE(made().size(), 2);

    const QString name = u"2026-03-04T05-06-07Z-"_s + QString(40, u'n'); // as long as they get
    QVERIFY(QDir().rename(*second, m_dir->filePath(name)));
    QCOMPARE(QFileInfo(*importResults(m_dir->filePath(name), root())).fileName(), name);
}

void TestImportFolder::aFileOfItWillDo()
{
    for (const auto& name : { file::plan, file::manifest }) {
        const auto folder = importResults(m_source + u'/' + name, root());
        QVERIFY(folder);
        QCOMPARE(contentOf(*folder), contentOf(m_source));
    }
}

void TestImportFolder::whatCannotBeCopied_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("into");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing in it") << u"empty"_s << u"results"_s << u"plan.ceteris.toml is missing"_s;
    QTest::newRow("a plan alone") << u"planned"_s << u"results"_s << u"trials.csv is missing"_s;
    QTest::newRow("a broken table") << u"broken"_s << u"results"_s << u"trials.csv"_s;
    QTest::newRow("there already") << u"copy"_s << u"."_s << u"among the results already"_s;
    QTest::newRow("into itself") << u"copy"_s << u"copy/deeper"_s << u"kept inside it"_s;
}

void TestImportFolder::whatCannotBeCopied()
{
    QFETCH(const QString, folder);
    QFETCH(const QString, into);
    QFETCH(const QString, says);
    for (const auto& name : { u"empty"_s, u"planned"_s, u"broken"_s, u"copy"_s })
        QVERIFY(QDir().mkpath(m_dir->filePath(name)));
    for (const auto& name : { u"planned"_s, u"broken"_s, u"copy"_s })
        QVERIFY(QFile::copy(m_source + u'/' + file::plan, m_dir->filePath(name + u'/' + file::plan)));
    QVERIFY(replaceFile(m_dir->filePath(u"broken/trials.csv"_s), "other,columns\r\n"));
    QVERIFY(QFile::copy(m_source + u'/' + file::trials, m_dir->filePath(u"copy/trials.csv"_s)));
    const auto done = importResults(m_dir->filePath(folder), m_dir->filePath(into));
    QVERIFY(!done);
    QVERIFY2(describe(done.error()).contains(says), qPrintable(describe(done.error())));
    QVERIFY(made().isEmpty());
}

void TestImportFolder::oneThatIsWrittenIsLeftAlone()
{
    auto writing = ResultsFolder::create(m_dir->path(), sample::plan(), plan::write(sample::plan()));
    QVERIFY(writing && sample::runTrial(**writing, 1));
    const auto path = (*writing)->path();
    const auto refused = importResults(path, root());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ResultsFolderBusy);
    writing->reset();
    QVERIFY(importResults(path, root())); // interrupted, but at rest
}

void TestImportFolder::linksAreNotFollowed()
{
    const auto copy = importResults(m_source, m_dir->filePath(u"elsewhere"_s));
    QVERIFY(copy);
    QVERIFY(QFile::link(u"/etc/hostname"_s, *copy + u"/secret.csv"));
    QVERIFY(QFile::link(u"/etc"_s, *copy + u"/more"));
    const auto folder = importResults(*copy, root());
    QVERIFY(folder);
    QCOMPARE(contentOf(*folder), contentOf(m_source));
}

void TestImportFolder::theBundleComesBack()
{
    const auto zip = m_dir->filePath(u"export.zip"_s);
    const auto dir = m_dir->filePath(u"export"_s);
    QVERIFY(exportAs(m_source, ExportFormat::Csv, zip) && exportAs(m_source, ExportFormat::Csv, dir));
    for (const auto& bundle : { zip, dir }) {
        const auto folder = importResults(bundle, root());
        QVERIFY2(folder, qPrintable(describe(folder ? Error {} : folder.error())));
        QVERIFY(QFileInfo(*folder).fileName().startsWith(u"2026-01-31T13-00-00Z-"_s));
        QCOMPARE(readResults(*folder)->trials, readResults(m_source)->trials);
        QCOMPARE(*readWhole(*folder + u'/' + file::verdict), *readWhole(m_source + u'/' + file::verdict));
    }
}

void TestImportFolder::aZippedFolderComesBack()
{
    const auto zip = m_dir->filePath(u"mine.zip"_s);
    for (const auto& prefix : { u""_s, u"2026-02-03T04-05-06Z-mine/"_s, u"a/b/2026-02-03T04-05-06Z-mine/"_s }) {
        auto files = filesBelow(prefix);
        files.push_back({ u"__MACOSX/manifest.txt"_s, "x" });
        QVERIFY(writeZip(zip, files));
        const auto folder = importResults(zip, root());
        QVERIFY2(folder, qPrintable(describe(folder ? Error {} : folder.error())));
        auto expected = contentOf(m_source);
        auto content = contentOf(*folder);
        content.remove(u"__MACOSX/manifest.txt"_s);
        QCOMPARE(content, expected);
        if (!prefix.isEmpty())
            QVERIFY(QFileInfo(*folder).fileName().startsWith(u"2026-02-03T04-05-06Z-mine"_s));
    }
}

void TestImportFolder::namesInAZipLeadNowhere()
{
    auto files = filesBelow({});
    for (const auto& name : { u"../outside.csv"_s, u"histograms/../../outside.csv"_s, u"/outside.csv"_s, u".lock"_s,
             u"other/file.csv"_s, u"..\\outside.csv"_s, u"histograms/.hidden"_s })
        files.push_back({ name, "x" });
    const auto zip = m_dir->filePath(u"sly.zip"_s);
    QVERIFY(writeZip(zip, files));
    const auto folder = importResults(zip, root());
    QVERIFY(folder);
    QCOMPARE(contentOf(*folder), contentOf(m_source));
    QCOMPARE(made().size(), 1);
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList { u"sly.zip"_s });
}

void TestImportFolder::brokenZips()
{
    const auto zip = m_dir->filePath(u"export.zip"_s);
    QVERIFY(writeZip(zip, filesBelow(u"x/"_s)));
    const auto good = *readWhole(zip);
    std::mt19937 random(20261122);
    int refused = 0;
    for (int round = 0; round < 150; ++round) {
        auto bytes = good;
        if (round % 3 == 0)
            bytes.truncate(qsizetype(random() % std::uint32_t(bytes.size())) + 4);
        else // the list of files is at the end
            for (int change = 0; change < 3; ++change)
                bytes[bytes.size() - 1
                    - qsizetype(random() % (round % 3 == 1 ? 2000u : std::uint32_t(bytes.size() - 4)))]
                    = char(random());
        QVERIFY(replaceFile(zip, bytes));
        const auto folder = importResults(zip, root());
        refused += folder ? 0 : 1;
        if (folder)
            QDir(*folder).removeRecursively(); // what was changed was of no consequence
        else
            QVERIFY2(describe(folder.error()).contains(u"export.zip"_s), qPrintable(describe(folder.error())));
        QVERIFY(made().isEmpty());
    }
    QVERIFY(refused > 90);
}

void TestImportFolder::noOtherFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << QByteArray() << u"a.json"_s << u"it is empty"_s;
    QTest::newRow("blank") << QByteArray(" \n\n") << u"a.json"_s << u"it is empty"_s;
    QTest::newRow("text") << QByteArray("hello\n") << u"a.csv"_s << u"neither"_s;
    QTest::newRow("some CSV") << QByteArray("a,b\n1,2\n") << u"a.csv"_s << u"…_stats.csv"_s;
    QTest::newRow("some CSV with a name of Locust") << QByteArray("a,b\n1,2\n") << u"a_stats.csv"_s << u"column"_s;
    QTest::newRow("k6's summary") << QByteArray("{\n  \"metrics\": {\n") << u"a.json"_s << u"line 1 "_s;
    QTest::newRow("JSON of something else") << QByteArray("{\"a\":1}\n") << u"a.json"_s << u"http_req_duration"_s;
    QTest::newRow("an empty zip") << QByteArray("PK\5\6" + QByteArray(18, '\0')) << u"a.zip"_s << u"neither"_s;
    QTest::newRow("half a zip") << QByteArray("PK\3\4 and so on") << u"a.zip"_s << u"no whole zip"_s;
    QTest::newRow("half a gzip") << QByteArray("\x1f\x8b\x08\x00") << u"a.json.gz"_s << u"empty"_s;
}

void TestImportFolder::noOtherFiles()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, name);
    QFETCH(const QString, says);
    QVERIFY(replaceFile(m_dir->filePath(name), bytes));
    const auto folder = importResults(m_dir->filePath(name), root());
    QVERIFY(!folder);
    QVERIFY2(describe(folder.error()).contains(says), qPrintable(describe(folder.error())));
    QVERIFY(!importResults(m_dir->filePath(u"not there"_s), root()));
    QVERIFY(made().isEmpty());
}

void TestImportFolder::anImportedRunNeverDecides()
{
    QVERIFY(replaceFile(m_dir->filePath(u"run.json"_s), sample::k6Text(300)));
    const auto folder = importResults(m_dir->filePath(u"run.json"_s), root());
    QVERIFY(folder);
    const auto before = contentOf(*folder);
    QVERIFY(!readResults(*folder));
    QVERIFY(!analyse(*folder));
    QVERIFY(!ResultsFolder::resume(*folder));
    for (const auto format : exportFormats) {
        const auto done = exportAs(*folder, format, m_dir->filePath(u"out"_s));
        QVERIFY(!done);
        QVERIFY(describe(done.error()).contains(u"imported from another tool"_s));
    }
    QCOMPARE(contentOf(*folder), before);

    const auto copy = importResults(*folder, m_dir->filePath(u"other"_s)); // it can be taken along
    QVERIFY(copy);
    QCOMPARE(contentOf(*copy), before);
}

void TestImportFolder::leftoversAreRemoved()
{
    const QDir dir(root());
    QVERIFY(dir.mkpath(u".import-old"_s) && dir.mkpath(u".import-new"_s));
    QVERIFY(QProcess::execute(u"touch"_s, { u"-d"_s, u"3 days ago"_s, dir.filePath(u".import-old"_s) }) == 0);
    QVERIFY(importResults(m_source, root()));
    QVERIFY(!dir.exists(u".import-old"_s)); // of an import that was killed
    QVERIFY(dir.exists(u".import-new"_s)); // somebody may be at it
}

QTEST_GUILESS_MAIN(TestImportFolder)
#include "tst_importfolder.moc"
