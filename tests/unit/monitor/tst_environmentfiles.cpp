// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/environmentwatch.h"
#include "watchedtree.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris::monitor;
using namespace ceteris::testing;

Q_DECLARE_METATYPE(Counter)

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
    EnvironmentWatch watch(options(tree));
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
    EnvironmentWatch watch(options(tree));
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
    EnvironmentWatch watch(options(tree));
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
    EnvironmentWatch watch(options(tree));
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
    EnvironmentWatch watch(options(tree));
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
    EnvironmentWatch watch(options(tree));
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
    EnvironmentWatch watch(options(tree));
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
        EnvironmentWatch watch(options(tree));
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

QTEST_GUILESS_MAIN(TestEnvironmentFiles)
#include "tst_environmentfiles.moc"
