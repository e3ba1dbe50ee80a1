// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/workspace.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

// False also for a zombie that only waits for its new parent to take notice.
bool runs(qint64 pid)
{
    QFile stat(u"/proc/%1/stat"_s.arg(pid));
    return stat.open(QFile::ReadOnly) && !stat.readAll().split(')').last().startsWith(" Z");
}

} // namespace

// Whatever happens to the engine, nothing of it stays.
class TestOrphans : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void noneAfter_data();
    void noneAfter();
};

void TestOrphans::initTestCase()
{
    if (QStandardPaths::findExecutable(u"redis-server"_s).isEmpty())
        QSKIP("needs redis-server; apt install redis-server");
}

void TestOrphans::noneAfter_data()
{
    QTest::addColumn<QByteArray>("behaviour");
    QTest::addColumn<int>("signal");
    QTest::newRow("kill -9") << QByteArray("ready") << SIGKILL;
    QTest::newRow("crash") << QByteArray("ready") << SIGABRT;
    QTest::newRow("kill -9 amid output") << QByteArray("noisy") << SIGKILL;
}

void TestOrphans::noneAfter()
{
    QFETCH(QByteArray, behaviour);
    QFETCH(int, signal);
    qputenv("CETERIS_FAKE", behaviour);
    QProcess engine;
    engine.start(QStringLiteral(CETERIS_BIN_DIR "/ceteris_engineshim"),
        { QStringLiteral(CETERIS_BIN_DIR "/ceteris_fakeserver") });
    QVERIFY2(engine.waitForReadyRead(15'000), engine.readAllStandardError().constData());
    const auto json = QJsonDocument::fromJson(engine.readAllStandardOutput()).object();
    const auto pids = json.value(u"pids"_s).toArray();
    const auto folder = json.value(u"workspace"_s).toString();
    QCOMPARE(pids.size(), 2);
    QVERIFY(QFileInfo::exists(folder));
    for (const auto& pid : pids)
        QVERIFY(runs(pid.toInteger()));

    kill(static_cast<pid_t>(engine.processId()), signal);
    QVERIFY(engine.waitForFinished());
    for (const auto& pid : pids)
        QTRY_VERIFY_WITH_TIMEOUT(!runs(pid.toInteger()), 2000);
    const ceteris::services::Workspace next;
    QVERIFY(!QFileInfo::exists(folder));
}

QTEST_GUILESS_MAIN(TestOrphans)
#include "tst_orphans.moc"
