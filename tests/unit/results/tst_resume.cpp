// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/read.h"
#include "app/results/checkcolumns.h"
#include "app/results/files.h"
#include "app/results/layout.h"
#include "app/results/trialcolumns.h"
#include "tests/unit/results/sampleexperiment.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace ceteris;
using namespace ceteris::results;
using namespace Qt::StringLiterals;

using Files = QMap<QString, QByteArray>;

namespace {

const QStringList growing { file::trials, file::series, file::events, file::checks, file::violations, file::live };

Files filesOf(const QString& folder)
{
    Files files;
    for (const auto& name : growing)
        files[name] = readWhole(folder + u'/' + name).value_or(QByteArray());
    return files;
}

std::map<int, int> rowsPerTrial(const QByteArray& table, qsizetype column)
{
    std::map<int, int> rows;
    CsvReader reader(table);
    reader.next();
    while (const auto cells = reader.next())
        ++rows[cells->at(column).toInt()];
    return rows;
}

} // namespace

// Whatever byte an experiment is cut off at, resume() keeps whole trials only and the end is the same.
class TestResume : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void everyCutOfTheFirstTrial();
    void cutsOfTheLastTrial_data();
    void cutsOfTheLastTrial();
    void cutsAcrossAllFiles();
    void wholeFolderIsLeftAlone();
    void eventsOfNoTrialStay();
    void probesCutOffAreForgotten();
    void refusesDamageNoCrashLeaves_data();
    void refusesDamageNoCrashLeaves();
    void refusesAFolderWithoutPlan();

private:
    void lay(const Files& files);
    std::set<int> wholeTrialsIn(const QByteArray& table) const;
    void resumes(const Files& cut);
    void resumesAndEndsTheSame(const Files& cut);

    // In memory: thousands of syncs of a real disk would take minutes.
    QTemporaryDir m_root { QDir(u"/dev/shm"_s).exists() ? u"/dev/shm/ceteris-XXXXXX"_s
                                                        : QDir::tempPath() + u"/ceteris-XXXXXX" };
    QString m_path;
    Files m_complete;
    std::vector<Files> m_states; // after each committed trial; the first is empty tables
};

void TestResume::initTestCase()
{
    const auto plan = sample::plan();
    auto folder = ResultsFolder::create(m_root.path(), plan, plan::write(plan));
    QVERIFY2(folder, qPrintable(describe(folder ? Error {} : folder.error())));
    m_path = (*folder)->path();
    m_states.push_back(filesOf(m_path));
    for (int trial = 1; trial <= 6; ++trial) {
        QVERIFY(sample::runTrial(**folder, trial));
        m_states.push_back(filesOf(m_path));
    }
    m_complete = m_states.back();
}

void TestResume::lay(const Files& files)
{
    for (auto it = files.begin(); it != files.end(); ++it) {
        QFile out(m_path + u'/' + it.key());
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(it.value());
    }
}

// Counted independently of the code under test: a trial is whole when its last row's end is there.
std::set<int> TestResume::wholeTrialsIn(const QByteArray& table) const
{
    std::set<int> trials;
    for (int trial = 1; trial <= 6; ++trial) {
        if (table.size() >= m_states[std::size_t(trial)][file::trials].size())
            trials.insert(trial);
    }
    return trials;
}

void TestResume::resumes(const Files& cut)
{
    lay(cut);
    const auto whole = wholeTrialsIn(cut[file::trials]);
    const auto folder = ResultsFolder::resume(m_path);
    QVERIFY2(folder, qPrintable(describe(folder ? Error {} : folder.error())));
    QCOMPARE((*folder)->finishedTrials(), whole);
    const auto repaired = filesOf(m_path);
    QCOMPARE(repaired[file::trials], m_states[whole.size()][file::trials]);
    for (const auto& [trial, rows] : rowsPerTrial(repaired[file::series], 0))
        QVERIFY(whole.contains(trial));
    for (const auto& [trial, rows] : rowsPerTrial(repaired[file::events], 2))
        QVERIFY(trial == 0 || whole.contains(trial));
    const auto torn = cut[file::live].sliced(repaired[file::live].size());
    QVERIFY(cut[file::live].startsWith(repaired[file::live]) && !torn.contains('\n'));
    QVERIFY(repaired[file::live].isEmpty() || repaired[file::live].endsWith('\n'));
}

void TestResume::resumesAndEndsTheSame(const Files& cut)
{
    resumes(cut);
    if (QTest::currentTestFailed())
        return;
    QVERIFY(sample::runMissingTrials(**ResultsFolder::resume(m_path)));
    const auto end = filesOf(m_path);
    QCOMPARE(end[file::trials], m_complete[file::trials]);
    const auto results = readResults(m_path);
    QVERIFY(results);
    QCOMPARE(results->trials.size(), std::size_t { 6 * 3 });
    for (const auto& [trial, rows] : rowsPerTrial(end[file::series], 0))
        QVERIFY(rows <= 18);
}

