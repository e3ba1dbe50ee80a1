// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultrun.h"

#include <QStandardPaths>
#include <QtTest>

using namespace ceteris;
using namespace Qt::StringLiterals;

namespace {

constexpr double slowUs = 40'000; // a command that waits 20 ms each way

constexpr auto greyArms = R"([[arm]]
name = "control"
store = "redis"
[[arm]]
name = "stopped"
store = "redis"
[[arm]]
name = "full"
store = "redis"
[[arm]]
name = "slow"
store = "redis"
[[arm]]
name = "cut"
store = "redis"
[[arm]]
name = "reset"
store = "redis"
[[arm]]
name = "instance stopped"
store = "memory"
[[event]]
at_s = 0.5
for_s = 0.4
what = "stop"
where = "store"
arms = ["stopped"]
[[event]]
at_s = 0.5
for_s = 1
what = "max-memory"
mib = 1
where = "store"
arms = ["full"]
[[event]]
at_s = 0
what = "delay"
delay_ms = 20
where = "store"
arms = ["slow"]
[[event]]
at_s = 0.5
for_s = 1
what = "cut"
where = "store"
arms = ["cut"]
[[event]]
at_s = 0.5
for_s = 1
what = "reset"
where = "store"
arms = ["reset"]
[[event]]
at_s = 0.5
for_s = 0.4
what = "stop"
where = "instance-1"
arms = ["instance stopped"]
)";

} // namespace

// Faults that end no process: what stands still, is full, slow or out of reach. Nobody is signed out by any of them.
class TestLinkFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"redis-server"_s).isEmpty())
            QSKIP("needs the package redis-server");
        QVERIFY2(m_run.run(greyArms), m_run.engine().output().constData());
        QCOMPARE(m_run.results().faults.size(), 6U);
    }

    void nobodyIsSignedOut()
    {
        for (const auto& row : m_run.results().faults) {
            QVERIFY2(row.sessionsLost == 0 && row.staleAnswers == 0, qPrintable(row.arm + u": "_s + inWords(row)));
            QCOMPARE(row.sessions, users);
            QVERIFY2(row.ok > users, qPrintable(row.arm + u": "_s + inWords(row)));
        }
    }

    void controlIsUnharmed()
    {
        QCOMPARE(m_run.trial(u"control"_s, u"refresh"_s)->failed, 0U);
        QCOMPARE(m_run.trial(u"control"_s, u"write"_s)->failed, 0U);
    }

    // What stands still answers when it goes on; what it was asked in the meantime is not lost.
    void standsStill_data()
    {
        QTest::addColumn<QString>("arm");
        QTest::newRow("store") << u"stopped"_s;
        QTest::newRow("instance") << u"instance stopped"_s;
    }
    void standsStill()
    {
        QFETCH(const QString, arm);
        const auto* row = m_run.fault(arm, u"stop"_s);
        QVERIFY(row);
        QCOMPARE(failures(*row), 0U);
        QVERIFY2(row->firstGoodS && *row->firstGoodS >= 0.3 && *row->firstGoodS < 2, qPrintable(inWords(*row)));
        QVERIFY(row->endS && *row->endS - row->beginS >= 0.3);
    }

    // Each save is a write, and a full Redis takes none: refused, until there is room again.
    void isFull()
    {
        const auto* row = m_run.fault(u"full"_s, u"max-memory"_s);
        QVERIFY(row);
        QVERIFY(row->refused > 0);
        QCOMPARE(failures(*row), row->refused);
        QVERIFY2(row->lastFailureS && *row->lastFailureS < 1.5, qPrintable(inWords(*row)));
    }

    void isSlow()
    {
        QVERIFY(m_run.fault(u"slow"_s, u"delay"_s));
        QCOMPARE(failures(*m_run.fault(u"slow"_s, u"delay"_s)), 0U);
        const auto slow = m_run.trial(u"slow"_s, u"refresh"_s)->service.p50;
        const auto control = m_run.trial(u"control"_s, u"refresh"_s)->service.p50;
        QVERIFY(slow && control);
        QVERIFY2(*slow >= slowUs && *slow > 3 * *control, qPrintable(u"%1 and %2 us"_s.arg(*slow).arg(*control)));
    }

    void isOutOfReach_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("cut") << u"cut"_s;
        QTest::newRow("reset") << u"reset"_s;
    }
    void isOutOfReach()
    {
        QFETCH(const QString, what);
        const auto* row = m_run.fault(what, what);
        QVERIFY(row);
        QVERIFY(row->refused > 0);
        QCOMPARE(failures(*row), row->refused);
        QVERIFY2(row->firstGoodS && *row->firstGoodS >= 0.9 && *row->firstGoodS < 2.5, qPrintable(inWords(*row)));
    }

private:
    FaultRun m_run;
};

QTEST_GUILESS_MAIN(TestLinkFaults)
#include "tst_linkfaults.moc"
