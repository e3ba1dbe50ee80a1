// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/workspace.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using ceteris::services::Workspace;

class TestWorkspace : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void isPrivateAndGoes();
    void twoAtOnce();
    void removesFolderOfKilledEngine();
    void removesFolderOfReusedPid();
    void keepsFolderOfLivingEngine();
    void keepsWhatIsNotOurs_data();
    void keepsWhatIsNotOurs();
    void isEmptyWithoutAFolderToWriteIn();

private:
    QString make(const QString& name) const;
    static QString startTimeOf(qint64 pid);
    std::optional<QTemporaryDir> m_temp; // takes the place of /tmp
};

void TestWorkspace::init()
{
    m_temp.reset();
    qunsetenv("TMPDIR");
    m_temp.emplace();
    qputenv("TMPDIR", m_temp->path().toUtf8());
}

// A folder with something in it.
QString TestWorkspace::make(const QString& name) const
{
    const auto path = m_temp->filePath(name);
    QDir().mkpath(path + u"/inner"_s);
    QFile file(path + u"/inner/file"_s);
    return file.open(QFile::WriteOnly) ? path : QString();
}

QString TestWorkspace::startTimeOf(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QFile::ReadOnly))
        return {};
    return QString::fromLatin1(file.readAll().split(')').last().split(' ').value(20));
}

void TestWorkspace::isPrivateAndGoes()
{
    QString path;
    {
        const Workspace workspace;
        path = workspace.path();
        QVERIFY(path.startsWith(m_temp->path()));
        QVERIFY(!(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther)));
        QFile file(path + u"/file"_s);
        QVERIFY(file.open(QFile::WriteOnly));
    }
    QVERIFY(!QFileInfo::exists(path));
}

void TestWorkspace::twoAtOnce()
{
    const Workspace first;
    const Workspace second;
    QVERIFY(first.path() != second.path());
    QVERIFY(QFileInfo::exists(first.path()));
}

void TestWorkspace::removesFolderOfKilledEngine()
{
    QProcess engine;
    engine.start(u"sleep"_s, { u"100"_s });
    QVERIFY(engine.waitForStarted());
    const auto path = make(u"ceteris-%1-%2-aB3xyz"_s.arg(engine.processId()).arg(startTimeOf(engine.processId())));
    engine.kill();
    QVERIFY(engine.waitForFinished());
    const Workspace next;
    QVERIFY(!QFileInfo::exists(path));
}

void TestWorkspace::removesFolderOfReusedPid()
{
    const auto path = make(u"ceteris-%1-1-aB3xyz"_s.arg(QCoreApplication::applicationPid()));
    const Workspace next;
    QVERIFY(!QFileInfo::exists(path));
}

void TestWorkspace::keepsFolderOfLivingEngine()
{
    QProcess engine;
    engine.start(u"sleep"_s, { u"100"_s });
    QVERIFY(engine.waitForStarted());
    const auto path = make(u"ceteris-%1-%2-aB3xyz"_s.arg(engine.processId()).arg(startTimeOf(engine.processId())));
    const Workspace next;
    QVERIFY(QFileInfo::exists(path + u"/inner/file"_s));
    engine.kill();
    engine.waitForFinished();
}

void TestWorkspace::keepsWhatIsNotOurs_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("other name") << u"mine"_s;
    QTest::newRow("no numbers") << u"ceteris-notes-1-aB3xyz"_s;
    QTest::newRow("more behind") << u"ceteris-999999999-1-aB3xyz.bak"_s;
    QTest::newRow("too short") << u"ceteris-999999999-1-aB3"_s;
}

void TestWorkspace::keepsWhatIsNotOurs()
{
    QFETCH(QString, name);
    const auto path = make(name);
    const auto target = make(u"target"_s);
    QVERIFY(QFile::link(target, m_temp->filePath(u"ceteris-999999999-1-LinkAB"_s)));
    const Workspace next;
    QVERIFY(QFileInfo::exists(path + u"/inner/file"_s));
    QVERIFY(QFileInfo::exists(target + u"/inner/file"_s));
    QVERIFY(QFileInfo(m_temp->filePath(u"ceteris-999999999-1-LinkAB"_s)).isSymLink());
}

void TestWorkspace::isEmptyWithoutAFolderToWriteIn()
{
    qputenv("TMPDIR", "/proc");
    QVERIFY(Workspace().path().isEmpty());
}

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
