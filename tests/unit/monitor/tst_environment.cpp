// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/environmentwatch.h"
#include "machinetree.h"

#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace ceteris::monitor;
using ceteris::testing::MachineTree;

Q_DECLARE_METATYPE(CpuAccounting)

namespace {

constexpr int generator = 100;
constexpr int app = 200;
constexpr int store = 300;
constexpr int stranger = 400;

EnvironmentOptions options(const MachineTree& tree)
{
    EnvironmentOptions it;
    it.root = tree.root();
    it.generatorPid = generator;
    it.armPids = { app, store };
    it.accounting = CpuAccounting::WithInterrupts;
    return it;
}

void idle(MachineTree& tree)
{
    tree.stat({});
    tree.process(1, { .name = "init" });
    for (const auto pid : { generator, app, store, stranger })
        tree.process(pid, {});
}

bool close(double a, double b)
{
    return std::abs(a - b) < 1e-9;
}

} // namespace

class TestEnvironment : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void nothingReadable();
    void tooFewLooks();
    void foreignCpu_data();
    void foreignCpu();
    void foreignCpuOfThePartition();
    void worstFiveSeconds();
    void namesTheBusiest();
    void unexplained();
    void whoIsOurs();
    void ourChildrenThatEnded();
    void hiddenProcesses();
    void armThatDied();
    void ownWrites();
    void steal();
    void coversItsEnds();
    void clocks_data();
    void clocks();
};

void TestEnvironment::initTestCase()
{
    QCOMPARE(sysconf(_SC_CLK_TCK), 100); // the trees are written for it
}

void TestEnvironment::nothingReadable()
{
    const MachineTree tree;
    EnvironmentWatch watch(options(tree));
    watch.look(0);
    watch.look(10);
    const auto window = watch.window(0, 10);
    QCOMPARE(window.looks, 2);
    const auto check = [](const auto& probed, const char* name) {
        QVERIFY2(!probed, name);
        QVERIFY2(!probed.error().isEmpty() && probed.error() != u"not read", name);
    };
    check(window.foreignCores, "foreignCores");
    check(window.foreignCores5s, "foreignCores5s");
    check(window.unexplainedCores, "unexplainedCores");
    check(window.foreign, "foreign");
    check(window.stolen, "stolen");
    check(window.stolen1s, "stolen1s");
    for (std::size_t i = 0; i < counterCount; ++i)
        check(window.counted[Counter(i)], qPrintable(u"counter %1"_s.arg(i)));
    check(window.frequencyMHz, "frequencyMHz");
    check(window.governorChanged, "governorChanged");
    check(window.onBattery, "onBattery");
    check(window.powerChanged, "powerChanged");
    check(window.memoryAvailable, "memoryAvailable");
    check(window.portsWaiting, "portsWaiting");
    check(window.loadAverage, "loadAverage");
    check(window.temperatureC, "temperatureC");
    check(window.longestWait, "longestWait");
    check(window.switchesPerS, "switchesPerS");
    check(window.clockSourceChanged, "clockSourceChanged");
    check(window.ownShareOfWrites, "ownShareOfWrites");
    QCOMPARE(window.counted[Counter::ThermalThrottles].error(), u"no /sys/devices/system/cpu/cpu0/thermal_throttle"_s);
    QCOMPARE(window.foreignCores.error(), u"no /proc/stat"_s);
    QCOMPARE(window.onBattery.error(), u"no supply in /sys/class/power_supply"_s);
}

void TestEnvironment::tooFewLooks()
{
    MachineTree tree;
    idle(tree);
    EnvironmentWatch watch(options(tree));
    QVERIFY(!watch.window(0, 10).foreignCores);
    watch.look(5);
    QVERIFY(!watch.window(0, 10).foreignCores);
    QVERIFY(!watch.window(0, 10).suspendedS);
}

void TestEnvironment::foreignCpu_data()
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

void TestEnvironment::foreignCpu()
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

void TestEnvironment::foreignCpuOfThePartition()
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

void TestEnvironment::worstFiveSeconds()
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

void TestEnvironment::namesTheBusiest()
{
    MachineTree tree;
    idle(tree);
    EnvironmentWatch watch(options(tree));
    watch.look(0);
    tree.process(stranger, { .name = "Web (Content) 3", .user = 150, .system = 50 });
    for (int i = 1; i <= 6; ++i)
        tree.process(500 + i, { .name = "late" + QByteArray::number(i), .user = i * 10, .started = 2000 });
    watch.look(1);
    watch.look(10);
    const auto window = watch.window(0, 10);
    QVERIFY(window.foreign);
    QCOMPARE(window.foreign->size(), std::size_t(5));
    QCOMPARE(window.foreign->front().name, u"Web (Content) 3"_s);
    QVERIFY(close(window.foreign->front().cores, 0.2));
    QCOMPARE(window.foreign->at(1).name, u"late6"_s); // it began within the window: all of it counts
    QVERIFY(close(window.foreign->at(1).cores, 0.06));
}

