// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/accounting.h"
#include "app/monitor/environmentwatch.h"
#include "watchedtree.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris::monitor;
using namespace ceteris::testing;

Q_DECLARE_METATYPE(std::optional<bool>)
Q_DECLARE_METATYPE(AccountingTrial)
Q_DECLARE_METATYPE(CpuAccounting)

class TestEnvironmentState : public QObject
{
    Q_OBJECT

private slots:
    void thermal();
    void power_data();
    void power();
    void gauges();
    void frequency();
    void changes();
    void accounting_data();
    void accounting();
};

void TestEnvironmentState::thermal()
{
    MachineTree tree;
    tree.stat({});
    const auto write = [&](int cpu, const char* file, const char* value) {
        tree.write(u"/sys/devices/system/cpu/cpu%1/thermal_throttle/%2"_s.arg(cpu).arg(QLatin1StringView(file)), value);
    };
    write(0, "core_throttle_count", "5\n");
    write(0, "core_throttle_total_time_ms", "9000\n");
    write(1, "core_throttle_count", "1\n");
    write(1, "core_throttle_total_time_ms", "10\n");
    EnvironmentWatch watch(options(tree));
    watch.look(0);
    write(1, "core_throttle_count", "3\n"); // the one that had been throttled less
    write(1, "core_throttle_total_time_ms", "60\n");
    watch.look(10);
    const auto counted = watch.window(0, 10).counted;
    QCOMPARE(*counted[Counter::ThermalThrottles], 2.0);
    QVERIFY(close(*counted[Counter::ThermalThrottledS], 0.05));
}

void TestEnvironmentState::power_data()
{
    QTest::addColumn<QStringList>("files"); // name/file=value
    QTest::addColumn<std::optional<bool>>("onBattery");
    const auto row = [](const char* name, const QStringList& files, std::optional<bool> onBattery) {
        QTest::newRow(name) << files << onBattery;
    };
    row("none", {}, std::nullopt);
    row("plugged in", { u"AC/type=Mains"_s, u"AC/online=1"_s, u"BAT0/status=Charging"_s, u"BAT0/type=Battery"_s },
        false);
    row("unplugged", { u"AC/online=0"_s, u"BAT0/type=Battery"_s, u"BAT0/status=Discharging"_s }, true);
    row("battery alone", { u"BAT0/status=Discharging"_s }, true);
    row("battery that is full", { u"BAT0/status=Full"_s, u"BAT0/type=Battery"_s }, false);
    row("a mouse", { u"mouse/type=Battery"_s, u"mouse/scope=Device"_s, u"mouse/status=Discharging"_s }, std::nullopt);
    row("one of two plugs", { u"A/online=0"_s, u"A/type=USB"_s, u"B/online=1"_s, u"B/type=USB"_s }, false);
}

void TestEnvironmentState::power()
{
    QFETCH(QStringList, files);
    QFETCH(std::optional<bool>, onBattery);
    MachineTree tree;
    for (const auto& file : files)
        tree.write(u"/sys/class/power_supply/"_s + file.section(u'=', 0, 0), file.section(u'=', 1).toUtf8() + '\n');
    EnvironmentWatch watch(options(tree));
    watch.look(0);
    watch.look(1);
    const auto window = watch.window(0, 1);
    QCOMPARE(window.onBattery.has_value(), onBattery.has_value());
    if (onBattery)
        QCOMPARE(*window.onBattery, *onBattery);
}

void TestEnvironmentState::gauges()
{
    MachineTree tree;
    EnvironmentWatch watch(options(tree));
    const auto look = [&](double tS, int available, int waiting, const char* load) {
        tree.write(u"/proc/meminfo"_s, "MemTotal: 1000 kB\nMemAvailable: " + QByteArray::number(available) + " kB\n");
        tree.write(u"/proc/net/sockstat"_s,
            "sockets: used 9\nTCP: inuse 1 orphan 0 tw " + QByteArray::number(waiting)
                + " alloc 1 mem 0\nUDP: inuse 0\n");
        tree.write(u"/proc/loadavg"_s, load);
        watch.look(tS);
    };
    tree.write(u"/proc/sys/net/ipv4/ip_local_port_range"_s, "30001\t31000\n");
    look(0, 500, 10, "0.50 9.00 9.00 1/100 5\n");
    look(1, 50, 900, "7.00 9.00 9.00 1/100 5\n");
    look(2, 600, 0, "7.00 9.00 9.00 1/100 5\n");
    const auto window = watch.window(0, 2);
    QCOMPARE(*window.memoryAvailable, 0.05);
    QCOMPARE(*window.portsWaiting, 0.9);
    QCOMPARE(*window.loadAverage, 0.5);
}

