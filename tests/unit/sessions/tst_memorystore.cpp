// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/memorystore.h"
#include "server/sessions/stores/sessiontable.h"
#include "tests/support/storecalls.h"
#include "tests/support/storecontract.h"

#include <QTest>

#include <malloc.h>
#include <thread>

using namespace Qt::StringLiterals;
using namespace ceteris::sessions;
using namespace ceteris::testsupport;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool ownAllocator = true; // the sanitizer's heap tells mallinfo nothing
#else
constexpr bool ownAllocator = false;
#endif

namespace {

qint64 heapInUse()
{
    const auto info = ::mallinfo2();
    return static_cast<qint64>(info.uordblks + info.hblkhd);
}

Session typical(int number, qint64 now)
{
    auto session = newSession(
        now, { { "userId"_ba, number }, { "username"_ba, "user" + QByteArray::number(number) }, { "visits"_ba, 1 } });
    if (number % 10 == 0)
        session.attributes.insert("image"_ba, Bytes { QByteArray(1000 + number, 'x') });
    return session;
}

} // namespace

class TestMemoryStore : public StoreContract
{
    Q_OBJECT

protected:
    std::unique_ptr<SessionStore> makeStore() override { return std::make_unique<MemoryStore>(m_table); }

private slots:
    void accountsForItsBytes()
    {
        if (ownAllocator)
            QSKIP("built with a sanitizer, whose heap cannot be asked");
        const auto now = wallClockMs();
        const auto empty = heapInUse();
        SessionTable table(absoluteTimeoutS);
        for (int i = 0; i < 10'000; ++i)
            table.create(typical(i, now));
        compareBytes(table, heapInUse() - empty);
    }

    void accountsForChanges()
    {
        if (ownAllocator)
            QSKIP("built with a sanitizer, whose heap cannot be asked");
        const auto now = wallClockMs();
        const auto empty = heapInUse();
        SessionTable table(absoluteTimeoutS);
        QList<QByteArray> ids;
        for (int i = 0; i < 10'000; ++i) {
            const auto session = typical(i, now);
            ids << session.id;
            table.create(session);
            auto delta = deltaOf(session, now, { { "csrf"_ba, QByteArray(i % 500, 'y') }, { "username"_ba, ""_ba } });
            delta.removed << "image"_ba;
            QCOMPARE(i % 2 ? table.save(delta) : table.rotateId(ids.last() = newSessionId(), delta), Status::Ok);
        }
        ids.detach();
        compareBytes(table, heapInUse() - empty - 10'000 * 64);
        for (const auto& id : ids)
            table.remove(id);
        QCOMPARE(table.count(), 0);
        QVERIFY2(table.bytes() < 10'000 * 20, qPrintable(QString::number(table.bytes()))); // the empty buckets
        table.clear();
        QCOMPARE(table.bytes(), 0);
    }

    void keepsNothingOfTheCallers()
    {
        const auto now = wallClockMs();
        char buffer[] = "user1";
        const auto borrowed = QByteArray::fromRawData(buffer, 5);
        SessionTable table(absoluteTimeoutS);
        const auto session = newSession(now, { { borrowed, borrowed } });
        table.create(session);
        buffer[4] = '2';
        QVERIFY(table.find(session.id, now)->attributes == (Attributes { { "user1"_ba, "user1"_ba } }));
    }

    void sweepsWhatHasExpired()
    {
        SessionTable table(absoluteTimeoutS);
        const auto sweepAll = [&](qint64 now) {
            for (std::size_t i = 0; i < SessionTable::shardCount; ++i)
                table.sweepNextShard(now);
        };
        for (int i = 0; i < 1000; ++i)
            table.create(newSession(i < 400 ? 1'000 : 2'000));
        sweepAll(1'800'999);
        QCOMPARE(table.count(), 1000);
        sweepAll(1'801'000);
        QCOMPARE(table.count(), 600);
        sweepAll(1'802'000);
        QCOMPARE(table.count(), 0);
    }

    void tellsWhatItCan()
    {
        const auto store = makeStore();
        const auto capabilities = store->capabilities();
        QVERIFY(capabilities.countsSessions && capabilities.ownMemory);
        QVERIFY(!capabilities.survivesServerRestart && !capabilities.sharedByInstances);
        QCOMPARE(store->bytes(), m_table->bytes());
    }

    // For the thread sanitizer as much as for the counts: all operations at once on few sessions.
    void standsUpToThreads()
    {
        constexpr int threads = 4;
        constexpr int rounds = 3000;
        const auto now = wallClockMs();
        SessionTable table(absoluteTimeoutS);
        const auto shared = newSession(now);
        table.create(shared);
        {
            std::vector<std::jthread> running;
            for (int thread = 0; thread < threads; ++thread)
                running.emplace_back([&, thread] { workOn(table, shared, thread, rounds, now); });
        }
        const auto found = table.find(shared.id, now);
        QVERIFY(found);
        for (int thread = 0; thread < threads; ++thread) // no save of one thread was lost under another's
            QVERIFY(found->attributes.value("t" + QByteArray::number(thread)) == Value(rounds - 1));
        QCOMPARE(table.count(), 1);
        table.remove(shared.id);
        table.clear();
        QCOMPARE(table.bytes(), 0);
    }

    // A session in the middle of a rotation is found under one id or the other, and a save never brings one back.
    void neverLosesASessionInRotation()
    {
        constexpr int rounds = 20'000;
        const auto now = wallClockMs();
        SessionTable table(absoluteTimeoutS);
        const auto session = newSession(now);
        const auto other = newSessionId();
        table.create(session);
        std::jthread saver([&] {
            for (int i = 0; i < rounds; ++i) {
                table.save(deltaOf(session, now, { { "a"_ba, i } }));
                auto delta = deltaOf(session, now, { { "a"_ba, i } });
                delta.id = other;
                table.save(delta);
            }
        });
        auto delta = deltaOf(session, now);
        auto next = other;
        for (int i = 0; i < rounds; ++i) {
            QCOMPARE(table.rotateId(next, delta), Status::Ok);
            QVERIFY(!table.find(delta.id, now));
            std::swap(next, delta.id);
            QCOMPARE(table.count(), 1);
        }
    }

private:
    static void compareBytes(const SessionTable& table, qint64 measured)
    {
        const auto ratio = static_cast<double>(table.bytes()) / static_cast<double>(measured);
        qInfo("accounted %lld, measured %lld: %.3f", table.bytes(), measured, ratio);
        QVERIFY(ratio > 0.85 && ratio < 1.15);
    }

    static void workOn(SessionTable& table, const Session& shared, int thread, int rounds, qint64 now)
    {
        const QByteArray name = "t" + QByteArray::number(thread);
        for (int i = 0; i < rounds; ++i) {
            table.save(deltaOf(shared, now, { { name, i } }));
            table.find(shared.id, now);
            const auto own = newSession(now, { { name, QByteArray(i % 100, 'x') } });
            table.create(own);
            const auto rotated = newSessionId();
            table.rotateId(rotated, deltaOf(own, now, { { name, i } }));
            table.sweepNextShard(now);
            if (i % 100 == 0)
                table.bytes();
            table.remove(rotated);
        }
    }

    std::shared_ptr<SessionTable> m_table = std::make_shared<SessionTable>(absoluteTimeoutS);
};

QTEST_GUILESS_MAIN(TestMemoryStore)
#include "tst_memorystore.moc"
