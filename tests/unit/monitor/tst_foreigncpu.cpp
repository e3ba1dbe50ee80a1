// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/environmentwatch.h"
#include "watchedtree.h"

#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace ceteris::monitor;
using namespace ceteris::testing;

Q_DECLARE_METATYPE(CpuAccounting)

class TestForeignCpu : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void foreignCpu_data();
    void foreignCpu();
    void foreignCpuOfThePartition();
    void whoHidesBetweenTheTicks();
    void worstFiveSeconds();
    void namesTheBusiest();
    void unexplained();
    void whoIsOurs();
    void ourChildrenThatEnded();
    void steal();
};

void TestForeignCpu::initTestCase()
{
    QCOMPARE(sysconf(_SC_CLK_TCK), 100); // the trees are written for it
}

void TestForeignCpu::foreignCpu_data()
{
    QTest::addColumn<CpuAccounting>("accounting");
    QTest::addColumn<int>("user"); // ticks on each CPU in 10 s
    QTest::addColumn<int>("softirq");
    QTest::addColumn<int>("own");
    QTest::addColumn<double>("low"); // cores
    QTest::addColumn<double>("high");
    const auto with = CpuAccounting::WithInterrupts;
    const auto without = CpuAccounting::WithoutInterrupts;
    const auto unknown = CpuAccounting::Unknown;
    QTest::newRow("idle") << with << 0 << 0 << 0 << 0.0 << 0.0;
    QTest::newRow("all ours") << with << 400 << 100 << 1000 << 0.0 << 0.0;
    QTest::newRow("ours contains interrupts") << with << 400 << 100 << 700 << 0.3 << 0.3;
    QTest::newRow("ours does not") << without << 400 << 100 << 700 << 0.1 << 0.1;
    QTest::newRow("unknown: both") << unknown << 400 << 100 << 700 << 0.1 << 0.3;
    QTest::newRow("ticks are coarse: never below 0") << with << 100 << 0 << 205 << 0.0 << 0.0;
}

void TestForeignCpu::foreignCpu()
{
    QFETCH(CpuAccounting, accounting);
    QFETCH(int, user);
    QFETCH(int, softirq);
    QFETCH(int, own);
    QFETCH(double, low);
    QFETCH(double, high);
    MachineTree tree;
    idle(tree);
    auto it = options(tree);
    it.accounting = accounting;
    EnvironmentWatch watch(it);
    watch.look(0);
    tree.stat({ { { user, softirq, 0 }, { user, softirq, 0 } } });
    tree.process(generator, { .user = own / 2, .system = own - own / 2 });
    watch.look(10);
    const auto window = watch.window(0, 10);
    QVERIFY2(window.foreignCores, qPrintable(window.foreignCores ? QString() : window.foreignCores.error()));
    QVERIFY2(close(window.foreignCores->low, low), qPrintable(QString::number(window.foreignCores->low)));
    QVERIFY2(close(window.foreignCores->high, high), qPrintable(QString::number(window.foreignCores->high)));
    QCOMPARE(window.cpus, 2);
}

void TestForeignCpu::foreignCpuOfThePartition()
{
    MachineTree tree;
    idle(tree);
    auto it = options(tree);
    it.cpus = { 1 };
    EnvironmentWatch watch(it);
    watch.look(0);
    tree.stat({ { { 900, 0, 0 }, { 500, 0, 0 } } }); // CPU 0 is not the experiment's
    tree.process(app, { .user = 400 });
    tree.process(stranger, { .user = 1000 });
    watch.look(10);
    const auto window = watch.window(0, 10);
    QCOMPARE(window.cpus, 1);
    QVERIFY(close(window.foreignCores->high, 0.1));
    QVERIFY(close(window.unexplainedCores->high, 0)); // this one is of the whole machine
    it.cpus = { 7 };
    EnvironmentWatch nowhere(it);
    nowhere.look(0);
    nowhere.look(1);
    QVERIFY(!nowhere.window(0, 1).foreignCores);
}

// Asleep whenever the kernel ticks: its own clock knows.
void TestForeignCpu::whoHidesBetweenTheTicks()
{
    MachineTree tree;
    idle(tree);
    EnvironmentWatch watch(options(tree));
    watch.look(0);
    tree.stat({ { { 100, 0, 0 }, { 100, 0, 0 } } });
    tree.process(app, { .user = 200 });
    tree.process(stranger, { .user = 200 });
    watch.look(10);
    QVERIFY(close(watch.window(0, 10).foreignCores->low, 0.2));
    QVERIFY(close(watch.window(0, 10).foreignCores->high, 0.2));
}

void TestForeignCpu::worstFiveSeconds()
{
    MachineTree tree;
    idle(tree);
    EnvironmentWatch watch(options(tree));
    int used = 0;
    for (int second = 0; second <= 60; ++second) {
        if (second > 20 && second <= 25)
            used += 40; // on each of two CPUs
        tree.stat({ { { used, 0, 0 }, { used, 0, 0 } } });
        watch.look(second);
    }
    const auto window = watch.window(0, 60);
    QVERIFY(close(window.foreignCores->high, 4.0 / 60));
    QVERIFY(close(window.foreignCores5s->high, 0.8));
    QVERIFY(close(watch.window(30, 60).foreignCores5s->high, 0));
}

