// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/redisstore.h"
#include "tests/support/redisfixture.h"
#include "tests/support/storecalls.h"
#include "tests/support/storecontract.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris::sessions;
using namespace ceteris::testsupport;

using Calls = QHash<QByteArray, qint64>;

class TestRedisStore : public StoreContract
{
    Q_OBJECT

protected:
    std::unique_ptr<SessionStore> makeStore() override { return makeStore(u"spring:session"_s); }

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<SaveMode>("mode");
        QTest::newRow("spring") << SaveMode::Spring;
        QTest::newRow("atomic") << SaveMode::Atomic;
    }

    void initTestCase()
    {
        if (!RedisFixture::isInstalled())
            QSKIP(RedisFixture::missing);
        QVERIFY(m_redis.start());
    }

    void looksLikeSpringSession()
    {
        const auto now = wallClockMs();
        const auto store = makeStore();
        auto session = newSession(now, { { "user"_ba, "사용자\"1"_ba }, { "visits"_ba, 7 } });
        session.attributes.insert("image"_ba, Bytes { "\x89PNG"_ba });
        create(*store, session);
        const QByteArray key = "spring:session:sessions:" + session.id;
        QCOMPARE(m_redis.command({ "KEYS", "*" }), QVariant(QVariantList { QByteArray(key) }));
        QCOMPARE(m_redis.command({ "TYPE", key }), QVariant("hash"_ba));
        QHash<QByteArray, QByteArray> expected { { "creationTime"_ba, QByteArray::number(now) },
            { "lastAccessedTime"_ba, QByteArray::number(now) }, { "maxInactiveInterval"_ba, "1800"_ba },
            { "sessionAttr:user"_ba, "\"사용자\\\"1\""_ba }, { "sessionAttr:visits"_ba, "7"_ba },
            { "sessionAttr:image"_ba, "[\"[B\",\"iVBORw==\"]"_ba } };
        QCOMPARE(hash(key), expected);
        QCOMPARE(m_redis.command({ "PEXPIRETIME", key }), QVariant(now + 1'800'000));

        auto delta = deltaOf(session, now + 10, { { "visits"_ba, 8 } });
        delta.removed << "user"_ba;
        save(*store, delta);
        expected["lastAccessedTime"_ba] = QByteArray::number(now + 10);
        expected["sessionAttr:visits"_ba] = "8"_ba;
        expected["sessionAttr:user"_ba] = ""_ba;
        QCOMPARE(hash(key), expected);
        QCOMPARE(m_redis.command({ "PEXPIRETIME", key }), QVariant(now + 1'800'010));

        const auto newId = newSessionId();
        rotateId(*store, newId, deltaOf(session, now + 20));
        expected["lastAccessedTime"_ba] = QByteArray::number(now + 20);
        const QByteArray newKey = "spring:session:sessions:" + newId;
        QCOMPARE(m_redis.command({ "KEYS", "*" }), QVariant(QVariantList { QByteArray(newKey) }));
        QCOMPARE(hash(newKey), expected);
        QCOMPARE(m_redis.command({ "PEXPIRETIME", newKey }), QVariant(now + 1'800'020));
    }

    void asksWhatSpringAsks()
    {
        QFETCH_GLOBAL(SaveMode, mode);
        if (mode != SaveMode::Spring)
            return;
        const auto now = wallClockMs();
        const auto store = makeStore();
        const auto session = newSession(now, { { "visits"_ba, 1 } });
        QCOMPARE(callsOf([&] { create(*store, session); }), (Calls { { "hmset", 1 }, { "pexpireat", 1 } }));
        // An authenticated GET.
        QCOMPARE(callsOf([&] {
            find(*store, session.id, now);
            save(*store, deltaOf(session, now, { { "visits"_ba, 2 } }));
        }),
            (Calls { { "hgetall", 1 }, { "exists", 1 }, { "hmset", 1 }, { "pexpireat", 1 } }));
        // A login.
        const auto newId = newSessionId();
        QCOMPARE(callsOf([&] { rotateId(*store, newId, deltaOf(session, now)); }),
            (Calls { { "rename", 1 }, { "hmset", 1 }, { "pexpireat", 1 } }));
        QCOMPARE(callsOf([&] { find(*store, newId, now + 1'800'000); }), (Calls { { "hgetall", 1 }, { "del", 1 } }));
        QCOMPARE(callsOf([&] { save(*store, deltaOf(session, now)); }), (Calls { { "exists", 1 } }));
        QCOMPARE(callsOf([&] { remove(*store, session.id); }), (Calls { { "del", 1 } }));
        QCOMPARE(callsOf([&] { find(*store, "spring:session\r\nDEL x"_ba, now); }), Calls {});
    }

    void asksInOneStep()
    {
        QFETCH_GLOBAL(SaveMode, mode);
        if (mode != SaveMode::Atomic)
            return;
        const auto now = wallClockMs();
        const auto store = makeStore();
        const auto session = newSession(now);
        create(*store, session);
        m_redis.command({ "SCRIPT", "FLUSH" }); // as after a restart
        auto calls = callsOf([&] { QCOMPARE(save(*store, deltaOf(session, now, { { "a"_ba, 1 } })), Status::Ok); });
        QCOMPARE(
            calls, (Calls { { "evalsha", 1 }, { "eval", 1 }, { "exists", 1 }, { "hmset", 1 }, { "pexpireat", 1 } }));
        calls = callsOf([&] { save(*store, deltaOf(session, now, { { "a"_ba, 2 } })); });
        QCOMPARE(calls, (Calls { { "evalsha", 1 }, { "exists", 1 }, { "hmset", 1 }, { "pexpireat", 1 } }));
        calls = callsOf([&] { rotateId(*store, newSessionId(), deltaOf(session, now)); });
        QCOMPARE(
            calls, (Calls { { "evalsha", 1 }, { "exists", 1 }, { "hmset", 1 }, { "rename", 1 }, { "pexpireat", 1 } }));
        QCOMPARE(callsOf([&] { save(*store, deltaOf(session, now)); }), (Calls { { "evalsha", 1 }, { "exists", 1 } }));
    }

    void takesAHalfSessionForAbsent()
    {
        const auto now = wallClockMs();
        const auto store = makeStore();
        const auto id = newSessionId();
        const auto key = QByteArray("spring:session:sessions:" + id);
        m_redis.command({ "HMSET", key, "lastAccessedTime", QByteArray::number(now), "sessionAttr:user", "\"user1\"" });
        QCOMPARE(find(*store, id, now).status, Status::NotFound);
        QCOMPARE(m_redis.command({ "EXISTS", key }), QVariant(0));
    }

    void takesAnEndedSessionForAbsent()
    {
        const auto now = wallClockMs();
        const auto store = makeStore();
        const auto session = newSession(now);
        create(*store, session);
        const auto key = QByteArray("spring:session:sessions:" + session.id);
        m_redis.command({ "HSET", key, "maxInactiveInterval", "0" }); // a logout by Spring's indexed repository
        QCOMPARE(find(*store, session.id, now).status, Status::NotFound);
    }

    void keepsToItsNamespace()
    {
        const auto now = wallClockMs();
        const auto odd = makeStore(u"a*[b]?\\"_s);
        const auto plain = makeStore(u"ab"_s);
        create(*odd, newSession(now));
        create(*plain, newSession(now));
        for (const auto* key : { "ab:sessions:expirations", "ab:sessions:expires:AAAAAAAAAAAAAAAAAAAAAA",
                 "abc:sessions:AAAAAAAAAAAAAAAAAAAAAA", "ab", "other" })
            m_redis.command({ "SET", key, "x" });
        QCOMPARE(count(*odd), 1);
        QCOMPARE(count(*plain), 1);
        QCOMPARE(clear(*odd), Status::Ok);
        QCOMPARE(count(*odd), 0);
        QCOMPARE(count(*plain), 1);
        QCOMPARE(clear(*plain), Status::Ok);
        QCOMPARE(m_redis.command({ "DBSIZE" }), QVariant(3));
        m_redis.command({ "FLUSHALL" });
    }

    void saysUnavailableWhenRedisRefuses()
    {
        const auto now = wallClockMs();
        const auto store = makeStore();
        const auto session = newSession(now);
        create(*store, session);
        m_redis.command({ "CONFIG", "SET", "maxmemory", "1" });
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"Redis refuses a command: OOM"_s)); // once
        QCOMPARE(create(*store, newSession(now)), Status::Unavailable);
        QCOMPARE(save(*store, deltaOf(session, now, { { "a"_ba, 1 } })), Status::Unavailable);
        QCOMPARE(find(*store, session.id, now).status, Status::Ok);
        m_redis.command({ "CONFIG", "SET", "maxmemory", "0" });
        QCOMPARE(save(*store, deltaOf(session, now, { { "a"_ba, 1 } })), Status::Ok);
    }

    void tellsWhatItCan()
    {
        const auto store = makeStore();
        const auto capabilities = store->capabilities();
        QVERIFY(capabilities.survivesServerRestart && capabilities.sharedByInstances);
        QVERIFY(!capabilities.countsSessions && !capabilities.ownMemory);
        QVERIFY(!store->bytes());
    }

private:
    std::unique_ptr<SessionStore> makeStore(const QString& nameSpace)
    {
        QFETCH_GLOBAL(SaveMode, mode);
        return std::make_unique<RedisStore>(
            RedisStoreOptions { m_redis.address(), nameSpace, absoluteTimeoutS, {}, mode });
    }

    QHash<QByteArray, QByteArray> hash(const QByteArray& key) const
    {
        const auto list = m_redis.command({ "HGETALL", key }).toList();
        QHash<QByteArray, QByteArray> fields;
        for (qsizetype i = 0; i + 1 < list.size(); i += 2)
            fields.insert(list[i].toByteArray(), list[i + 1].toByteArray());
        return fields;
    }

    template <class Work>
    Calls callsOf(Work work) const
    {
        m_redis.forgetCalls();
        work();
        auto calls = m_redis.calls();
        for (const auto* own : { "config|resetstat", "info", "ping" }) // the fixture's, and a greeting
            calls.remove(own);
        return calls;
    }

    RedisFixture m_redis;
};

QTEST_GUILESS_MAIN(TestRedisStore)
#include "tst_redisstore.moc"
