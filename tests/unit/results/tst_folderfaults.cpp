// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/read.h"
#include "app/results/files.h"
#include "app/results/layout.h"
#include "tests/unit/results/sampleexperiment.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace ceteris;
using namespace ceteris::results;
using namespace Qt::StringLiterals;

namespace {

// No file of this process can grow past so many bytes: what a full disk does to a write.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit full { bytes, m_before.rlim_max };
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &full);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }

private:
    rlimit m_before {};
    void (*m_handler)(int) = SIG_DFL;
};

} // namespace

// Other writers, dead writers, and disks that take no more.
class TestFolderFaults : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_folder.reset(); } // before its root goes
    void oneWriterOnly();
    void lockOfTheDeadIsTakenOver();
    void fullDiskLeavesWholeRows_data();
    void fullDiskLeavesWholeRows();
    void rootThatCannotBeMade();

private:
    QString at(const QString& name) const { return m_folder->path() + u'/' + name; }
    QByteArray contentOf(const QString& name) const { return readWhole(at(name)).value_or("unreadable"); }

    std::unique_ptr<QTemporaryDir> m_root;
    std::unique_ptr<ResultsFolder> m_folder;
};

void TestFolderFaults::init()
{
    m_root = std::make_unique<QTemporaryDir>();
    auto folder = ResultsFolder::create(m_root->path(), sample::plan(), plan::write(sample::plan()));
    QVERIFY(folder);
    m_folder = *std::move(folder);
}

void TestFolderFaults::oneWriterOnly()
{
    const auto path = m_folder->path();
    const auto second = ResultsFolder::resume(path);
    QVERIFY(!second);
    QCOMPARE(second.error(), (Error { ErrorCode::ResultsFolderBusy, { path, QString::number(getpid()) } }));
    m_folder.reset();
    QVERIFY(ResultsFolder::resume(path));
}

void TestFolderFaults::lockOfTheDeadIsTakenOver()
{
    const auto path = m_folder->path();
    m_folder.reset();
    const auto child = fork();
    if (child == 0) {
        const auto folder = ResultsFolder::resume(path);
        kill(getpid(), folder ? SIGKILL : SIGTERM);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QCOMPARE(WTERMSIG(status), SIGKILL);
    QVERIFY(QFile::exists(path + u'/' + file::lock));
    const auto folder = ResultsFolder::resume(path);
    QVERIFY2(folder, qPrintable(describe(folder ? Error {} : folder.error())));
}

void TestFolderFaults::fullDiskLeavesWholeRows_data()
{
    QTest::addColumn<int>("bytes");
    for (const int bytes : { 0, 100, 700, 1000, 1500, 3000 })
        QTest::addRow("%d", bytes) << bytes;
}

void TestFolderFaults::fullDiskLeavesWholeRows()
{
    QFETCH(int, bytes);
    Result<void> done;
    {
        const FullDisk full(static_cast<rlim_t>(bytes));
        for (int trial = 1; trial <= 6 && done; ++trial)
            done = sample::runTrial(*m_folder, trial);
    }
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::CannotWriteFile);
    QVERIFY(done.error().facts[0].startsWith(m_folder->path()));
    QVERIFY(!done.error().facts[1].isEmpty());
    for (const auto& name : { file::trials, file::series, file::events, file::live })
        QVERIFY2(contentOf(name).isEmpty() || contentOf(name).endsWith('\n'), qPrintable(name));
    // Room again: the same writer goes on as if nothing had been.
    QVERIFY(sample::runMissingTrials(*m_folder));
    QCOMPARE(readResults(m_folder->path())->trials.size(), std::size_t { 6 * 3 });
}

void TestFolderFaults::rootThatCannotBeMade()
{
    const QString path = at(file::plan) + u"/below-a-file";
    const auto folder = ResultsFolder::create(path, sample::plan(), {});
    QVERIFY(!folder);
    QCOMPARE(folder.error().code, ErrorCode::CannotWriteFile);
    QCOMPARE(folder.error().facts[0], path);
}

QTEST_APPLESS_MAIN(TestFolderFaults)
#include "tst_folderfaults.moc"
