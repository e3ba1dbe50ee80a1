// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/environmentwatch.h"
#include "watchedtree.h"

#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace ceteris::monitor;
using namespace ceteris::testing;

class TestEnvironment : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void nothingReadable();
    void tooFewLooks();
    void hiddenProcesses();
    void armThatDied();
    void ownWrites();
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
