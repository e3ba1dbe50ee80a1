// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/redisstore.h"
#include "tests/support/redisfixture.h"
#include "tests/support/storecalls.h"

#include <QElapsedTimer>
#include <QTest>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

using namespace Qt::StringLiterals;
using namespace ceteris::sessions;
using namespace ceteris::testsupport;
using namespace std::chrono_literals;

// What happens to waiting and later requests when Redis dies, stalls, or refuses the password.
class TestRedisFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!RedisFixture::isInstalled())
            QSKIP(RedisFixture::missing);
    }

    void recoversFromAKill_data()
    {
        QTest::addColumn<bool>("tcp");
        QTest::newRow("unix socket") << false;
        QTest::newRow("tcp") << true;
    }

    void recoversFromAKill()
    {
        QFETCH(bool, tcp);
        RedisFixture redis({ .password = u"secret"_s, .tcp = tcp, .keepsData = true });
        QVERIFY(redis.start());
        RedisStore store(options(redis));
        const auto now = wallClockMs();
        const auto session = newSession(now);
        QCOMPARE(create(store, session), Status::Ok);

        int unavailable = 0;
        redis.pause(); // so that the hundred are still waiting when it dies
        for (int i = 0; i < 100; ++i)
            store.find(
                session.id, now, [&](Status status, const Session&) { unavailable += status == Status::Unavailable; });
        QCoreApplication::processEvents();
        QCOMPARE(unavailable, 0);
        redis.kill();
        QTRY_COMPARE(unavailable, 100);
        QCOMPARE(find(store, session.id, now).status, Status::Unavailable);
        QCOMPARE(create(store, session), Status::Unavailable);
        QCOMPARE(save(store, deltaOf(session, now)), Status::Unavailable);
        QCOMPARE(rotateId(store, newSessionId(), deltaOf(session, now)), Status::Unavailable);
        QCOMPARE(remove(store, session.id), Status::Unavailable);
        QCOMPARE(clear(store), Status::Unavailable);
        QCOMPARE(count(store), -1);

        QVERIFY(redis.start());
        QTRY_COMPARE(find(store, session.id, now).status, Status::Ok); // the same session, the same store
    }

    void givesUpOnAStalledRedis()
    {
        RedisFixture redis;
        QVERIFY(redis.start());
        RedisStore store(options(redis));
        const auto now = wallClockMs();
        const auto session = newSession(now);
        QCOMPARE(create(store, session), Status::Ok);
        redis.pause();
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(find(store, session.id, now).status, Status::Unavailable);
        QVERIFY(clock.elapsed() >= 190); // it did wait for the deadline,
        QVERIFY(clock.elapsed() < 2000); // and not for Redis
        QCOMPARE(find(store, session.id, now).status, Status::Unavailable);
        redis.resume();
        QTRY_COMPARE(find(store, session.id, now).status, Status::Ok);
    }

    // A late answer belongs to a request that has been given up; the next request must not get it.
    void neverMixesUpAnswers()
    {
        RedisFixture redis;
        QVERIFY(redis.start());
        RedisStore store(options(redis));
        const auto now = wallClockMs();
        const auto first = newSession(now, { { "user"_ba, "user1"_ba } });
        const auto second = newSession(now, { { "user"_ba, "user2"_ba } });
        create(store, first);
        create(store, second);
        for (int round = 0; round < 3; ++round) {
            redis.pause();
            QCOMPARE(find(store, first.id, now).status, Status::Unavailable);
            redis.resume();
            QTRY_COMPARE(find(store, second.id, now).status, Status::Ok);
            QVERIFY(find(store, second.id, now).session == second);
        }
    }

    void waitsForARedisThatComesLater()
    {
        RedisFixture redis;
        RedisStore store(options(redis));
        const auto session = newSession(wallClockMs());
        QCOMPARE(create(store, session), Status::Unavailable);
        QVERIFY(redis.start());
        QTRY_COMPARE(create(store, session), Status::Ok);
    }

    void isUnavailableWithTheWrongPassword_data()
    {
        QTest::addColumn<QString>("password");
        QTest::newRow("wrong") << u"guess"_s;
        QTest::newRow("none") << QString();
    }

    void isUnavailableWithTheWrongPassword()
    {
        QFETCH(QString, password);
        RedisFixture redis({ .password = u"secret"_s });
        QVERIFY(redis.start());
        auto wrong = options(redis);
        wrong.address.password = password;
        RedisStore store(wrong);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(create(store, newSession(wallClockMs())), Status::Unavailable);
        QCOMPARE(redis.command({ "DBSIZE" }), QVariant(0));
    }

    void survivesAClosedConnection()
    {
        RedisFixture redis;
        QVERIFY(redis.start());
        RedisStore store(options(redis));
        for (int i = 0; i < 20; ++i) { // closed between two requests, as a failover or an idle timeout does
            QTRY_COMPARE(create(store, newSession(wallClockMs())), Status::Ok);
            redis.command({ "CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes" });
        }
    }

    void answersWhenItIsDestroyed()
    {
        RedisFixture redis;
        QVERIFY(redis.start());
        int answers = 0;
        {
            RedisStore store(options(redis));
            const auto session = newSession(wallClockMs());
            create(store, session);
            redis.pause();
            for (int i = 0; i < 10; ++i)
                store.save(
                    deltaOf(session, wallClockMs()), [&](Status status) { answers += status == Status::Unavailable; });
            QCoreApplication::processEvents();
        }
        QCOMPARE(answers, 10);
    }

    void mayBeDestroyedByAnAnswer()
    {
        RedisFixture redis;
        QVERIFY(redis.start());
        auto store = std::make_unique<RedisStore>(options(redis));
        int answers = 0;
        for (int i = 0; i < 10; ++i)
            store->remove(newSessionId(), [&](Status) {
                ++answers;
                store.reset();
            });
        QTRY_COMPARE(answers, 10);
    }

    // More than a socket takes at once, so that reading and writing go on in turns.
    void carriesMuchAtOnce()
    {
        RedisFixture redis({ .tcp = true });
        QVERIFY(redis.start());
        auto patient = options(redis);
        patient.timing.deadline = 10s;
        RedisStore store(patient);
        const auto now = wallClockMs();
        const auto session = newSession(now, { { "image"_ba, Bytes { QByteArray(1 << 20, 'x') } } });
        int same = 0;
        for (int i = 0; i < 20; ++i) {
            auto copy = session;
            copy.id = newSessionId();
            store.create(copy, [&, copy](Status) {
                store.find(copy.id, now, [&, copy](Status, const Session& found) { same += found == copy; });
            });
        }
        QTRY_COMPARE_WITH_TIMEOUT(same, 20, 15'000);
    }

private:
    static RedisStoreOptions options(const RedisFixture& redis)
    {
        return { redis.address(), u"spring:session"_s, 3600, { .deadline = 200ms } };
    }
};

QTEST_GUILESS_MAIN(TestRedisFaults)
#include "tst_redisfaults.moc"
