// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/processtree.h"
#include "app/monitor/procfs.h"
#include "app/plan/parts.h"
#include "app/plan/read.h"
#include "app/run/faulttools.h"

#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

using namespace ceteris;
using namespace Qt::StringLiterals;

namespace {

// 'T' while a process stands still.
char stateOf(qint64 pid)
{
    const auto stat = monitor::readProcFile(u"/proc/%1/stat"_s.arg(pid));
    return stat.mid(stat.lastIndexOf(')') + 2, 1).append('?').front();
}

plan::Plan planWith(const QByteArray& keys)
{
    return plan::read("format = 1\nname = \"parts\"\naccounts = { count = 1, cost = 4 }\n"
                      "[[level]]\nname = \"one\"\nusers = 1\n"
                      "[[arm]]\nname = \"a\"\nstore = \"memory\"\n[[arm]]\nname = \"b\"\n"
        + keys)
        .plan;
}

} // namespace

// A plan's events name parts before anything is started: those names must be the ones that are there afterwards.
class TestParts : public QObject
{
    Q_OBJECT

private slots:
    void areCalledAsThePlanCallsThem_data();
    void areCalledAsThePlanCallsThem();
    void standStillWithAllTheirProcesses_data();
    void standStillWithAllTheirProcesses();

private:
    Result<std::unique_ptr<run::RunningArm>> start(const plan::Plan& plan)
    {
        qputenv("XDG_CACHE_HOME", m_folder.filePath(u"cache"_s).toUtf8());
        return run::RunningArm::start(
            plan, plan.arms[1], {}, m_folder.path(), QStringLiteral(CETERIS_BIN_DIR "/ceteris-server"));
    }

    QTemporaryDir m_folder;
};

void TestParts::areCalledAsThePlanCallsThem_data()
{
    QTest::addColumn<QByteArray>("keys"); // of the arm
    const auto row = [](const char* name, const QByteArray& keys) { QTest::newRow(name) << keys; };
    row("memory", "store = \"memory\"\n");
    row("two behind nginx", "store = \"redis\"\ninstances = 2\n");
    row("Sentinel", "store = \"redis\"\nredis.deployment = \"sentinel\"\nredis.replicas = 2\n");
    row("cluster", "store = \"redis\"\nredis.deployment = \"cluster\"\nredis.replicas = 1\n");
    row("SQLite", "store = \"sql\"\n");
    row("PostgreSQL", "store = \"sql\"\nsql.engine = \"postgresql\"\n");
    row("memcached", "store = \"memcached\"\n");
    row("session servers", "store = \"session-server\"\nsession_server.servers = 2\n");
    row("tokens", "store = \"token\"\ntoken.access_s = 600\ntoken.refresh_store = \"redis\"\n");
    row("replicated", "store = \"replicated\"\ninstances = 3\n");
    row("ZooKeeper", "store = \"replicated\"\ninstances = 2\nreplication.members = \"zookeeper\"\n");
    row("cache", "store = \"memory\"\ncache.kind = \"redis\"\n");
}

void TestParts::areCalledAsThePlanCallsThem()
{
    QFETCH(const QByteArray, keys);
    const auto plan = planWith(keys);
    QVERIFY2(plan.arms.size() == 2, keys.constData());
    const auto& arm = plan.arms[1];
    const auto running = start(plan);
    if (!running && running.error().code == ErrorCode::ProgramMissing)
        QSKIP(qPrintable(describe(running.error())));
    QVERIFY2(running, running ? "" : qPrintable(describe(running.error())));
    QStringList names;
    for (const auto& part : (*running)->parts()) {
        QVERIFY2(part.pid > 0, qPrintable(part.name));
        names += part.name;
    }
    auto planned = plan::partNames(arm);
    names.sort();
    planned.sort();
    QCOMPARE(names, planned);
}

void TestParts::standStillWithAllTheirProcesses_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<QString>("part");
    QTest::addColumn<bool>("hasChildren");
    QTest::newRow("an instance") << "store = \"memory\"\n"_ba << u"instance-1"_s << false;
    QTest::newRow("nginx") << "store = \"memory\"\ninstances = 2\n"_ba << u"balancer"_s << true;
    QTest::newRow("PostgreSQL") << "store = \"sql\"\nsql.engine = \"postgresql\"\n"_ba << u"store"_s << true;
}

void TestParts::standStillWithAllTheirProcesses()
{
    QFETCH(const QByteArray, keys);
    QFETCH(const QString, part);
    const auto plan = planWith(keys);
    const auto running = start(plan);
    if (!running && running.error().code == ErrorCode::ProgramMissing)
        QSKIP(qPrintable(describe(running.error())));
    QVERIFY2(running, running ? "" : qPrintable(describe(running.error())));
    run::LinkBoard links({});
    const auto tools = run::faultTools(**running, links, [](const auto& change) { return change(); });
    const auto pid = tools.pidOf(part);
    const auto tree = monitor::treeOf(pid);
    QTEST(tree.size() > 1, "hasChildren");
    tools.signal(pid, SIGSTOP);
    for (const auto id : tree)
        QTRY_COMPARE(stateOf(id), 'T');
    tools.signal(pid, SIGCONT);
    for (const auto id : tree)
        QTRY_VERIFY(stateOf(id) != 'T');
}

QTEST_GUILESS_MAIN(TestParts)
#include "tst_parts.moc"
