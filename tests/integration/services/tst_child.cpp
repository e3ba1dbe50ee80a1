// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/child.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <csignal>
#include <sched.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace ceteris;
using services::Child;

namespace {

Result<std::unique_ptr<Child>> shell(const QString& script, std::vector<int> cpus = {})
{
    return Child::start({ .program = u"/bin/sh"_s,
        .arguments = { u"-c"_s, script },
        .cpus = std::move(cpus),
        .wanted = [](const QByteArray& line) { return line.startsWith('>'); } });
}

bool exists(qint64 pid)
{
    return kill(static_cast<pid_t>(pid), 0) == 0; // true for a zombie too
}

} // namespace

class TestChild : public QObject
{
    Q_OBJECT

private slots:
    void passesLinesBothWays();
    void keepsTheLastLines();
    void cutsEndlessLines();
    void neverBlocksTheChild();
    void tellsHowItEnded_data();
    void tellsHowItEnded();
    void missingProgram();
    void runsOnItsCpus();
    void refusesCpusThatAreNotThere();
    void hasAProcessGroupOfItsOwn();
    void doesNotInheritBlockedSignals();
    void stopsWithoutZombie_data();
    void stopsWithoutZombie();
};

void TestChild::passesLinesBothWays()
{
    const auto child = shell(u"read line; echo \">$line\"; read rest"_s);
    QVERIFY(child);
    QVERIFY((*child)->send("hello\n"));
    const auto line = (*child)->nextLine(5s);
    QVERIFY(line);
    QCOMPARE(*line, ">hello");
    QVERIFY((*child)->alive());
    QVERIFY(!(*child)->nextLine(1ms));
}

void TestChild::keepsTheLastLines()
{
    const auto child = shell(u"for i in $(seq 1 50); do echo line $i; done; echo trouble >&2; read rest"_s);
    QVERIFY(child);
    QTRY_VERIFY((*child)->lastLines().contains(u"line 50") && (*child)->lastLines().contains(u"trouble"));
    const auto lines = (*child)->lastLines().split(u'\n');
    QCOMPARE(lines.size(), qsizetype(services::OutputReader::linesKept));
    QVERIFY(!lines.contains(u"line 10"_s));
}

void TestChild::cutsEndlessLines()
{
    const auto child = shell(u"head -c 3000000 /dev/zero | tr '\\0' x; echo; echo end; read rest"_s);
    QVERIFY(child);
    QTRY_VERIFY((*child)->lastLines().endsWith(u"end"));
    QVERIFY((*child)->lastLines().size() < 50'000);
}

void TestChild::neverBlocksTheChild()
{
    // 2 MB of output while this thread reads nothing: far more than a pipe holds.
    const auto child
        = shell(u"head -c 1000000 /dev/zero | tr '\\0' '\\n'; head -c 1000000 /dev/zero | tr '\\0' '\\n' >&2"_s);
    QVERIFY(child);
    QTRY_VERIFY(!(*child)->alive());
    QVERIFY((*child)->lastLines().contains(u"exit code 0"));
}

void TestChild::tellsHowItEnded_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("last");
    QTest::newRow("code") << u"echo bye; exit 3"_s << u"bye\n(ended with exit code 3)"_s;
    QTest::newRow("signal") << u"kill -9 $$"_s << u"(ended with signal 9)"_s;
    QTest::newRow("no line end") << u"printf bye"_s << u"bye\n(ended with exit code 0)"_s;
}

void TestChild::tellsHowItEnded()
{
    QFETCH(QString, script);
    QFETCH(QString, last);
    const auto child = shell(script);
    QVERIFY(child);
    QTRY_VERIFY(!(*child)->alive());
    QCOMPARE((*child)->lastLines(), last);
    (*child)->stop();
    QVERIFY(!(*child)->alive());
    QCOMPARE((*child)->lastLines(), last);
}

void TestChild::missingProgram()
{
    const auto child = Child::start({ .program = u"/nowhere/program"_s });
    QVERIFY(!child);
    QCOMPARE(child.error().code, ErrorCode::ChildDidNotStart);
    QCOMPARE(child.error().facts.first(), u"program"_s);
}

void TestChild::runsOnItsCpus()
{
    const auto child = shell(u"read rest"_s, { 0 });
    QVERIFY(child);
    cpu_set_t set;
    QCOMPARE(sched_getaffinity(static_cast<pid_t>((*child)->pid()), sizeof set, &set), 0);
    QCOMPARE(CPU_COUNT(&set), 1);
    QVERIFY(CPU_ISSET(0, &set));
}

void TestChild::refusesCpusThatAreNotThere()
{
    const auto child = shell(u"read rest"_s, { 1000 });
    QVERIFY(child);
    QTRY_VERIFY(!(*child)->alive());
    QVERIFY((*child)->lastLines().contains(u"CPU set"));
}

void TestChild::hasAProcessGroupOfItsOwn()
{
    const auto child = shell(u"read rest"_s);
    QVERIFY(child);
    const auto pid = static_cast<pid_t>((*child)->pid());
    QCOMPARE(getpgid(pid), pid);
    QVERIFY(getpgid(pid) != getpgrp());
}

void TestChild::doesNotInheritBlockedSignals()
{
    sigset_t blocked;
    sigset_t before;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &blocked, &before);
    const auto child = shell(u"exec sleep 100"_s);
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    QVERIFY(child);
    (*child)->closeInput();
    (*child)->stop(5s);
    QVERIFY((*child)->lastLines().contains(u"signal 15"));
}

void TestChild::stopsWithoutZombie_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("ending");
    QTest::newRow("by stdin") << u"echo '>'; read rest; exit 0"_s << u"exit code 0"_s;
    QTest::newRow("by SIGTERM") << u"echo '>'; exec sleep 100"_s << u"signal 15"_s;
    QTest::newRow("by SIGKILL") << u"trap '' TERM; echo '>'; while :; do sleep 0.1; done"_s << u"signal 9"_s;
    QTest::newRow("dead before") << u"echo '>'; exit 1"_s << u"exit code 1"_s;
}

void TestChild::stopsWithoutZombie()
{
    QFETCH(QString, script);
    QFETCH(QString, ending);
    const auto child = shell(script);
    QVERIFY(child);
    QVERIFY((*child)->nextLine(5s)); // it has set itself up
    (*child)->stop(200ms);
    QVERIFY(!(*child)->alive());
    QVERIFY2((*child)->lastLines().contains(ending), qPrintable((*child)->lastLines()));
    QVERIFY(!exists((*child)->pid()));
}

QTEST_GUILESS_MAIN(TestChild)
#include "tst_child.moc"