void TestEnvironment::unexplained()
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

void TestEnvironment::whoIsOurs()
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

void TestEnvironment::ourChildrenThatEnded()
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

void TestEnvironment::hiddenProcesses()
{
    MachineTree tree;
    idle(tree);
    tree.remove(u"/proc/1"_s); // hidepid=2
    EnvironmentWatch watch(options(tree));
    watch.look(0);
    watch.look(10);
    const auto window = watch.window(0, 10);
    QVERIFY(!window.foreign);
    QVERIFY(!window.unexplainedCores);
    QCOMPARE(window.foreign.error(), u"no /proc/1/stat"_s);
    QVERIFY(window.stolen);
}

void TestEnvironment::armThatDied()
{
    MachineTree tree;
    idle(tree);
    EnvironmentWatch watch(options(tree));
    watch.look(0);
    tree.remove(u"/proc/%1"_s.arg(stranger));
    watch.look(1);
    QVERIFY(!watch.window(0, 1).armDied);
    tree.remove(u"/proc/%1"_s.arg(app));
    watch.look(2);
    QVERIFY(watch.window(0, 2).armDied);
}

void TestEnvironment::ownWrites()
{
    MachineTree tree;
    idle(tree);
    const auto look = [&](EnvironmentWatch& watch, double tS, int own, int pages) {
        tree.write(u"/proc/%1/io"_s.arg(store), "rchar: 5\nwrite_bytes: " + QByteArray::number(own) + "\n");
        tree.write(u"/proc/vmstat"_s, "pgpgout " + QByteArray::number(pages) + "\n");
        watch.look(tS);
    };
    EnvironmentWatch watch(options(tree));
    look(watch, 0, 1000, 100);
    look(watch, 10, 1000 + 30 * 1024, 140);
    QVERIFY(watch.window(0, 10).ownShareOfWrites);
    QVERIFY(close(*watch.window(0, 10).ownShareOfWrites, 0.75));
}

void TestEnvironment::steal()
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

void TestEnvironment::coversItsEnds()
{
    MachineTree tree;
    idle(tree);
    EnvironmentWatch watch(options(tree));
    for (int second = 0; second <= 10; ++second) {
        tree.stat({ { { second * 10, 0, 0 }, {} } });
        watch.look(second);
    }
    QCOMPARE(watch.window(2.5, 6.5).seconds, 5.0); // looks at 2 … 7
    QCOMPARE(watch.window(2.5, 6.5).looks, 6);
    QCOMPARE(watch.window(2, 6).seconds, 4.0);
    QCOMPARE(watch.window(-5, 50).seconds, 10.0);
    QVERIFY(close(watch.window(2.5, 6.5).foreignCores->high, 0.1));
    QCOMPARE(watch.window(11, 12).looks, 1);
}

void TestEnvironment::clocks_data()
{
    QTest::addColumn<double>("boot"); // how far each has gone while the steady clock went 10 s
    QTest::addColumn<double>("real");
    QTest::addColumn<double>("suspended");
    QTest::addColumn<double>("step");
    QTest::newRow("together") << 10.0 << 10.0 << 0.0 << 0.0;
    QTest::newRow("set forward") << 10.0 << 13.0 << 0.0 << 3.0;
    QTest::newRow("set back") << 10.0 << 9.5 << 0.0 << 0.5;
    QTest::newRow("slept") << 70.0 << 70.0 << 60.0 << 0.0;
    QTest::newRow("slept and set") << 70.0 << 71.0 << 60.0 << 1.0;
}

void TestEnvironment::clocks()
{
    QFETCH(double, boot);
    QFETCH(double, real);
    const MachineTree tree;
    EnvironmentWatch watch(options(tree));
    watch.look(0, { 1000, 2000, 1.7e9 });
    watch.look(10, { 1010, 2000 + boot, 1.7e9 + real });
    QTEST(*watch.window(0, 10).suspendedS, "suspended");
    QTEST(*watch.window(0, 10).clockStepS, "step");
}

QTEST_GUILESS_MAIN(TestEnvironment)
#include "tst_environment.moc"
