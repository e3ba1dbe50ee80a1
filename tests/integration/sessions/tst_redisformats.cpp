// SPDX-License-Identifier: GPL-3.0-or-later
// What each layout of sessions in Redis asks, keeps, costs and loses.
#include "tests/integration/sessions/redislayouts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris::sessions;
using namespace ceteris::testsupport;

namespace {

Session withImage(qint64 now, qsizetype imageBytes)
{
    auto session = newSession(now, { { "userId"_ba, "user12345"_ba }, { "role"_ba, "ROLE_USER"_ba } });
    if (imageBytes > 0)
        session.attributes.insert("image"_ba, Bytes { QByteArray(imageBytes, 'i') });
    return session;
}

} // namespace

class TestRedisFormats : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!RedisFixture::isInstalled())
            QSKIP(RedisFixture::missing);
        QVERIFY(m_redis.start());
        m_redis.command({ "CONFIG", "SET", "slowlog-log-slower-than", "0" });
    }

    void init() { m_redis.command({ "FLUSHALL" }); }

    void asksAsTheFrameworkDoes_data()
    {
        QTest::addColumn<Layout>("layout");
        QTest::addColumn<WriteMode>("writes");
        QTest::addColumn<QByteArray>("create");
        QTest::addColumn<QByteArray>("read"); // a request that changes nothing
        QTest::addColumn<QByteArray>("write"); // one that changes two attributes, a minute later
        QTest::addColumn<QByteArray>("rotate");
        QTest::addColumn<QByteArray>("remove");
        QTest::newRow("spring") << Layout::Spring << WriteMode::Delta << "HMSET PEXPIREAT"_ba
                                << "HGETALL EXISTS HMSET PEXPIREAT"_ba
                                << "HGETALL EXISTS HMSET PEXPIREAT"_ba
                                << "RENAME HMSET PEXPIREAT"_ba
                                << "DEL"_ba;
        QTest::newRow("spring, immediate") << Layout::Spring << WriteMode::Immediate << "HMSET PEXPIREAT"_ba
                                           << "HGETALL EXISTS HMSET PEXPIREAT"_ba
                                           << "HGETALL EXISTS HMSET PEXPIREAT HMSET PEXPIREAT HMSET PEXPIREAT"_ba
                                           << "RENAME HMSET PEXPIREAT"_ba
                                           << "DEL"_ba;
        QTest::newRow("indexed") << Layout::Indexed << WriteMode::Delta
                                 << "HMSET SADD PUBLISH APPEND PEXPIRE PEXPIRE PEXPIRE SADD"_ba
                                 << "HGETALL HMSET APPEND PEXPIRE PEXPIRE PEXPIRE SADD"_ba
                                 << "HGETALL HMSET APPEND PEXPIRE PEXPIRE SREM PEXPIRE SADD"_ba
                                 << "RENAME RENAME SREM SADD HMSET APPEND PEXPIRE PEXPIRE PEXPIRE SADD"_ba
                                 << "HGETALL SREM HGETALL SREM DEL HMSET DEL PEXPIRE PEXPIRE SADD"_ba;
        QTest::newRow("connect") << Layout::Connect << WriteMode::Delta << "SET"_ba
                                 << "GET EXPIRE"_ba
                                 << "GET SET"_ba
                                 << "DEL SET"_ba
                                 << "DEL"_ba;
        QTest::newRow("connect, always") << Layout::Connect << WriteMode::Always << "SET"_ba
                                         << "GET SET"_ba
                                         << "GET SET"_ba
                                         << "DEL SET"_ba
                                         << "DEL"_ba;
    }

    void asksAsTheFrameworkDoes()
    {
        QFETCH(Layout, layout);
        QFETCH(WriteMode, writes);
        auto options = optionsOf();
        options.writes = writes;
        const auto store = makeStore(layout, options);
        const auto now = startOfMinute();
        auto session = newSession(now, { { "user"_ba, "user1"_ba } });
        QTEST(commandsOf([&] { create(*store, session); }), "create");
        QTEST(commandsOf([&] { save(*store, deltaOf(find(*store, session.id, now).session, now + 5)); }), "read");
        QTEST(commandsOf([&] {
            const auto found = find(*store, session.id, now).session;
            QCOMPARE(save(*store, deltaOf(found, now + aMinuteMs, { { "a"_ba, 1 }, { "b"_ba, 2 } })), Status::Ok);
        }),
            "write");
        session = find(*store, session.id, now).session;
        const auto newId = newSessionId();
        QTEST(commandsOf([&] { rotateId(*store, newId, deltaOf(session, now + aMinuteMs)); }), "rotate");
        QTEST(commandsOf([&] { remove(*store, newId); }), "remove");
    }

    // From INFO commandstats, for a page that counts visits.
    void commandsPerAuthenticatedGet_data()
    {
        QTest::addColumn<Layout>("layout");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        QTest::newRow("spring") << Layout::Spring << 4. << 4.;
        QTest::newRow("indexed") << Layout::Indexed << 7. << 8.;
        QTest::newRow("connect") << Layout::Connect << 2. << 2.;
    }

    void commandsPerAuthenticatedGet()
    {
        QFETCH(Layout, layout);
        const auto store = makeStore(layout, optionsOf());
        const auto now = wallClockMs();
        const auto session = newSession(now, { { "user"_ba, "user1"_ba } });
        create(*store, session);
        m_redis.forgetCalls();
        constexpr int requests = 20;
        for (int i = 1; i <= requests; ++i) { // one each 10 s: some of them into the next bucket
            const auto at = now + i * 10'000;
            save(*store, deltaOf(find(*store, session.id, at).session, at, { { "visits"_ba, i } }));
        }
        auto calls = m_redis.calls();
        for (const auto* ours : { "config|resetstat", "info", "config" })
            calls.remove(ours);
        double all = 0;
        for (const auto count : calls)
            all += static_cast<double>(count);
        QFETCH(double, least);
        QFETCH(double, most);
        QVERIFY2(all / requests >= least && all / requests <= most, qPrintable(QString::number(all / requests)));
    }

    // used_memory, as measured once with the real frameworks; within 10 %.
    void bytesPerSession_data()
    {
        QTest::addColumn<Layout>("layout");
        QTest::addColumn<ValueForm>("values");
        QTest::addColumn<int>("image");
        QTest::addColumn<double>("expected");
        const auto rows
            = [](const char* name, Layout layout, ValueForm values, double none, double small, double large) {
                  QTest::addRow("%s, no image", name) << layout << values << 0 << none;
                  QTest::addRow("%s, 1 KiB", name) << layout << values << 1024 << small;
                  QTest::addRow("%s, 100 KiB", name) << layout << values << 102'400 << large;
              };
        rows("spring, JDK", Layout::Spring, ValueForm::Jdk, 966, 2311, 115'796);
        rows("spring, JSON", Layout::Spring, ValueForm::Json, 326, 2294, 164'701);
        rows("indexed, JDK", Layout::Indexed, ValueForm::Jdk, 1648, 2993, 116'486);
        rows("indexed, JSON", Layout::Indexed, ValueForm::Json, 1008, 2977, 165'391);
        rows("connect", Layout::Connect, ValueForm::Json, 342, 1942, 164'080);
    }

    void bytesPerSession()
    {
        QFETCH(Layout, layout);
        QFETCH(ValueForm, values);
        QFETCH(int, image);
        QFETCH(double, expected);
        auto options = optionsOf();
        options.codec.form = values;
        options.principal = "userId"_ba;
        const auto store = makeStore(layout, options);
        const auto before = usedMemory();
        const auto now = wallClockMs();
        const int sessions = image > 10'000 ? 100 : 2000;
        const int inFlight = image > 10'000 ? 10 : 200;
        int answered = 0;
        int created = 0;
        for (int i = 0; i < sessions; ++i) {
            auto session = withImage(now, image);
            session.attributes.insert("userId"_ba, QByteArray("user" + QByteArray::number(10'000 + i)));
            store->create(session, [&](Status status) {
                ++answered;
                created += status == Status::Ok;
            });
            while (i - answered > inFlight)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents); // each is answered, at its deadline
        }
        QTRY_COMPARE(answered, sessions);
        QCOMPARE(created, sessions);
        const auto each = (usedMemory() - before) / sessions;
        qInfo("%.0f bytes per session, %.1f %% off", each, 100 * (each / expected - 1));
        QVERIFY(std::abs(each / expected - 1) < 0.1);
    }

    // A logout while a request is under way: does the request bring the session back?
    void aLateSave_data()
    {
        QTest::addColumn<Layout>("layout");
        QTest::addColumn<SaveMode>("mode");
        QTest::addColumn<Status>("saved");
        QTest::addColumn<Status>("found");
        QTest::newRow("spring") << Layout::Spring << SaveMode::Spring << Status::NotFound << Status::NotFound;
        QTest::newRow("indexed") << Layout::Indexed << SaveMode::Spring << Status::Ok << Status::NotFound;
        QTest::newRow("indexed, atomic") << Layout::Indexed << SaveMode::Atomic << Status::NotFound << Status::NotFound;
        QTest::newRow("connect") << Layout::Connect << SaveMode::Spring << Status::Ok << Status::Ok; // it does
        QTest::newRow("connect, atomic") << Layout::Connect << SaveMode::Atomic << Status::NotFound << Status::NotFound;
    }

    void aLateSave()
    {
        QFETCH(Layout, layout);
        QFETCH(SaveMode, mode);
        auto options = optionsOf();
        options.saveMode = mode;
        const auto store = makeStore(layout, options);
        const auto now = wallClockMs();
        const auto session = newSession(now, { { "user"_ba, "user1"_ba } });
        create(*store, session);
        remove(*store, session.id);
        QTEST(save(*store, deltaOf(session, now, { { "a"_ba, 1 } })), "saved");
        QTEST(find(*store, session.id, now).status, "found");
    }

    // Two requests at the same time, each with another change.
    void parallelChanges_data()
    {
        QTest::addColumn<Layout>("layout");
        QTest::addColumn<WriteMode>("writes");
        QTest::addColumn<bool>("bothAreKept");
        QTest::newRow("spring") << Layout::Spring << WriteMode::Delta << true;
        QTest::newRow("spring, immediate") << Layout::Spring << WriteMode::Immediate << true;
        QTest::newRow("spring, always") << Layout::Spring << WriteMode::Always << false;
        QTest::newRow("indexed") << Layout::Indexed << WriteMode::Delta << true;
        QTest::newRow("indexed, always") << Layout::Indexed << WriteMode::Always << false;
        QTest::newRow("connect") << Layout::Connect << WriteMode::Delta << false;
    }

    void parallelChanges()
    {
        QFETCH(Layout, layout);
        QFETCH(WriteMode, writes);
        auto options = optionsOf();
        options.writes = writes;
        const auto store = makeStore(layout, options);
        const auto now = wallClockMs();
        const auto session = newSession(now, { { "a"_ba, 0 }, { "b"_ba, 0 } });
        create(*store, session);
        save(*store, deltaOf(session, now, { { "a"_ba, 1 } }));
        save(*store, deltaOf(session, now, { { "b"_ba, 1 } }));
        const auto kept = find(*store, session.id, now).session.attributes;
        QVERIFY(kept.value("b"_ba) == Value(1));
        QTEST(kept.value("a"_ba) == Value(1), "bothAreKept");
    }

    void touchesNowAndThen_data()
    {
        QTest::addColumn<Layout>("layout");
        QTest::newRow("spring") << Layout::Spring;
        QTest::newRow("indexed") << Layout::Indexed;
        QTest::newRow("connect") << Layout::Connect;
    }

    void touchesNowAndThen()
    {
        QFETCH(Layout, layout);
        auto options = optionsOf();
        options.touchS = 60;
        const auto store = makeStore(layout, options);
        const auto now = wallClockMs();
        const auto session = newSession(now);
        create(*store, session);
        QCOMPARE(commandsOf([&] { save(*store, deltaOf(session, now + 59'999)); }), ""_ba);
        QVERIFY(!commandsOf([&] { save(*store, deltaOf(session, now + 1, { { "a"_ba, 1 } })); }).isEmpty());
        QVERIFY(!commandsOf([&] { save(*store, deltaOf(session, now + 60'000)); }).isEmpty());
    }

    void readsWhatIsNeeded_data()
    {
        QTest::addColumn<Layout>("layout");
        QTest::addColumn<QByteArray>("command");
        QTest::newRow("spring") << Layout::Spring << "HMGET"_ba;
        QTest::newRow("indexed") << Layout::Indexed << "HMGET"_ba;
        QTest::newRow("connect") << Layout::Connect << "GET"_ba; // one text: there is nothing to choose
    }

    void readsWhatIsNeeded()
    {
        QFETCH(Layout, layout);
        auto options = optionsOf();
        options.reads = ReadMode::Needed;
        const auto store = makeStore(layout, options);
        const auto now = wallClockMs();
        auto session = newSession(now, { { "user"_ba, "user1"_ba }, { "image"_ba, Bytes { "x"_ba } } });
        create(*store, session);
        FoundSession some;
        QTEST(commandsOf([&] { some = findSome(*store, session.id, { "user"_ba, "none"_ba }, now); }), "command");
        QCOMPARE(some.status, Status::Ok);
        if (layout != Layout::Connect)
            session.attributes.remove("image"_ba);
        QVERIFY(some.session == session);
        QCOMPARE(save(*store, deltaOf(some.session, now, { { "user"_ba, "user2"_ba } })), Status::Ok);
        QVERIFY(find(*store, session.id, now).session.attributes.contains("image"_ba));
        remove(*store, session.id);
        QCOMPARE(findSome(*store, session.id, { "user"_ba }, now).status, Status::NotFound);
        QCOMPARE(findSome(*store, newSessionId(), { "user"_ba }, now).status, Status::NotFound);
    }

    void connectRedisKeepsTheTime()
    {
        const auto store = makeStore(Layout::Connect, optionsOf());
        auto session = newSession(wallClockMs());
        session.id = newLongSessionId();
        session.maxInactiveS = 100;
        create(*store, session);
        const QByteArray key = "sess:" + session.id;
        QCOMPARE(secondsLeft(m_redis, key), 100);
        m_redis.command({ "EXPIRE", key, "10" });
        save(*store, deltaOf(session, session.createdMs));
        QCOMPARE(secondsLeft(m_redis, key), 100);
        m_redis.command({ "PEXPIRE", key, "1" });
        QTRY_COMPARE(find(*store, session.id, session.createdMs).status, Status::NotFound);
    }

private:
    RedisStoreOptions optionsOf() const { return { .address = m_redis.address() }; }

    // "HGETALL DEL": what the work sent, in order, from the log of slow commands, which is told that all are.
    template <class Work>
    QByteArray commandsOf(Work work) const
    {
        m_redis.command({ "SLOWLOG", "RESET" });
        work();
        QByteArrayList names;
        for (const auto& entry : m_redis.command({ "SLOWLOG", "GET", "100" }).toList())
            names.prepend(entry.toList().value(3).toList().value(0).toByteArray());
        names.removeAll("SLOWLOG"_ba);
        names.removeAll("PING"_ba);
        return names.join(' ');
    }

    double usedMemory() const
    {
        m_redis.command({ "MEMORY", "PURGE" });
        const auto info = m_redis.command({ "INFO", "memory" }).toByteArray();
        const auto at = info.indexOf("used_memory:") + 12;
        return info.sliced(at, info.indexOf('\r', at) - at).toDouble();
    }

    RedisFixture m_redis;
};

QTEST_GUILESS_MAIN(TestRedisFormats)
#include "tst_redisformats.moc"
