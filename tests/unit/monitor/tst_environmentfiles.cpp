// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/accounting.h"
#include "app/monitor/environmentwatch.h"
#include "machinetree.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris::monitor;
using ceteris::testing::MachineTree;

Q_DECLARE_METATYPE(std::optional<bool>)
Q_DECLARE_METATYPE(Counter)
Q_DECLARE_METATYPE(AccountingTrial)
Q_DECLARE_METATYPE(CpuAccounting)

namespace {

constexpr int generator = 100;

EnvironmentWatch watchOf(const MachineTree& tree)
{
    EnvironmentOptions options;
    options.root = tree.root();
    options.generatorPid = generator;
    options.armPids = { 200 };
    return EnvironmentWatch(options);
}

bool close(double a, double b)
{
    return std::abs(a - b) < 1e-9;
}

} // namespace

class TestEnvironmentFiles : public QObject
{
    Q_OBJECT

private slots:
    void processLine();
    void counters_data();
    void counters();
    void missingKeys();
    void backwards();
    void threads();
    void threadsWithoutSchedstat();
    void quota_data();
    void quota();
    void quotaOfTheRoot();
    void pressureOfTheGenerator();
    void thermal();
    void power_data();
    void power();
    void gauges();
    void frequency();
    void changes();
    void accounting_data();
    void accounting();
};

void TestEnvironmentFiles::processLine()
{
    const auto fields = QByteArray(" S 7 0 0 0 -1 0 0 0 0 0 11 22 33 44 20 0 1 0 5555 0 0\n");
    for (const QByteArray name : { "sh", "tmux: server", "a) S 9 (b", "" }) {
        const QByteArray line = "42 (" + name + ')' + fields;
        const auto times = processTimes(line);
        QVERIFY2(times, name.constData());
        QCOMPARE(times->name, name);
        QCOMPARE(times->parent, 7);
        QCOMPARE(times->ticks, 33.0);
        QCOMPARE(times->childTicks, 77.0);
        QCOMPARE(times->started, 5555.0);
    }
    QVERIFY(!processTimes("42 (sh) S 7 0"));
    QVERIFY(!processTimes("42 sh S 7 0 0 0"));
    QVERIFY(!processTimes(""));
}

void TestEnvironmentFiles::counters_data()
{
    QTest::addColumn<Counter>("counter");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<double>("growth");
    const auto row
        = [](const char* name, Counter counter, const QString& path, const QByteArray& before, const QByteArray& after,
              double growth) { QTest::newRow(name) << counter << path << before << after << growth; };
    const auto vmstat = u"/proc/vmstat"_s;
    row("swap in", Counter::SwapIn, vmstat, "nr 1\npswpin 4\npswpout 9\n", "nr 1\npswpin 6\npswpout 9\n", 2);
    row("swap out", Counter::SwapOut, vmstat, "pswpin 4\npswpout 9\n", "pswpin 6\npswpout 10\n", 1);
    row("oom kills", Counter::OomKills, vmstat, "oom_kill 1\n", "oom_kill 2\n", 1);
    row("stalls of all zones", Counter::AllocStalls, vmstat, "allocstall_dma 1\nallocstall_normal 1\n",
        "allocstall_dma 2\nallocstall_normal 4\n", 4);
    row("written", Counter::DiskWrittenBytes, vmstat, "pgpgout 10\n", "pgpgout 12\n", 2048);
    row("switches", Counter::ContextSwitches, u"/proc/stat"_s, "cpu 1\nctxt 5\n", "cpu 1\nctxt 9\n", 4);
    row("forks", Counter::Forks, u"/proc/stat"_s, "cpu 1\nprocesses 5\n", "cpu 1\nprocesses 8\n", 3);
    const auto pressure = [](const char* some) -> QByteArray {
        return QByteArray("some avg10=0.00 avg60=9.00 avg300=0.00 total=") + some
            + "\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=77\n";
    };
    row("memory pressure", Counter::MemoryPressureS, u"/proc/pressure/memory"_s, pressure("1000000"),
        pressure("1500000"), 0.5);
    row("disk pressure", Counter::IoPressureS, u"/proc/pressure/io"_s, pressure("0"), pressure("2000000"), 2);
    const auto netstat = [](const char* values) -> QByteArray {
        return QByteArray("TcpExt: SyncookiesSent ListenOverflows ListenDrops TCPTimeouts\nTcpExt: 9 ") + values
            + "\nIpExt: InNoRoutes ListenDrops\nIpExt: 8 8\n";
    };
    const auto path = u"/proc/net/netstat"_s;
    row("overflows", Counter::ListenOverflows, path, netstat("1 2 3"), netstat("3 2 3"), 2);
    row("drops", Counter::ListenDrops, path, netstat("1 2 3"), netstat("1 7 3"), 5);
    row("timeouts", Counter::TcpTimeouts, path, netstat("1 2 3"), netstat("1 2 4"), 1);
    const auto snmp = [](const char* values) -> QByteArray {
        return QByteArray("Ip: OutSegs\nIp: 5\nTcp: RtoMin OutSegs RetransSegs\nTcp: 200 ") + values + "\n";
    };
    row("sent", Counter::SentSegments, u"/proc/net/snmp"_s, snmp("100 1"), snmp("200 1"), 100);
    row("again", Counter::RetransmittedSegments, u"/proc/net/snmp"_s, snmp("100 1"), snmp("200 3"), 2);
}

