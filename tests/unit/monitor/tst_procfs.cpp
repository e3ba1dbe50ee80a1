// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/cpuclock.h"
#include "app/monitor/machine.h"
#include "app/monitor/monitor.h"
#include "app/monitor/procfs.h"

#include <QElapsedTimer>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace ceteris::monitor;

Q_DECLARE_METATYPE(std::optional<CpuTicks>)
Q_DECLARE_METATYPE(std::optional<qint64>)

class TestProcfs : public QObject
{
    Q_OBJECT

private slots:
    void machineTicks_data();
    void machineTicks();
    void residentPages_data();
    void residentPages();
    void bytesOf_data();
    void bytesOf();
    void readsThisMachine();
    void cpuClocks();
    void cpuOfAProcessThatIsGone();
    void machineFacts();
};

void TestProcfs::machineTicks_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<std::optional<CpuTicks>>("ticks");
    const std::optional<CpuTicks> none;
    QTest::newRow("all fields") << QByteArray("cpu  1 20 300 4000 50000 600000 7000000 80000000 9 9\ncpu0 1 2 3 4\n")
                                << std::optional(CpuTicks { 7'600'321, 80'000'000 });
    QTest::newRow("old kernel") << QByteArray("cpu 1 2 3 4 5 6 7 8\n") << std::optional(CpuTicks { 19, 8 });
    QTest::newRow("too few fields") << QByteArray("cpu 1 2 3 4 5 6 7\ncpu0 8 9 10\n") << none;
    QTest::newRow("no number") << QByteArray("cpu 1 2 x 4 5 6 7 8\n") << none;
    QTest::newRow("other line first") << QByteArray("cpu0 1 2 3 4 5 6 7 8\n") << none;
    QTest::newRow("empty") << QByteArray() << none;
    QTest::newRow("one word") << QByteArray("cpu\n") << none;
}

void TestProcfs::machineTicks()
{
    QFETCH(QByteArray, text);
    QFETCH(std::optional<CpuTicks>, ticks);
    QCOMPARE(ceteris::monitor::machineTicks(text), ticks);
}

void TestProcfs::residentPages_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<std::optional<qint64>>("pages");
    const std::optional<qint64> none;
    QTest::newRow("usual") << QByteArray("25000 1234 500 20 0 3000 0\n") << std::optional<qint64>(1234);
    QTest::newRow("empty") << QByteArray() << none;
    QTest::newRow("one field") << QByteArray("25000\n") << none;
    QTest::newRow("negative") << QByteArray("25000 -1 0\n") << none;
    QTest::newRow("words") << QByteArray("no such process\n") << none;
}

void TestProcfs::residentPages()
{
    QFETCH(QByteArray, text);
    QFETCH(std::optional<qint64>, pages);
    QCOMPARE(ceteris::monitor::residentPages(text), pages);
}

void TestProcfs::bytesOf_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<std::optional<qint64>>("bytes");
    const std::optional<qint64> none;
    const QByteArray text(
        "Name:\tRssAnon: 7 kB\nVmRSS:\t  2048 kB\nRssAnon:\t   1024 kB\nRssAnonX: 1 kB\nThreads:\t4\n");
    QTest::newRow("usual") << QByteArray("RssAnon") << text << std::optional<qint64>(1024 * 1024);
    QTest::newRow("other") << QByteArray("VmRSS") << text << std::optional<qint64>(2048 * 1024);
    QTest::newRow("not there") << QByteArray("Pss") << text << none;
    QTest::newRow("not a size") << QByteArray("Threads") << text << none;
    QTest::newRow("prefix of a key") << QByteArray("Rss") << text << none;
    QTest::newRow("no line end") << QByteArray("A") << QByteArray("A: 3 kB") << std::optional<qint64>(3072);
    QTest::newRow("cut off") << QByteArray("A") << QByteArray("A: 3") << none;
    QTest::newRow("key alone") << QByteArray("A") << QByteArray("A") << none;
}

void TestProcfs::bytesOf()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, text);
    QFETCH(std::optional<qint64>, bytes);
    QCOMPARE(ceteris::monitor::bytesOf(key, text), bytes);
}

void TestProcfs::readsThisMachine()
{
    const auto ticks = ceteris::monitor::machineTicks(readProcFile(u"/proc/stat"_s));
    QVERIFY(ticks && ticks->busy > 0);
    const auto resident = ceteris::monitor::residentPages(readProcFile(u"/proc/self/statm"_s));
    const auto status = ceteris::monitor::bytesOf("VmRSS", readProcFile(u"/proc/self/status"_s));
    QVERIFY(resident && status);
    const auto ratio = static_cast<double>(*resident * sysconf(_SC_PAGESIZE)) / static_cast<double>(*status);
    QVERIFY(ratio > 0.5 && ratio < 2);
    QVERIFY(readProcFile(u"/proc/nothing"_s).isEmpty());
}

void TestProcfs::cpuClocks()
{
    const Watch watch { .appPids = { getpid() }, .storePids = {}, .metricsUrls = {}, .redis = {}, .zero = {} };
    const auto before = cpuUse(watch);
    QElapsedTimer timer;
    timer.start();
    while (ownThreadCpuS() < before.generatorS + 0.05 && timer.elapsed() < 5000) { }
    const auto after = cpuUse(watch);
    QVERIFY(after.generatorS >= before.generatorS + 0.05);
    QVERIFY(after.appS >= before.appS + 0.05); // the same process seen from outside
    QCOMPARE(after.storeS, 0);
}

void TestProcfs::cpuOfAProcessThatIsGone()
{
    QVERIFY(!processCpuS(0));
    QVERIFY(!processCpuS(-5));
    QVERIFY(!processCpuS(999'999'999));
    const Watch watch { .appPids = { 999'999'999 }, .storePids = {}, .metricsUrls = {}, .redis = {}, .zero = {} };
    QCOMPARE(cpuUse(watch).appS, 0);
}

void TestProcfs::machineFacts()
{
    const auto facts = ceteris::monitor::machineFacts();
    for (const auto& key : { u"kernel"_s, u"cores"_s, u"memory_bytes"_s, u"open_files"_s, u"somaxconn"_s })
        QVERIFY2(facts.contains(key), qPrintable(key));
}

QTEST_APPLESS_MAIN(TestProcfs)
#include "tst_procfs.moc"
