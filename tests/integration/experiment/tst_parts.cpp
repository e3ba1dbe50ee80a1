// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/parts.h"
#include "app/plan/read.h"
#include "app/run/arm.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace ceteris;
using namespace Qt::StringLiterals;

// A plan's events name parts before anything is started: those names must be the ones that are there afterwards.
class TestParts : public QObject
{
    Q_OBJECT

private slots:
    void areCalledAsThePlanCallsThem_data();
    void areCalledAsThePlanCallsThem();
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
    const QTemporaryDir folder;
    qputenv("XDG_CACHE_HOME", folder.filePath(u"cache"_s).toUtf8());
    const auto reading = plan::read("format = 1\nname = \"parts\"\naccounts = { count = 1, cost = 4 }\n"
                                    "[[level]]\nname = \"one\"\nusers = 1\n"
                                    "[[arm]]\nname = \"a\"\nstore = \"memory\"\n[[arm]]\nname = \"b\"\n"
        + keys);
    QVERIFY2(reading.plan.arms.size() == 2, keys.constData());
    const auto& arm = reading.plan.arms[1];
    const auto running = run::RunningArm::start(
        reading.plan, arm, {}, folder.path(), QStringLiteral(CETERIS_BIN_DIR "/ceteris-server"));
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

QTEST_GUILESS_MAIN(TestParts)
#include "tst_parts.moc"
