// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/factory.h"
#include "tests/support/redisfixture.h"
#include "tests/support/storecalls.h"
#include "tests/support/storecontract.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris;
using namespace ceteris::testsupport;
using sessions::Status;

namespace {

double figure(const sessions::SessionStore& store, std::string_view name)
{
    for (const auto& [each, count] : store.figures())
        if (each == name)
            return count;
    return -1;
}

} // namespace

// Two instances, each a process of its own but for sharing this one, over one Redis.
class TestCachedStore : public StoreContract
{
    Q_OBJECT

protected:
    std::unique_ptr<sessions::SessionStore> makeStore() override { return m_makeStore(); }

private slots:
    void initTestCase()
    {
        if (!RedisFixture::isInstalled())
            QSKIP(RedisFixture::missing);
        QVERIFY(m_redis.start());
        QVERIFY(m_cacheRedis.start());
        m_makeStore = instance(u"local"_s);
    }

    void readsThrough_data() { kinds(); }
    void readsThrough()
    {
        QFETCH(QString, kind);
        const auto store = instance(kind)();
        const auto now = wallClockMs();
        const auto session = newSession(now, { { "user"_ba, "user1"_ba } });
        create(*instance(u"none"_s)(), session); // by somebody without the cache
        m_redis.forgetCalls();
        for (int i = 0; i < 10; ++i)
            QVERIFY(find(*store, session.id, now).session == session);
        QCOMPARE(m_redis.calls().value("hgetall"), 1);
        QCOMPARE(figure(*store, "ceteris_session_cache_hits"), 9);
        QCOMPARE(figure(*store, "ceteris_session_cache_misses"), 1);
    }

    void keepsTheCopyUpToDate_data() { kinds(); }
    void keepsTheCopyUpToDate()
    {
        QFETCH(QString, kind);
        const auto store = instance(kind)();
        const auto now = wallClockMs();
        const auto session = newSession(now, { { "a"_ba, 1 } });
        create(*store, session);
        m_redis.forgetCalls();
        QCOMPARE(save(*store, deltaOf(session, now + 1, { { "a"_ba, 2 } })), Status::Ok);
        const auto found = find(*store, session.id, now + 1).session;
        QCOMPARE(std::get<qint64>(found.attributes.value("a")), 2);
        QCOMPARE(found.maxInactiveS, session.maxInactiveS);
        QCOMPARE(m_redis.calls().value("hgetall"), 0);
        QVERIFY(find(*instance(u"none"_s)(), session.id, now + 1).session == found); // it is in the store, too
    }

    void touchesTheStoreOnceInATtl()
    {
        const auto store = instance(u"local"_s)();
        const auto now = wallClockMs();
        const auto session = newSession(now);
        create(*store, session);
        m_redis.forgetCalls();
        for (int second = 0; second < 4 * ttlS; ++second) {
            QCOMPARE(find(*store, session.id, now + second * 1000).status, Status::Ok);
            QCOMPARE(save(*store, deltaOf(session, now + second * 1000)), Status::Ok);
        }
        QVERIFY(m_redis.calls().value("pexpireat") >= 3);
        QVERIFY(m_redis.calls().value("pexpireat") <= 4);
    }

    // The price of a local cache: what reads only believes its copy after the logout; what writes does not.
    void isStaleElsewhereAfterLogout_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("isStale");
        QTest::newRow("local") << u"local"_s << true;
        QTest::newRow("redis") << u"redis"_s << false;
    }
    void isStaleElsewhereAfterLogout()
    {
        QFETCH(QString, kind);
        QFETCH(bool, isStale);
        const auto here = instance(kind)();
        const auto there = instance(kind)();
        const auto now = wallClockMs();
        const auto session = newSession(now, { { "user"_ba, "user1"_ba } });
        create(*here, session);
        QCOMPARE(find(*there, session.id, now).status, Status::Ok);
        QCOMPARE(remove(*here, session.id), Status::Ok);

        QCOMPARE(find(*here, session.id, now).status, Status::NotFound);
        const auto stale = isStale ? Status::Ok : Status::NotFound;
        QCOMPARE(find(*there, session.id, now).status, stale);
        QCOMPARE(find(*there, session.id, now + ttlS * 1000 - 1).status, stale);
        QCOMPARE(find(*there, session.id, now + ttlS * 1000).status, Status::NotFound);

        QCOMPARE(save(*there, deltaOf(session, now, { { "a"_ba, 1 } })), Status::NotFound);
        QCOMPARE(find(*there, session.id, now).status, Status::NotFound);
    }

    void isSlowerWithoutItsCacheAndLosesNothing()
    {
        const auto store = instance(u"redis"_s)();
        const auto now = wallClockMs();
        const auto session = newSession(now);
        create(*store, session);
        m_cacheRedis.kill();
        QCOMPARE(find(*store, session.id, now).status, Status::Ok);
        QCOMPARE(save(*store, deltaOf(session, now, { { "a"_ba, 1 } })), Status::Ok);
        QCOMPARE(remove(*store, session.id), Status::Ok);
        QCOMPARE(find(*store, session.id, now).status, Status::NotFound);
        QVERIFY(m_cacheRedis.start());
    }

    void saysUnavailableWithoutItsStore()
    {
        const auto store = instance(u"local"_s)();
        const auto now = wallClockMs();
        const auto session = newSession(now);
        m_redis.kill();
        QCOMPARE(create(*store, session), Status::Unavailable);
        QCOMPARE(find(*store, session.id, now).status, Status::Unavailable);
        QVERIFY(m_redis.start());
    }

    void answersWhenItIsDestroyed_data() { kinds(); }
    void answersWhenItIsDestroyed()
    {
        QFETCH(QString, kind);
        auto store = instance(kind)();
        const auto now = wallClockMs();
        const auto session = newSession(now);
        int answers = 0;
        const auto told = [&answers](Status status, const auto&...) { answers += status == Status::Unavailable; };
        store->find(session.id, now, told);
        store->create(session, told);
        store->save(deltaOf(session, now), told);
        store->save(deltaOf(session, now, { { "a"_ba, 1 } }), told);
        store->rotateId(sessions::newSessionId(), deltaOf(session, now), told);
        store->remove(session.id, told);
        store.reset();
        QCOMPARE(answers, 6);
    }

private:
    static constexpr int ttlS = 60;

    static void kinds()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("local") << u"local"_s;
        QTest::newRow("redis") << u"redis"_s;
    }

    // What the listener threads of one process share.
    sessions::StoreFactory instance(const QString& kind)
    {
        contract::ServerConfig config;
        config.absoluteTimeoutS = absoluteTimeoutS;
        config.store.kind = u"redis"_s;
        config.store.save = u"atomic"_s;
        config.store.redis = m_redis.address();
        config.store.cache = { kind, m_cacheRedis.address(), ttlS };
        return *sessions::storeFactory(config);
    }

    RedisFixture m_redis;
    RedisFixture m_cacheRedis;
    sessions::StoreFactory m_makeStore;
};

QTEST_GUILESS_MAIN(TestCachedStore)
#include "tst_cachedstore.moc"
