// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/factory.h"
#include "tests/support/redisfixture.h"
#include "tests/support/storecalls.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace ceteris;
using namespace ceteris::testsupport;
using sessions::Status;

namespace {

contract::ServerConfig redisConfig(const contract::RedisAddress& address)
{
    contract::ServerConfig config;
    config.store.kind = u"redis"_s;
    config.store.redis = address;
    return config;
}

} // namespace

class TestStoreFactory : public QObject
{
    Q_OBJECT

private slots:
    void sharesMemoryBetweenThreads()
    {
        const auto factory = sessions::storeFactory({});
        QVERIFY(factory);
        checkTwoThreads(*factory);
        // Another factory is another store.
        const auto other = (*sessions::storeFactory({}))();
        QCOMPARE(count(*other), 0);
    }

    void sharesRedisBetweenThreads()
    {
        if (!RedisFixture::isInstalled())
            QSKIP(RedisFixture::missing);
        RedisFixture redis({ .password = u"secret"_s });
        QVERIFY(redis.start());
        const auto factory = sessions::storeFactory(redisConfig(redis.address()));
        QVERIFY(factory);
        checkTwoThreads(*factory);
    }

    void keepsTheAbsoluteTimeout()
    {
        contract::ServerConfig config;
        config.absoluteTimeoutS = 5;
        const auto store = (*sessions::storeFactory(config))();
        const auto now = wallClockMs();
        const auto session = newSession(now);
        create(*store, session);
        QCOMPARE(find(*store, session.id, now + 4999).status, Status::Ok);
        QCOMPARE(find(*store, session.id, now + 5000).status, Status::NotFound);
    }

    void saysWhyThereIsNoRedis_data()
    {
        QTest::addColumn<QString>("password"); // of the client; the server's is "secret"
        QTest::addColumn<QString>("socket"); // empty: the server's
        QTest::addColumn<bool>("paused");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no socket") << u"secret"_s << u"/nowhere/redis.sock"_s << false
                                   << u"No such file or directory"_s;
        QTest::newRow("wrong password") << u"guess"_s << QString() << false << u"WRONGPASS"_s;
        QTest::newRow("no password") << QString() << QString() << false << u"NOAUTH"_s;
        QTest::newRow("stalled") << u"secret"_s << QString() << true << u"no answer in time"_s;
    }

    void saysWhyThereIsNoRedis()
    {
        if (!RedisFixture::isInstalled())
            QSKIP(RedisFixture::missing);
        QFETCH(QString, password);
        QFETCH(QString, socket);
        QFETCH(bool, paused);
        QFETCH(QString, reason);
        RedisFixture redis({ .password = u"secret"_s });
        QVERIFY(redis.start());
        auto address = redis.address();
        address.password = password;
        if (!socket.isEmpty())
            address.socketPath = socket;
        if (paused)
            redis.pause();
        QElapsedTimer clock;
        clock.start();
        checkFailure(redisConfig(address), address.socketPath, reason);
        QVERIFY(clock.elapsed() < 3000);
    }

    void namesHostAndPort()
    {
        contract::RedisAddress address;
        address.port = 1; // nobody listens there
        checkFailure(redisConfig(address), u"127.0.0.1:1"_s, u"Connection refused"_s);
    }

private:
    static void checkFailure(const contract::ServerConfig& config, const QString& address, const QString& reason)
    {
        const auto factory = sessions::storeFactory(config);
        QVERIFY(!factory);
        QCOMPARE(factory.error().code, contract::ExitCode::NoStore);
        QVERIFY2(factory.error().sentence.contains(address), qPrintable(factory.error().sentence));
        QVERIFY2(factory.error().sentence.contains(reason), qPrintable(factory.error().sentence));
    }

    // A session that one listener thread makes is found by the other.
    static void checkTwoThreads(const sessions::StoreFactory& factory)
    {
        const auto now = wallClockMs();
        const auto session = newSession(now, { { "user"_ba, "user1"_ba } });
        const std::unique_ptr<QThread> thread(QThread::create([&] { create(*factory(), session); }));
        thread->start();
        QVERIFY(thread->wait(10'000));
        QVERIFY(find(*factory(), session.id, now).session == session);
    }
};

QTEST_GUILESS_MAIN(TestStoreFactory)
#include "tst_storefactory.moc"
