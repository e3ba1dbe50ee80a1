// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/pooledstore.h"
#include "tests/support/storecalls.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTest>

#include <atomic>

using namespace std::chrono_literals;
using namespace ceteris::sessions;
using namespace ceteris::testsupport;

namespace {

// What the threads of a test share.
struct Gate
{
    QSemaphore open; // a call passes when it gets one
    std::atomic<int> begun = 0;
    std::atomic<int> sweeps = 0;
};

// A store that blocks until the gate lets it go on.
class GatedStore : public BlockingStore
{
public:
    explicit GatedStore(std::shared_ptr<Gate> gate)
        : m_gate(std::move(gate))
    {
    }

    Answer find(const QByteArray& id, qint64) override { return { pass(), Session { id, 1, 2, 3, {} } }; }
    Status create(const Session&) override { return pass(); }
    Status save(const Delta&) override { return pass(); }
    Status rotateId(const QByteArray&, const Delta&) override { return pass(); }
    Status remove(const QByteArray&) override { return pass(); }
    Answer count() override { return { pass(), {}, 7 }; }
    Status clear() override { return pass(); }
    void sweep(qint64) override { ++m_gate->sweeps; }

private:
    Status pass()
    {
        ++m_gate->begun;
        m_gate->open.acquire();
        return Status::Ok;
    }

    const std::shared_ptr<Gate> m_gate;
};

} // namespace

// The way of a call to the threads and back, whatever the store does meanwhile.
class TestPooledStore : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_gate = std::make_shared<Gate>(); }

    void bringsAnswersBack()
    {
        m_gate->open.release(3);
        PooledStore store(makePool({}));
        const auto found = find(store, "a", 0);
        QCOMPARE(found.status, Status::Ok);
        QCOMPARE(found.session.id, "a");
        QCOMPARE(remove(store, "a"), Status::Ok);
        QCOMPARE(count(store), 7);
    }

    void neverBlocksTheListener()
    {
        PooledStore store(makePool({ .threads = 2, .deadline = 300ms }));
        int answers = 0;
        for (int i = 0; i < 5; ++i)
            store.remove("a", [&](Status status) { answers += status == Status::Unavailable; });
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(answers, 0);
        QTRY_COMPARE(answers, 5); // the two that have a thread and the three that wait for one
        QVERIFY(clock.elapsed() >= 250);
        QCOMPARE(m_gate->begun.load(), 2);
        m_gate->open.release(2 + 1);
        QCOMPARE(remove(store, "a"), Status::Ok); // the late answers go nowhere, and what waited too long is not done
        QCOMPARE(m_gate->begun.load(), 3);
    }

    void refusesWhatHasNoPlace()
    {
        PooledStore store(makePool({ .threads = 1, .queueLimit = 2 }));
        int refused = 0;
        const auto ask = [&] { store.remove("a", [&](Status status) { refused += status == Status::Unavailable; }); };
        ask();
        QTRY_COMPARE(m_gate->begun.load(), 1);
        ask();
        ask();
        QCOMPARE(refused, 0);
        ask();
        QCOMPARE(refused, 1);
        m_gate->open.release(3);
    }

    void answersWhenItIsDestroyed()
    {
        int answers = 0;
        {
            PooledStore store(makePool({ .threads = 1 }));
            for (int i = 0; i < 3; ++i)
                store.remove("a", [&](Status status) { answers += status == Status::Unavailable; });
        }
        QCOMPARE(answers, 3);
        m_gate->open.release(3);
    }

    void mayBeDestroyedByAnAnswer()
    {
        auto store = std::make_unique<PooledStore>(makePool({}));
        int answers = 0;
        for (int i = 0; i < 5; ++i) {
            store->remove("a", [&](Status) {
                ++answers;
                store.reset();
            });
        }
        m_gate->open.release(5);
        QTRY_COMPARE(answers, 5);
    }

    void leavesAStuckThreadBehind()
    {
        auto pool = makePool({ .threads = 1 });
        pool->submit(StorePool::Clock::now() + 1min, [](BlockingStore& store) { store.clear(); });
        QTRY_COMPARE(m_gate->begun.load(), 1);
        QElapsedTimer clock;
        clock.start();
        pool.reset();
        QVERIFY(clock.elapsed() < 5000);
        m_gate->open.release();
    }

    void sweepsOnceAMinuteForAll()
    {
        const auto pool = makePool({});
        QVERIFY(!pool->sweepIsDue(1'000'000)); // the minute begins
        QVERIFY(!pool->sweepIsDue(1'059'999));
        QVERIFY(pool->sweepIsDue(1'060'000));
        QVERIFY(!pool->sweepIsDue(1'060'000)); // another listener
        QVERIFY(pool->sweepIsDue(1'120'000));
    }

private:
    std::shared_ptr<StorePool> makePool(const PoolOptions& options) const
    {
        return std::make_shared<StorePool>(options, [gate = m_gate] { return std::make_unique<GatedStore>(gate); });
    }

    std::shared_ptr<Gate> m_gate;
};

QTEST_GUILESS_MAIN(TestPooledStore)
#include "tst_pooledstore.moc"
