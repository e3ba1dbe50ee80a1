// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/monitor.h"
#include "app/redis/connection.h"
#include "app/services/services.h"
#include "stubserver.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <future>
#include <hiredis/hiredis.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace ceteris;

// The figures that are taken from the store and the server themselves.
class TestSessionFigures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void bytesPerSession();
    void countsSessions();
    void readsCounters();

private:
    redisReply* ask(const std::vector<QByteArray>& words);
    void fill(int from, int to);
    monitor::Sample next(monitor::Monitor& monitor) const;

    QTemporaryDir m_folder;
    std::unique_ptr<services::RedisService> m_redis;
    std::optional<redis::Connection> m_connection;
    redis::Reply m_reply;
};

void TestSessionFigures::initTestCase()
{
    auto redis = services::RedisService::start({ .settings = {}, .cpus = {}, .folder = m_folder.path() });
    if (!redis && redis.error().code == ErrorCode::ProgramMissing)
        QSKIP("needs redis-server; apt install redis-server");
    QVERIFY2(redis, redis ? "" : qPrintable(describe(redis.error())));
    m_redis = std::move(*redis);
    auto connection = redis::Connection::open(m_redis->address(), 5s);
    QVERIFY(connection);
    m_connection = std::move(*connection);
}

// The first sample from now on that has Redis's memory.
monitor::Sample TestSessionFigures::next(monitor::Monitor& monitor) const
{
    monitor.take();
    monitor::Sample found;
    [[maybe_unused]] const bool came = QTest::qWaitFor([&] {
        for (auto& sample : monitor.take()) {
            if (sample.find(u"redis_used_memory"))
                found = std::move(sample);
        }
        return !found.readings.empty();
    });
    return found;
}

redisReply* TestSessionFigures::ask(const std::vector<QByteArray>& words)
{
    auto reply = m_connection->ask(words);
    if (!reply)
        qFatal("%s", qPrintable(describe(reply.error())));
    m_reply = std::move(*reply);
    return m_reply.get();
}

// Sessions as Spring Session keeps them.
void TestSessionFigures::fill(int from, int to)
{
    for (int i = from; i < to; ++i) {
        const QByteArray key = "spring:session:sessions:" + QByteArray::number(i).rightJustified(32, 'a');
        ask({ "HMSET", key, "creationTime", "1700000000000", "lastAccessedTime", "1700000000000", "maxInactiveInterval",
            "1800", "sessionAttr:userId", "\"user" + QByteArray::number(i) + '"' });
        ask({ "PEXPIRE", key, "1800000" });
    }
}

void TestSessionFigures::bytesPerSession()
{
    QVERIFY(m_redis->flush());
    monitor::Watch watch;
    watch.redis = { m_redis->address() };
    monitor::Monitor monitor(watch);
    monitor.setPeriod(20ms);
    std::vector<double> sessions;
    std::vector<double> bytes;
    for (int step = 0; step <= 2000; step += 250) {
        fill(step - 250 < 0 ? 0 : step - 250, step);
        const auto sample = next(monitor);
        QVERIFY(!sample.readings.empty());
        sessions.push_back(*sample.find(u"sessions_live"));
        bytes.push_back(*sample.find(u"redis_used_memory"));
    }
    QCOMPARE(sessions.back(), 2000.0);
    const auto slope = monitor::theilSenSlope(sessions, bytes);
    QVERIFY(slope);
    // MEMORY USAGE leaves out the entries in the tables of keys and of expiries: 24 bytes each, and 8 to 16 for the
    // slot.
    constexpr double tableBytes = 2 * (24 + 12);
    const auto usage = static_cast<double>(
        ask({ "MEMORY", "USAGE", "spring:session:sessions:" + QByteArray("7").rightJustified(32, 'a') })->integer);
    qInfo("%.0f bytes per session; MEMORY USAGE says %.0f", *slope, usage);
    QVERIFY(std::abs(*slope / (usage + tableBytes) - 1) < 0.25);
}

void TestSessionFigures::countsSessions()
{
    QVERIFY(m_redis->flush());
    fill(0, 1500);
    ask({ "SET", "spring:session:sessions:expires:abc", "" });
    ask({ "ZADD", "spring:session:sessions:expirations", "1", "abc" });
    ask({ "SET", "spring:session:other", "" });
    ask({ "SET", "spring:session:sessions:", "" });
    ask({ "SET", "odd*[name]:sessions:a", "" });
    ask({ "SET", "odd-name:sessions:b", "" });
    QCOMPARE(
        monitor::countRedisSessions(m_redis->address(), "spring:session:sessions:"_ba), std::optional<qint64>(1500));
    QCOMPARE(monitor::countRedisSessions(m_redis->address(), "odd*[name]:sessions:"_ba), std::optional<qint64>(1));
    QCOMPARE(monitor::countRedisSessions(m_redis->address(), "nobody:sessions:"_ba), std::optional<qint64>(0));
    auto stranger = m_redis->address();
    stranger.password = u"guess"_s;
    QCOMPARE(monitor::countRedisSessions(stranger, "spring:session:sessions:"_ba), std::optional<qint64>());
}

void TestSessionFigures::readsCounters()
{
    StubServer server;
    std::optional<monitor::ServerCounters> counters;
    const auto read = [&] {
        const auto answer = std::async(std::launch::async,
            [&] { counters = monitor::readServerCounters(server.url().chopped(8)); }); // without its /metrics
        return QTest::qWaitFor([&] { return answer.wait_for(0s) == std::future_status::ready; }, 8000);
    };
    QVERIFY(read());
    QVERIFY(counters);
    QCOMPARE(counters->of(u"home"), 11);
    QCOMPARE(counters->of(u"login"), 0);
    QCOMPARE(counters->sessions, std::optional<qint64>(7));
    server.end = "# E";
    QVERIFY(read());
    QVERIFY(!counters);
}

QTEST_GUILESS_MAIN(TestSessionFigures)
#include "tst_sessionfigures.moc"