void TestEnvironmentState::frequency()
{
    MachineTree tree;
    const auto look
        = [&](EnvironmentWatch& watch, double tS, int busy0, int busy1, const char* kHz0, const char* kHz1) {
              tree.stat({ { { busy0, 0, 0 }, { busy1, 0, 0 } } });
              tree.write(u"/sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq"_s, kHz0);
              tree.write(u"/sys/devices/system/cpu/cpu1/cpufreq/scaling_cur_freq"_s, kHz1);
              watch.look(tS);
          };
    tree.stat({});
    EnvironmentWatch watch(options(tree));
    look(watch, 0, 100, 5000, "1\n", "1\n");
    look(watch, 1, 190, 5010, "3000000\n", "1000000\n"); // the idle one is slow because it is idle
    look(watch, 2, 190, 5010, "800000\n", "800000\n");
    QVERIFY(close(*watch.window(0, 1).frequencyMHz, 2800));
    QVERIFY(close(*watch.window(0, 2).frequencyMHz, 2800));
    QCOMPARE(watch.window(1, 2).frequencyMHz.error(), u"no CPU was busy"_s);
}

void TestEnvironmentState::changes()
{
    MachineTree tree;
    const auto governor = u"/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"_s;
    const auto clock = u"/sys/devices/system/clocksource/clocksource0/current_clocksource"_s;
    const auto plug = u"/sys/class/power_supply/AC/online"_s;
    EnvironmentWatch watch(options(tree));
    tree.write(governor, "performance\n");
    tree.write(clock, "tsc\n");
    tree.write(plug, "1\n");
    watch.look(0);
    watch.look(1);
    tree.write(governor, "powersave\n");
    tree.write(clock, "hpet\n");
    tree.write(plug, "0\n");
    watch.look(2);
    tree.write(governor, "performance\n"); // and back again
    watch.look(3);
    QVERIFY(!*watch.window(0, 1).governorChanged);
    QVERIFY(!*watch.window(0, 1).clockSourceChanged);
    QVERIFY(!*watch.window(0, 1).powerChanged);
    QVERIFY(*watch.window(0, 3).governorChanged);
    QVERIFY(*watch.window(0, 3).clockSourceChanged);
    QVERIFY(*watch.window(0, 3).powerChanged);
    QVERIFY(*watch.window(0, 3).onBattery);
}

void TestEnvironmentState::accounting_data()
{
    QTest::addColumn<AccountingTrial>("trial");
    QTest::addColumn<CpuAccounting>("form");
    QTest::newRow("ours contains them") << AccountingTrial { { 2.1, 0.9, 0 }, 2.95, 0, 3 }
                                        << CpuAccounting::WithInterrupts;
    QTest::newRow("ours does not") << AccountingTrial { { 2.1, 0.9, 0 }, 2.05, 0, 3 }
                                   << CpuAccounting::WithoutInterrupts;
    QTest::newRow("with others that can be named")
        << AccountingTrial { { 3.1, 0.9, 0 }, 2.95, 1.0, 3 } << CpuAccounting::WithInterrupts;
    QTest::newRow("something unseen") << AccountingTrial { { 3.1, 0.9, 0 }, 2.6, 0, 3 } << CpuAccounting::Unknown;
    QTest::newRow("too few packets") << AccountingTrial { { 3, 0.1, 0 }, 3.0, 0, 3 } << CpuAccounting::Unknown;
    QTest::newRow("no time") << AccountingTrial {} << CpuAccounting::Unknown;
}

void TestEnvironmentState::accounting()
{
    QFETCH(AccountingTrial, trial);
    QTEST(decideAccounting(trial), "form");
}

QTEST_GUILESS_MAIN(TestEnvironmentState)
#include "tst_environmentstate.moc"