void TestEnvironmentFiles::counters()
{
    QFETCH(Counter, counter);
    QFETCH(QString, path);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    MachineTree tree;
    auto watch = watchOf(tree);
    tree.write(path, before);
    watch.look(0);
    tree.write(path, after);
    watch.look(1);
    const auto value = watch.window(0, 1).counted[counter];
    QVERIFY2(value, qPrintable(value ? QString() : value.error()));
    QTEST(*value, "growth");
}

void TestEnvironmentFiles::missingKeys()
{
    MachineTree tree;
    tree.write(u"/proc/vmstat"_s, "pswpin_other 4\nnr_free 1\n");
    tree.write(u"/proc/pressure/io"_s, "full avg10=0.00 total=77\n");
    tree.write(u"/proc/net/netstat"_s, "TcpExt: A B\nTcpExt: 1 2\n");
    auto watch = watchOf(tree);
    watch.look(0);
    watch.look(1);
    const auto counted = watch.window(0, 1).counted;
    QCOMPARE(counted[Counter::SwapIn].error(), u"no pswpin in /proc/vmstat"_s);
    QCOMPARE(counted[Counter::IoPressureS].error(), u"no some in /proc/pressure/io"_s);
    QCOMPARE(counted[Counter::ListenDrops].error(), u"no ListenDrops in /proc/net/netstat"_s);
    QCOMPARE(counted[Counter::MemoryPressureS].error(), u"no /proc/pressure/memory"_s);
}

void TestEnvironmentFiles::backwards()
{
    MachineTree tree;
    auto watch = watchOf(tree);
    tree.write(u"/proc/vmstat"_s, "pswpin 4\n");
    watch.look(0);
    tree.write(u"/proc/vmstat"_s, "pswpin 3\n");
    watch.look(1);
    QVERIFY(!watch.window(0, 1).counted[Counter::SwapIn]);
}

