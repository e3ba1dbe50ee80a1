// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/cpusets.h"

#include <QtTest>

using namespace ceteris;

using Cpus = std::vector<int>;

class TestCpuSets : public QObject
{
    Q_OBJECT

private slots:
    void automatic_data()
    {
        QTest::addColumn<int>("threads");
        QTest::addColumn<Cpus>("allowed");
        QTest::addColumn<Cpus>("generator");
        QTest::addColumn<Cpus>("server");
        QTest::addColumn<Cpus>("store");

        QTest::newRow("one CPU: nothing is pinned") << 1 << Cpus { 3 } << Cpus {} << Cpus {} << Cpus {};
        QTest::newRow("two: server and store share") << 1 << Cpus { 0, 1 } << Cpus { 0 } << Cpus { 1 } << Cpus { 1 };
        QTest::newRow("three") << 1 << Cpus { 0, 1, 2 } << Cpus { 0 } << Cpus { 1, 2 } << Cpus { 1, 2 };
        QTest::newRow("four: all apart") << 1 << Cpus { 0, 1, 2, 3 } << Cpus { 0 } << Cpus { 1, 2 } << Cpus { 3 };
        QTest::newRow("two threads") << 2 << Cpus { 0, 2, 4, 6 } << Cpus { 0, 2 } << Cpus { 4 } << Cpus { 6 };
        QTest::newRow("more threads than CPUs") << 9 << Cpus { 0, 1 } << Cpus { 0 } << Cpus { 1 } << Cpus { 1 };
    }

    void automatic()
    {
        QFETCH(int, threads);
        QFETCH(Cpus, allowed);
        plan::Plan plan;
        plan.load.threads = threads;
        const auto sets = run::chooseCpus(plan, allowed);
        QTEST(sets.generator, "generator");
        QTEST(sets.server, "server");
        QTEST(sets.store, "store");
    }

    void namedInThePlan()
    {
        plan::Plan plan;
        plan.cpus = { { 3, 1 }, {}, { 2 } };
        const auto sets = run::chooseCpus(plan, { 0, 1, 2, 3 });
        QCOMPARE(sets.generator, (Cpus { 1, 3 }));
        QCOMPARE(sets.server, (Cpus { 1, 2 }));
        QCOMPARE(sets.store, (Cpus { 2 }));
    }

    void everyArmHasTheSameTotal()
    {
        const run::CpuSets sets { { 0 }, { 1, 2 }, { 3 } };
        plan::Arm memory;
        plan::Arm redis;
        redis.store = plan::StoreKind::Redis;
        QCOMPARE(run::cpusFor(memory, sets), (run::CpuSets { { 0 }, { 1, 2, 3 }, {} }));
        QCOMPARE(run::cpusFor(redis, sets), sets);
    }

    void pinsTheProcess()
    {
        const auto before = run::allowedCpus();
        QVERIFY(!before.empty());
        QVERIFY(run::pinThisProcess({ before.front() }));
        QCOMPARE(run::allowedCpus(), (Cpus { before.front() }));
        QVERIFY(run::pinThisProcess(before));
        QVERIFY(run::pinThisProcess({}));
        QCOMPARE(run::allowedCpus(), before);
    }
};

QTEST_GUILESS_MAIN(TestCpuSets)
#include "tst_cpusets.moc"