void TestForeignCpu::namesTheBusiest()
{
    MachineTree tree;
    idle(tree);
    EnvironmentWatch watch(options(tree));
    watch.look(0);
    tree.process(stranger, { .name = "Web (Content) 3", .user = 100 });
    for (int i = 1; i <= 6; ++i)
        tree.process(500 + i, { .name = "late" + QByteArray::number(i), .user = i * 10, .started = 2000 });
    watch.look(1);
    tree.process(stranger, { .name = "Web (Content) 3", .user = 150, .system = 50 });
    watch.look(10);
    const auto window = watch.window(0, 10);
    QVERIFY(window.foreign);
    QCOMPARE(window.foreign->size(), std::size_t(5));
    QCOMPARE(window.foreign->front().name, u"Web (Content) 3"_s);
    QVERIFY(close(window.foreign->front().cores, 0.2));
    QCOMPARE(window.foreign->at(1).name, u"late6"_s); // it began within the window: all of it counts
    QVERIFY(close(window.foreign->at(1).cores, 0.06));
}

void TestForeignCpu::unexplained()
{
    MachineTree tree;
    idle(tree);
    EnvironmentWatch watch(options(tree));
    watch.look(0);
    tree.stat({ { { 500, 0, 0 }, { 0, 0, 0 } } }, 0, 3000);
    tree.process(stranger, { .name = "make", .user = 100, .childUser = 380 });
    tree.process(generator, { .user = 20 });
    watch.look(10);
    const auto window = watch.window(0, 10);
    QVERIFY(close(window.unexplainedCores->high, 0.38));
    QCOMPARE(window.parentOfTheShortLived, u"make"_s);
    QCOMPARE(*window.counted[Counter::Forks], 3000.0);
}

void TestForeignCpu::whoIsOurs()
{
    MachineTree tree;
    idle(tree);
    tree.process(50, { .name = "grandchild", .parent = 60 }); // ids have wrapped: children before their parents
    tree.process(60, { .name = "child", .parent = app });
    tree.process(9, { .name = "ksoftirqd/0", .parent = 2 });
    tree.process(10, { .name = "kworker/0:1", .parent = 2 });
    tree.process(70, { .name = "window" });
    auto it = options(tree);
    it.observerPids = { 70 };
    EnvironmentWatch watch(it);
    watch.look(0);
    tree.stat({ { { 600, 0, 0 }, { 0, 0, 0 } } });
    tree.process(50, { .name = "grandchild", .parent = 1, .user = 100 }); // its parent is gone: still ours
    tree.remove(u"/proc/60"_s);
    tree.process(9, { .name = "ksoftirqd/0", .parent = 2, .system = 100 });
    tree.process(10, { .name = "kworker/0:1", .parent = 2, .system = 100 });
    tree.process(70, { .name = "window", .user = 100 });
    tree.process(80, { .name = "new", .parent = store, .user = 100, .started = 2000 });
    tree.process(store, { .user = 100 });
    watch.look(10);
    const auto window = watch.window(0, 10);
    QVERIFY2(close(window.foreignCores->high, 0.1), qPrintable(QString::number(window.foreignCores->high)));
    QCOMPARE(window.foreign->size(), std::size_t(1));
    QCOMPARE(window.foreign->front().name, u"kworker/0:1"_s);
}

void TestForeignCpu::ourChildrenThatEnded()
{
    MachineTree tree;
    idle(tree);
    EnvironmentWatch watch(options(tree));
    watch.look(0);
    tree.process(80, { .name = "snapshot", .parent = store, .user = 30, .started = 2000 });
    tree.stat({ { { 30, 0, 0 }, { 0, 0, 0 } } });
    watch.look(1);
    tree.remove(u"/proc/80"_s);
    tree.process(store, { .childUser = 50 }); // 20 more than when it was last seen
    tree.stat({ { { 50, 0, 0 }, { 0, 0, 0 } } });
    watch.look(10);
    QVERIFY(close(watch.window(0, 10).foreignCores->high, 0));
}

void TestForeignCpu::steal()
{
    MachineTree tree;
    idle(tree);
    EnvironmentWatch watch(options(tree));
    for (int second = 0; second <= 10; ++second) {
        const int stolen = second < 4 ? 0 : 20; // all of it within one second
        tree.stat({ { { 0, 0, stolen }, { 0, 0, stolen } } });
        watch.look(second);
    }
    const auto window = watch.window(0, 10);
    QVERIFY(close(*window.stolen, 0.02));
    QVERIFY(close(*window.stolen1s, 0.2));
}

QTEST_GUILESS_MAIN(TestForeignCpu)
#include "tst_foreigncpu.moc"