void TestEnvironmentFiles::threads()
{
    MachineTree tree;
    tree.thread(generator, generator, "main", 0, 0);
    tree.thread(generator, 101, "io 1", 5'000'000'000, 100);
    auto watch = watchOf(tree);
    // The files of the process itself, which tell of its first thread only, must not be believed.
    tree.write(u"/proc/100/schedstat"_s, "1 0 1\n");
    tree.write(u"/proc/100/status"_s, "nonvoluntary_ctxt_switches:\t0\n");
    watch.look(0);
    tree.thread(generator, 101, "io 1", 5'400'000'000, 150);
    tree.thread(generator, 102, "io 2", 700'000'000, 50); // began since
    watch.look(5);
    tree.thread(generator, 101, "io 1", 5'800'000'000, 160);
    watch.look(10);
    const auto window = watch.window(0, 10);
    QVERIFY(window.longestWait);
    QCOMPARE(window.longestWait->name, u"io 1"_s);
    QVERIFY(close(window.longestWait->share, 0.08));
    QVERIFY(close(*window.switchesPerS, 11));
}

void TestEnvironmentFiles::threadsWithoutSchedstat()
{
    MachineTree tree;
    tree.thread(generator, 101, "io 1", 0, 100);
    tree.remove(u"/proc/100/task/101/schedstat"_s);
    auto watch = watchOf(tree);
    watch.look(0);
    watch.look(10);
    const auto window = watch.window(0, 10);
    QCOMPARE(window.longestWait.error(), u"no /proc/100/task/*/schedstat"_s);
    QVERIFY(window.switchesPerS);
}

void TestEnvironmentFiles::quota_data()
{
    QTest::addColumn<QByteArray>("cgroup");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("text"); // %: the figures
    QTest::addColumn<double>("seconds");
    const QByteArray v2("usage_usec 5\nnr_periods 9\nnr_throttled %\nthrottled_usec 200000\n");
    const QByteArray v1("nr_periods 9\nnr_throttled %\nthrottled_time 200000000\n");
    QTest::newRow("version 2") << QByteArray("0::/user/run.scope\n") << u"/sys/fs/cgroup/user/run.scope"_s << v2 << 0.2;
    QTest::newRow("version 2, quota above")
        << QByteArray("0::/user/run.scope\n") << u"/sys/fs/cgroup/user"_s << v2 << 0.2;
    QTest::newRow("both, in version 1") << QByteArray("4:cpu,cpuacct:/a\n0::/\n") << u"/sys/fs/cgroup/cpu,cpuacct/a"_s
                                        << v1 << 0.2;
    QTest::newRow("version 1, alone") << QByteArray("3:cpuset:/b\n1:cpu:/a\n") << u"/sys/fs/cgroup/cpu/a"_s << v1
                                      << 0.2;
    QTest::newRow("both, in version 2") << QByteArray("1:name=systemd:/x\n0::/a\n") << u"/sys/fs/cgroup/unified/a"_s
                                        << v2 << 0.2;
}

void TestEnvironmentFiles::quota()
{
    QFETCH(QByteArray, cgroup);
    QFETCH(QString, path);
    QFETCH(QByteArray, text);
    MachineTree tree;
    tree.write(u"/proc/100/cgroup"_s, cgroup);
    tree.write(u"/sys/fs/cgroup/cpuset/b/cpu.stat"_s, "nr_throttled 99\n"); // not of this controller
    const QString file = path + u"/cpu.stat";
    tree.write(file, QByteArray(text).replace('%', "3").replace("200000", "000000"));
    auto watch = watchOf(tree);
    watch.look(0);
    tree.write(file, QByteArray(text).replace('%', "7"));
    watch.look(1);
    const auto counted = watch.window(0, 1).counted;
    QVERIFY2(counted[Counter::QuotaThrottles],
        qPrintable(counted[Counter::QuotaThrottles] ? QString() : counted[Counter::QuotaThrottles].error()));
    QCOMPARE(*counted[Counter::QuotaThrottles], 4.0);
    QTEST(*counted[Counter::QuotaThrottledS], "seconds");
}

void TestEnvironmentFiles::quotaOfTheRoot()
{
    MachineTree tree;
    tree.write(u"/proc/100/cgroup"_s, "0::/\n");
    tree.write(u"/sys/fs/cgroup/cpu.stat"_s, "usage_usec 5\n");
    auto watch = watchOf(tree);
    watch.look(0);
    watch.look(1);
    QCOMPARE(
        watch.window(0, 1).counted[Counter::QuotaThrottles].error(), u"no nr_throttled in /sys/fs/cgroup/cpu.stat"_s);
}

void TestEnvironmentFiles::pressureOfTheGenerator()
{
    MachineTree tree;
    tree.write(u"/proc/100/cgroup"_s, "0::/a\n");
    tree.write(u"/proc/200/cgroup"_s, "0::/b\n");
    const auto file = u"/sys/fs/cgroup/a/cpu.pressure"_s;
    const auto growth = [&] {
        auto watch = watchOf(tree);
        tree.write(file, "some avg10=0.00 total=100\n");
        watch.look(0);
        tree.write(file, "some avg10=0.00 total=600100\n");
        watch.look(1);
        return watch.window(0, 1).counted[Counter::GeneratorPressureS];
    };
    QCOMPARE(growth().error(), u"the generator is in no control group with a cpu.pressure"_s); // a root's
    tree.write(u"/sys/fs/cgroup/a/cgroup.events"_s, "populated 1\n");
    QVERIFY(growth());
    QCOMPARE(*growth(), 0.6);
    tree.write(u"/proc/200/cgroup"_s, "0::/a\n"); // then the app's waits would be in it
    QCOMPARE(growth().error(), u"the generator shares its control group with the arm"_s);
}

void TestEnvironmentFiles::thermal()
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
    auto watch = watchOf(tree);
    watch.look(0);
    write(1, "core_throttle_count", "3\n"); // the one that had been throttled less
    write(1, "core_throttle_total_time_ms", "60\n");
    watch.look(10);
    const auto counted = watch.window(0, 10).counted;
    QCOMPARE(*counted[Counter::ThermalThrottles], 2.0);
    QVERIFY(close(*counted[Counter::ThermalThrottledS], 0.05));
}

void TestEnvironmentFiles::power_data()
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

void TestEnvironmentFiles::power()
{
    QFETCH(QStringList, files);
    QFETCH(std::optional<bool>, onBattery);
    MachineTree tree;
    for (const auto& file : files)
        tree.write(u"/sys/class/power_supply/"_s + file.section(u'=', 0, 0), file.section(u'=', 1).toUtf8() + '\n');
    auto watch = watchOf(tree);
    watch.look(0);
    watch.look(1);
    const auto window = watch.window(0, 1);
    QCOMPARE(window.onBattery.has_value(), onBattery.has_value());
    if (onBattery)
        QCOMPARE(*window.onBattery, *onBattery);
}

void TestEnvironmentFiles::gauges()
{
    MachineTree tree;
    auto watch = watchOf(tree);
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

void TestEnvironmentFiles::frequency()
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
    auto watch = watchOf(tree);
    look(watch, 0, 100, 5000, "1\n", "1\n");
    look(watch, 1, 190, 5010, "3000000\n", "1000000\n"); // the idle one is slow because it is idle
    look(watch, 2, 190, 5010, "800000\n", "800000\n");
    QVERIFY(close(*watch.window(0, 1).frequencyMHz, 2800));
    QVERIFY(close(*watch.window(0, 2).frequencyMHz, 2800));
    QCOMPARE(watch.window(1, 2).frequencyMHz.error(), u"no CPU was busy"_s);
}

void TestEnvironmentFiles::changes()
{
    MachineTree tree;
    const auto governor = u"/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"_s;
    const auto clock = u"/sys/devices/system/clocksource/clocksource0/current_clocksource"_s;
    const auto plug = u"/sys/class/power_supply/AC/online"_s;
    auto watch = watchOf(tree);
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

void TestEnvironmentFiles::accounting_data()
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

void TestEnvironmentFiles::accounting()
{
    QFETCH(AccountingTrial, trial);
    QTEST(decideAccounting(trial), "form");
}

QTEST_GUILESS_MAIN(TestEnvironmentFiles)
#include "tst_environmentfiles.moc"
