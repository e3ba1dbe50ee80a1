// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/accounting.h"
#include "app/monitor/canary.h"
#include "app/monitor/cpuclock.h"
#include "app/monitor/environmentwatch.h"
#include "app/monitor/monitor.h"
#include "app/run/cpusets.h"
#include "app/run/guard.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <csignal>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace ceteris;
using namespace std::chrono_literals;

namespace {

// Burns one core for a while and ends by itself. Started apart: what descends from the engine is the experiment's own.
class Hog
{
public:
    Hog()
    {
        // A name of its own, so that nothing else on this machine can be taken for it.
        QProcess::startDetached(u"/bin/sh"_s,
            { u"-c"_s, u"printf hog > /proc/self/comm; i=0; while [ $i -lt 20000000 ]; do i=$((i+1)); done"_s }, {},
            &m_pid);
    }
    ~Hog()
    {
        if (m_pid > 0)
            ::kill(static_cast<pid_t>(m_pid), SIGKILL);
    }
    Hog(const Hog&) = delete;
    Hog& operator=(const Hog&) = delete;

    qint64 pid() const { return m_pid; }

private:
    qint64 m_pid = 0;
};

// Looks until the hog has had so much CPU; the window around it.
monitor::EnvironmentWindow windowWithHog(double cpuS)
{
    monitor::EnvironmentWatch watch({});
    QElapsedTimer timer;
    timer.start();
    const auto now = [&] { return static_cast<double>(timer.nsecsElapsed()) * 1e-9; };
    watch.look(now());
    const auto begin = now();
    const Hog hog;
    while (monitor::processCpuS(hog.pid()).value_or(0) < cpuS && timer.elapsed() < 20'000)
        QTest::qWait(50);
    watch.look(now());
    return watch.window(begin, now());
}

} // namespace

class TestWatchedMachine : public QObject
{
    Q_OBJECT

private slots:
    void namesAProcessThatBurnsCpu();
    void takesItsOwnForItsOwn();
    void readsThisMachine();
    void monitorLooksAround();
    void canary();
    void accounting();
};

void TestWatchedMachine::namesAProcessThatBurnsCpu()
{
    const auto window = windowWithHog(1);
    QVERIFY2(window.foreign, window.foreign ? "" : qPrintable(window.foreign.error()));
    const auto hog = std::find_if(
        window.foreign->begin(), window.foreign->end(), [](const auto& it) { return it.name == u"hog"; });
    QVERIFY(hog != window.foreign->end());
    const auto hogS = hog->cores * window.seconds;
    QVERIFY2(hogS > 0.9, qPrintable(QString::number(hogS)));
    QVERIFY2(window.foreignCores->high * window.seconds > 0.6, "the rest of the machine must contain it");
    const auto rows = run::judgeMachine(window, {});
    const auto row = std::find_if(rows.begin(), rows.end(), [](const auto& it) { return it.check == u"foreign_cpu"; });
    QVERIFY(row->outcome != results::Outcome::Ok);
    QVERIFY2(row->text.contains(u"hog"), qPrintable(row->text));
}

void TestWatchedMachine::takesItsOwnForItsOwn()
{
    monitor::EnvironmentWatch watch({});
    watch.look(0);
    const auto begin = monitor::ownThreadCpuS();
    while (monitor::ownThreadCpuS() < begin + 0.5) { }
    QProcess child;
    child.start(u"/bin/sh"_s, { u"-c"_s, u"i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done"_s });
    QVERIFY(child.waitForFinished(20'000));
    watch.look(1);
    const auto window = watch.window(0, 1);
    QVERIFY(window.foreign);
    for (const auto& process : *window.foreign)
        QVERIFY(process.pid != getpid() && process.pid != child.processId());
}

void TestWatchedMachine::readsThisMachine()
{
    monitor::EnvironmentWatch watch({});
    watch.look(0);
    QTest::qWait(200);
    watch.look(0.2);
    const auto window = watch.window(0, 0.2);
    QCOMPARE(window.cpus, static_cast<int>(sysconf(_SC_NPROCESSORS_ONLN)));
    QVERIFY(window.foreignCores && window.stolen && window.memoryAvailable && window.loadAverage);
    QVERIFY(*window.memoryAvailable > 0 && *window.memoryAvailable < 1);
    QVERIFY(window.counted[monitor::Counter::ContextSwitches].value_or(0) > 0);
    QVERIFY(*window.suspendedS < 0.05 && *window.clockStepS < 0.05);
    for (const auto& row : run::judgeMachine(window, {})) {
        if (row.outcome == results::Outcome::Unavailable)
            qInfo("%s: %s", qPrintable(row.check), qPrintable(row.text));
    }
}

void TestWatchedMachine::monitorLooksAround()
{
    monitor::Watch watch;
    watch.zero = std::chrono::steady_clock::now();
    monitor::Monitor monitor(watch);
    monitor.setPeriod(100ms);
    QTRY_VERIFY_WITH_TIMEOUT(monitor.environment(0, 60).looks >= 3, 15'000);
    const auto window = monitor.environment(0, 60);
    QVERIFY2(window.seconds / (window.looks - 1) > 0.9, "once a second, however often the monitor looks");
    QVERIFY(window.foreignCores);
}

void TestWatchedMachine::canary()
{
    const auto before = run::allowedCpus();
    const auto pinned = monitor::runCanary({ before.front() });
    QVERIFY(pinned);
    QVERIFY(pinned->medianUs > 0 && pinned->spread >= 0);
    QCOMPARE(run::allowedCpus(), before);
    QVERIFY(!monitor::runCanary({ 1023 })); // there is no such CPU
    QCOMPARE(run::allowedCpus(), before);
}

// On a busy machine it may not know, but it must not say what the kernel's configuration denies.
void TestWatchedMachine::accounting()
{
    const auto form = monitor::detectAccounting(1000ms);
    if (form == monitor::CpuAccounting::Unknown)
        QSKIP("too much else goes on here to tell");
    QProcess config;
    config.start(u"/bin/zcat"_s, { u"/proc/config.gz"_s });
    const auto text = config.waitForFinished(10'000) ? config.readAllStandardOutput() : QByteArray();
    if (!text.contains("IRQ_TIME_ACCOUNTING"))
        QSKIP("this kernel does not show its configuration");
    const bool apart = text.contains("\nCONFIG_IRQ_TIME_ACCOUNTING=y");
    QCOMPARE(form == monitor::CpuAccounting::WithoutInterrupts, apart);
}

QTEST_GUILESS_MAIN(TestWatchedMachine)
#include "tst_watchedmachine.moc"