void TestResume::everyCutOfTheFirstTrial()
{
    auto cut = m_complete;
    for (qsizetype size = 0; size <= m_states[1][file::trials].size(); ++size) {
        cut[file::trials] = m_complete[file::trials].first(size);
        resumes(cut);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestResume::cutsOfTheLastTrial_data()
{
    QTest::addColumn<QString>("name");
    for (const auto& name : growing)
        QTest::newRow(qPrintable(name)) << name;
}

// The crash itself: all before it is there, one file is cut anywhere in what the sixth trial wrote.
void TestResume::cutsOfTheLastTrial()
{
    QFETCH(QString, name);
    auto cut = m_complete;
    if (name != file::trials)
        cut[file::trials] = m_states[5][file::trials]; // not committed: the rows come last
    const auto begin = m_states[5][name].size();
    const auto end = m_complete[name].size();
    const auto step = 1 + (end - begin) / 200; // every byte of the short files, 200 places of the long ones
    int round = 0;
    for (auto size = begin; size <= end; size += step) {
        cut[name] = m_complete[name].first(size);
        ++round % 16 == 0 ? resumesAndEndsTheSame(cut) : resumes(cut);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestResume::cutsAcrossAllFiles()
{
    std::mt19937 random(2026);
    for (int round = 0; round < 100; ++round) {
        auto cut = m_complete;
        for (const auto& name : growing)
            cut[name].truncate(static_cast<qsizetype>(random() % (std::size_t(cut[name].size()) + 1)));
        resumesAndEndsTheSame(cut);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestResume::wholeFolderIsLeftAlone()
{
    lay(m_complete);
    QVERIFY(ResultsFolder::resume(m_path));
    QCOMPARE(filesOf(m_path), m_complete);
}

void TestResume::eventsOfNoTrialStay()
{
    auto cut = m_complete;
    cut[file::trials] = m_states[2][file::trials];
    lay(cut);
    QVERIFY(ResultsFolder::resume(m_path));
    const auto events = rowsPerTrial(filesOf(m_path)[file::events], 2);
    QCOMPARE(events, (std::map<int, int> { { 0, 6 }, { 1, 1 }, { 2, 1 } }));
    QCOMPARE(rowsPerTrial(filesOf(m_path)[file::series], 0), (std::map<int, int> { { 1, 18 }, { 2, 18 } }));
}

// Violations of probes stay only with their checks: without those the probes are run again.
void TestResume::probesCutOffAreForgotten()
{
    ViolationRow violated;
    violated.arm = u"redis"_s;
    violated.invariant = u"expiry"_s;
    CheckRow checked;
    checked.arm = violated.arm;
    checked.kind = u"oracle"_s;
    checked.check = violated.invariant;
    const auto violation = csvRow(violationColumns(), violated);
    const auto check = csvRow(checkColumns(), checked);
    for (const bool whole : { false, true }) {
        auto probed = m_complete;
        probed[file::violations] += violation;
        if (whole)
            probed[file::checks] += check;
        lay(probed);
        QVERIFY(ResultsFolder::resume(m_path));
        QCOMPARE(filesOf(m_path)[file::violations].endsWith(violation), whole);
        QCOMPARE(filesOf(m_path)[file::checks].endsWith(check), whole);
    }
}

void TestResume::refusesDamageNoCrashLeaves_data()
{
    const auto& table = m_complete[file::trials];
    const auto one = m_states[1][file::trials].size();
    const auto two = m_states[2][file::trials].size();
    auto foreignArm = table;
    QTest::addColumn<QByteArray>("table");
    QTest::newRow("other columns") << QByteArray("a,b\r\n1,2\r\n");
    QTest::newRow("unknown arm") << foreignArm.replace(",redis,", ",reds,");
    QTest::newRow("trial twice") << QByteArray(table + table.sliced(one, two - one));
    QTest::newRow("no row") << QByteArray(table.first(one) + "x\r\n" + table.sliced(one));
    auto gap = table;
    QTest::newRow("row missing") << gap.remove(
        gap.indexOf("2026", one), gap.indexOf("Z\r\n", one) + 3 - gap.indexOf("2026", one));
}

void TestResume::refusesDamageNoCrashLeaves()
{
    QFETCH(QByteArray, table);
    auto damaged = m_complete;
    damaged[file::trials] = table;
    lay(damaged);
    const auto folder = ResultsFolder::resume(m_path);
    QVERIFY(!folder);
    QVERIFY(describe(folder.error()).contains(file::trials));
    QCOMPARE(filesOf(m_path), damaged); // nothing was thrown away
}

void TestResume::refusesAFolderWithoutPlan()
{
    QTemporaryDir empty;
    const auto folder = ResultsFolder::resume(empty.path());
    QVERIFY(!folder && folder.error().code == ErrorCode::NotAResultsFolder);
    QVERIFY(!readResults(empty.path()));
    QVERIFY(QDir(empty.path()).isEmpty());
}

QTEST_APPLESS_MAIN(TestResume)
#include "tst_resume.moc"
