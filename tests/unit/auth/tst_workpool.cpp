// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/workpool.h"

#include <QTest>
#include <QThread>

#include <sys/resource.h>

#include <atomic>
#include <semaphore>
#include <thread>

using namespace ceteris;

class TestWorkPool : public QObject
{
    Q_OBJECT

private slots:
    void workRunsElsewhereAndDoneHere();
    void aFullQueueRefuses();
    void aDeadContextIsNotTouched();
    void allThreadsWork();
    void endDropsWhatWaits();
    void poolThreadsAreNicer();
};

void TestWorkPool::workRunsElsewhereAndDoneHere()
{
    auth::WorkPool pool(1, 10);
    QThread* worked = nullptr;
    QThread* done = nullptr;
    QObject context;
    QVERIFY(pool.submit(
        &context, [&] { worked = QThread::currentThread(); }, [&] { done = QThread::currentThread(); }));
    QTRY_VERIFY(done);
    QCOMPARE(done, QThread::currentThread());
    QVERIFY(worked != done);
}

void TestWorkPool::aFullQueueRefuses()
{
    std::binary_semaphore started(0);
    std::binary_semaphore gate(0);
    auth::WorkPool pool(1, 2);
    QObject context;
    int done = 0;
    const auto count = [&done] { ++done; };
    QVERIFY(pool.submit(
        &context,
        [&] {
            started.release();
            gate.acquire();
        },
        count));
    started.acquire();
    QVERIFY(pool.submit(
        &context, [] {}, count));
    QVERIFY(pool.submit(
        &context, [] {}, count));
    QCOMPARE(pool.waiting(), 2);
    QVERIFY(!pool.submit(
        &context, [] {}, count));
    gate.release();
    QTRY_COMPARE(done, 3);
    QCOMPARE(pool.waiting(), 0);
    QVERIFY(pool.submit(
        &context, [] {}, count));
}

void TestWorkPool::aDeadContextIsNotTouched()
{
    std::binary_semaphore gate(0);
    auth::WorkPool pool(1, 10);
    auto context = std::make_unique<QObject>();
    const auto held = std::make_shared<int>(0);
    bool touched = false;
    QVERIFY(pool.submit(
        context.get(), [&] { gate.acquire(); }, [&touched, held] { touched = true; }));
    context.reset();
    gate.release();
    QTRY_COMPARE(held.use_count(), 1L); // the completion has arrived and is gone
    QVERIFY(!touched);
}

void TestWorkPool::allThreadsWork()
{
    std::counting_semaphore<3> meeting(0);
    std::atomic<int> there = 0;
    auth::WorkPool pool(3, 10);
    QObject context;
    int done = 0;
    for (int i = 0; i < 3; ++i) {
        QVERIFY(pool.submit(
            &context,
            [&] { // ends only when all three run at once
                if (++there == 3)
                    meeting.release(3);
                meeting.acquire();
            },
            [&] { ++done; }));
    }
    QTRY_COMPARE(done, 3);
}

void TestWorkPool::endDropsWhatWaits()
{
    std::binary_semaphore started(0);
    std::binary_semaphore gate(0);
    std::atomic<int> worked = 0;
    const auto held = std::make_shared<int>(0);
    QObject context;
    auto pool = std::make_unique<auth::WorkPool>(1, 100'000);
    QVERIFY(pool->submit(
        &context,
        [&] {
            started.release();
            gate.acquire();
        },
        [] {}));
    started.acquire();
    constexpr int waiting = 100'000; // more than a pool can do while it is being told to stop
    for (int i = 0; i < waiting; ++i)
        QVERIFY(pool->submit(
            &context, [&worked] { ++worked; }, [held] {}));
    gate.release();
    pool.reset();
    QVERIFY2(worked < waiting, "the pool worked off its queue before it ended");
    QTRY_COMPARE(held.use_count(), 1L);
}

void TestWorkPool::poolThreadsAreNicer()
{
    int nice = 0;
    bool done = false;
    auth::WorkPool pool(1, 1);
    QObject context;
    QVERIFY(pool.submit(
        &context, [&] { nice = getpriority(PRIO_PROCESS, 0); }, [&] { done = true; }));
    QTRY_VERIFY(done);
    QCOMPARE(nice, qMin(19, getpriority(PRIO_PROCESS, 0) + 10)); // and the test itself is as before
}

QTEST_GUILESS_MAIN(TestWorkPool)
#include "tst_workpool.moc"
