// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultrun.h"

#include <QStandardPaths>
#include <QtTest>

using namespace ceteris;
using namespace Qt::StringLiterals;

namespace {

// One block; every arm keeps its sessions in a Redis with an append-only file, but for the last.
constexpr auto faultyArms = R"([[arm]]
name = "control"
store = "redis"
redis.persistence = "aof"
[[arm]]
name = "outage"
store = "redis"
redis.persistence = "aof"
[[arm]]
name = "held, then flushed"
store = "redis"
redis.persistence = "aof"
[[arm]]
name = "drained"
store = "redis"
redis.persistence = "aof"
[[arm]]
name = "memory"
store = "memory"
[[event]]
at_s = 0.5
for_s = 1
what = "kill"
where = "store"
arms = ["outage"]
[[event]]
at_s = 0.3
for_s = 1.2
what = "hold"
where = "store"
arms = ["held, then flushed"]
[[event]]
at_s = 2
what = "flush"
where = "store"
arms = ["held, then flushed"]
[[event]]
at_s = 0.5
for_s = 0.5
what = "end"
where = "instance-1"
arms = ["drained"]
[[event]]
at_s = 0.5
for_s = 0.5
what = "kill"
where = "instance-1"
arms = ["memory"]
)";

} // namespace

// What faults do to sessions, as an experiment shows it: one run of the engine, looked at arm by arm.
class TestFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"redis-server"_s).isEmpty())
            QSKIP("needs the package redis-server");
        QVERIFY2(m_run.run(faultyArms), m_run.engine().output().constData());
        QCOMPARE(m_run.results().faults.size(), 5U);
    }

    void controlIsUnharmed()
    {
        QVERIFY(!m_run.fault(u"control"_s, u"kill"_s));
        for (const auto& row : m_run.results().trials)
            if (row.arm == u"control")
                QCOMPARE(row.failed + row.timeouts, 0U);
    }

    // 503 and nothing else, and nobody is logged out afterwards.
    void killOfAStoreThatIsKept()
    {
        const auto row = m_run.fault(u"outage"_s, u"kill"_s);
        QVERIFY(row);
        QCOMPARE(row->sessions, users);
        QCOMPARE(row->sessionsLost, 0U);
        QVERIFY(row->refused > 0);
        QCOMPARE(failures(*row), row->refused);
        QVERIFY(row->endS && *row->endS - row->beginS >= 0.9);
        QVERIFY2(row->firstGoodS && *row->firstGoodS >= 0.9 && *row->firstGoodS < 2.5, qPrintable(inWords(*row)));
        QVERIFY(row->ok > users);
    }

    void holdOfALink()
    {
        const auto row = m_run.fault(u"held, then flushed"_s, u"hold"_s);
        QVERIFY(row);
        QCOMPARE(row->sessionsLost, 0U);
        QCOMPARE(row->unreachable, 0U);
        QVERIFY2(row->firstGoodS && *row->firstGoodS >= 1.1 && *row->firstGoodS < 2.2, qPrintable(inWords(*row)));
        QVERIFY(row->ok > users / 2);
    }

    void flushLosesAll()
    {
        const auto row = m_run.fault(u"held, then flushed"_s, u"flush"_s);
        QVERIFY(row);
        QCOMPARE(row->sessionsLost, std::uint64_t(users));
        QCOMPARE(row->sessionsReturned, 0U);
        QVERIFY(!row->firstGoodS);
        QVERIFY(!row->endS);
    }

    // Every write that was acknowledged is there afterwards, and every session.
    void endOfAnInstanceUnderLoad()
    {
        const auto row = m_run.fault(u"drained"_s, u"end"_s);
        QVERIFY(row);
        QCOMPARE(row->sessionsLost, 0U);
        QCOMPARE(row->staleAnswers, 0U);
        QCOMPARE(row->refused + row->timeouts + row->otherFailures, 0U);
        QVERIFY(row->unreachable > 0);
        QVERIFY(row->firstGoodS); // at once, if a request was under way
        QVERIFY2(row->lastFailureS && *row->lastFailureS >= 0.4, qPrintable(inWords(*row)));
        QVERIFY(row->ok > users);
    }

    void killOfMemoryLosesAll()
    {
        const auto row = m_run.fault(u"memory"_s, u"kill"_s);
        QVERIFY(row);
        QCOMPARE(row->sessionsLost, std::uint64_t(users));
        QVERIFY(row->unreachable > 0);
        QVERIFY(!row->firstGoodS);
    }

    // One clock for all files: who lost his session lost it after the fault, and his story was before.
    void violationsAreOnTheClockOfTheTrial()
    {
        const auto row = m_run.fault(u"held, then flushed"_s, u"flush"_s);
        QVERIFY(row);
        const auto violations = m_run.engine().table(u"violations.csv"_s);
        const auto column = [&](const QString& name) { return violations.front().indexOf(name); };
        int found = 0;
        for (const auto& cells : violations) {
            if (cells[column(u"arm"_s)] != row->arm || cells[column(u"invariant"_s)] != u"lost_session")
                continue;
            ++found;
            const auto atS = cells[column(u"at_s"_s)].toDouble();
            QVERIFY2(atS > row->beginS && atS < row->beginS + 1, qPrintable(cells.join(u' ')));
            const auto last = cells[column(u"history"_s)].split(u'\n').last();
            QVERIFY2(std::abs(last.section(u' ', 0, 0).toDouble() - atS) < 1, qPrintable(last));
        }
        QVERIFY(found > 0);
    }

    // The time axis shows them: they are in the stream, and with it in the list of events.
    void areMarked()
    {
        const auto events = m_run.engine().content(u"events.csv"_s);
        QCOMPARE(events.count(",fault,fault_begin,"), 5);
        QCOMPARE(events.count(",fault,fault_end,"), 4);
        QVERIFY(events.contains(",fault,fault_begin,kill store"));
        QVERIFY(m_run.engine().output().contains("Fault: memory, few: kill instance-1: 40 of 40 sessions lost"));
    }

private:
    FaultRun m_run;
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
