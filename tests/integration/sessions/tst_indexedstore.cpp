// SPDX-License-Identifier: GPL-3.0-or-later
// What Spring's indexed layout keeps beside its sessions, and who cleans it up.
#include "tests/integration/sessions/redislayouts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris::sessions;
using namespace ceteris::testsupport;

namespace {

constexpr auto indexRoot
    = "spring:session:index:org.springframework.session.FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME:";

QByteArray member(const QByteArray& text)
{
    return '"' + text + '"';
}

} // namespace

class TestIndexedStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!RedisFixture::isInstalled())
            QSKIP(RedisFixture::missing);
        QVERIFY(m_redis.start());
        m_redis.command({ "CONFIG", "SET", "notify-keyspace-events", "Egx" });
    }

    void init() { m_redis.command({ "FLUSHALL" }); }

    void keepsWhatTheIndexedRepositoryKeeps()
    {
        const auto now = startOfMinute();
        const auto store = makeStore(Layout::Indexed, optionsOf());
        const auto session = newSession(now, { { "user"_ba, "user1"_ba } });
        create(*store, session);
        const QByteArray hash = "spring:session:sessions:" + session.id;
        const QByteArray shadow = "spring:session:sessions:expires:" + session.id;
        const QByteArray bucket = "spring:session:expirations:" + QByteArray::number(now + 1'860'000);
        const QByteArray index = QByteArray(indexRoot) + "user1";
        QVariantList keys = m_redis.command({ "KEYS", "*" }).toList();
        QCOMPARE(keys.size(), 4);
        for (const auto& key : { hash, shadow, bucket, index })
            QVERIFY2(keys.contains(key), key.constData());
        QCOMPARE(m_redis.command({ "SMEMBERS", bucket }), QVariant(QVariantList { member("expires:" + session.id) }));
        QCOMPARE(m_redis.command({ "SMEMBERS", index }), QVariant(QVariantList { member(session.id) }));
        QCOMPARE(m_redis.command({ "GET", shadow }), QVariant(""_ba));
        QCOMPARE(secondsLeft(m_redis, shadow), 1800);
        QCOMPARE(secondsLeft(m_redis, hash), 2100);
        QCOMPARE(m_redis.command({ "TTL", bucket }), QVariant(-1)); // PEXPIRE came before the SADD that made it
        QCOMPARE(m_redis.command({ "TTL", index }), QVariant(-1));
        save(*store, deltaOf(session, now + 5));
        QCOMPARE(secondsLeft(m_redis, bucket), 2100);

        remove(*store, session.id); // the hash stays, as one that has ended
        QCOMPARE(m_redis.command({ "HGET", hash, "maxInactiveInterval" }), QVariant("0"_ba));
        QCOMPARE(secondsLeft(m_redis, hash), 300);
        QCOMPARE(m_redis.command({ "EXISTS", shadow, index }), QVariant(0));
        QCOMPARE(find(*store, session.id, now).status, Status::NotFound);
        QCOMPARE(count(*store), 0);
    }

    void cleansTheIndexWhenASessionEnds_data()
    {
        QTest::addColumn<bool>("listens");
        QTest::newRow("listening") << true;
        QTest::newRow("nobody listens") << false;
    }

    void cleansTheIndexWhenASessionEnds()
    {
        QFETCH(bool, listens);
        IndexedStore store(optionsOf());
        if (listens) {
            store.keepHouse();
            QTRY_COMPARE(
                m_redis.command({ "PUBSUB", "NUMSUB", "__keyevent@0__:expired" }).toList().value(1), QVariant(1));
        }
        const auto session = newSession(wallClockMs(), { { "user"_ba, "user1"_ba } });
        create(store, session);
        m_redis.command({ "PEXPIRE", "spring:session:sessions:expires:" + session.id, "1" });
        QTRY_COMPARE(m_redis.command({ "EXISTS", "spring:session:sessions:expires:" + session.id }), QVariant(0));
        const auto orphans = [&] { return m_redis.command({ "SCARD", QByteArray(indexRoot) + "user1" }).toInt(); };
        if (listens)
            QTRY_COMPARE(orphans(), 0);
        QCOMPARE(orphans(), listens ? 0 : 1); // it leaks for ever
    }

    void sweepsTheMinuteThatIsOver()
    {
        IndexedStore store(optionsOf());
        const auto now = startOfMinute();
        for (int i = 0; i < 3; ++i)
            create(store, newSession(now));
        auto& keeper = store.keepHouse();
        m_redis.forgetCalls();
        keeper.sweep(now + 1'860'000 + 30'000);
        QTRY_COMPARE(m_redis.calls().value("exists"), 3);
        QCOMPARE(m_redis.calls().value("smembers"), 1);
        QCOMPARE(m_redis.command({ "EXISTS", "spring:session:expirations:" + QByteArray::number(now + 1'860'000) }),
            QVariant(0));
    }

    void listensAgainAfterARestart()
    {
        RedisFixture other({ .password = u"secret"_s });
        QVERIFY(other.start());
        auto options = optionsOf();
        options.address = other.address();
        options.timing.lastRetry = std::chrono::milliseconds(50);
        IndexedStore store(options);
        store.keepHouse();
        const auto listeners = [&] {
            return other.command({ "PUBSUB", "NUMSUB", "__keyevent@0__:del" }).toList().value(1).toInt();
        };
        QTRY_COMPARE(listeners(), 1);
        other.kill();
        QVERIFY(other.start());
        QTRY_COMPARE(listeners(), 1);
    }

private:
    RedisStoreOptions optionsOf() const { return { .address = m_redis.address() }; }

    RedisFixture m_redis;
};

QTEST_GUILESS_MAIN(TestIndexedStore)
#include "tst_indexedstore.moc"
