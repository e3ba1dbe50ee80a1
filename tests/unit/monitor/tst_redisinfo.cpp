// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/memcachedprobe.h"
#include "app/monitor/redisinfo.h"
#include "app/monitor/redisprobe.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace ceteris::monitor;

namespace {

const QByteArray whole
    = "# Server\r\nredis_version:7.0.15\r\nos:Linux 6.1 x86_64\r\n\r\n# Clients\r\nconnected_clients:3\r\n\r\n"
      "# Memory\r\nused_memory:1048576\r\nused_memory_human:1.00M\r\nused_memory_rss:4194304\r\n"
      "used_memory_dataset:2048\r\n\r\n# Stats\r\ntotal_commands_processed:1000\r\nexpired_keys:4\r\n"
      "evicted_keys:0\r\n\r\n# Commandstats\r\n"
      "cmdstat_hgetall:calls=500,usec=900,usec_per_call=1.80,rejected_calls=0,failed_calls=0\r\n"
      "cmdstat_config|get:calls=2,usec=40,usec_per_call=20.00\r\n\r\n"
      "# Keyspace\r\ndb0:keys=70,expires=70,avg_ttl=1799\r\ndb3:keys=5,expires=0,avg_ttl=0\r\n";

double valueOf(const Sample& sample, QStringView metric)
{
    const auto* value = sample.find(metric);
    return value ? *value : std::nan("");
}

} // namespace

class TestRedisInfo : public QObject
{
    Q_OBJECT

private slots:
    void readsNumbers();
    void readsCalls();
    void readsMemcachedStats();
    void countsKeys_data();
    void countsKeys();
    void levels();
    void rates();
    void noRateAfterReset();
    void survivesAnyText();
};

void TestRedisInfo::readsNumbers()
{
    const auto info = parseRedisInfo(whole);
    QCOMPARE(info.number("used_memory"), 1048576.0);
    QCOMPARE(info.number("connected_clients"), 3.0);
    QVERIFY(!info.number("redis_version"));
    QVERIFY(!info.number("used_memory_human"));
    QVERIFY(!info.number("nothing"));
}

void TestRedisInfo::readsCalls()
{
    const auto info = parseRedisInfo(whole);
    QCOMPARE(info.calls, (std::map<QByteArray, double> { { "hgetall", 500 }, { "config|get", 2 } }));
}

void TestRedisInfo::countsKeys_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("keys"); // -1: not told
    QTest::newRow("sum of databases") << whole << 75.0;
    QTest::newRow("empty") << QByteArray("# Keyspace\r\n") << 0.0;
    QTest::newRow("one") << QByteArray("# Keyspace\r\ndb0:keys=1,expires=0,avg_ttl=0\r\n") << 1.0;
    QTest::newRow("no section") << QByteArray("# Memory\r\nused_memory:5\r\n") << -1.0;
    QTest::newRow("not a database") << QByteArray("# Keyspace\r\ndbx:keys=9\r\ndb:keys=9\r\n") << 0.0;
    QTest::newRow("no number") << QByteArray("# Keyspace\r\ndb0:keys=many\r\n") << 0.0;
    QTest::newRow("nothing") << QByteArray() << -1.0;
}

void TestRedisInfo::countsKeys()
{
    QFETCH(QByteArray, text);
    QFETCH(double, keys);
    QCOMPARE(parseRedisInfo(text).keys.value_or(-1), keys);
}

void TestRedisInfo::levels()
{
    Sample sample;
    addRedisLevels(sample, parseRedisInfo(whole));
    QCOMPARE(valueOf(sample, u"redis_used_memory"), 1048576);
    QCOMPARE(valueOf(sample, u"redis_used_memory_dataset"), 2048);
    QCOMPARE(valueOf(sample, u"redis_used_memory_rss"), 4194304);
    QCOMPARE(valueOf(sample, u"redis_clients"), 3);
    QCOMPARE(valueOf(sample, u"redis_keys"), 75);
    QCOMPARE(valueOf(sample, u"redis_evicted_keys"), 0);
    QCOMPARE(valueOf(sample, u"redis_expired_keys"), 4);
    QCOMPARE(sample.readings.size(), 7);

    Sample nothing;
    addRedisLevels(nothing, parseRedisInfo("-LOADING\r\n"));
    QVERIFY(nothing.readings.empty());
}

void TestRedisInfo::rates()
{
    auto later = whole;
    later.replace("processed:1000", "processed:1600").replace("hgetall:calls=500", "hgetall:calls=900");
    later.replace("# Keyspace", "cmdstat_del:calls=6,usec=1\r\n# Keyspace");
    Sample sample;
    addRedisRates(sample, parseRedisInfo(whole), parseRedisInfo(later), 2);
    QCOMPARE(valueOf(sample, u"redis_commands_per_s"), 300);
    QCOMPARE(valueOf(sample, u"redis_cmd.hgetall_per_s"), 200);
    QCOMPARE(valueOf(sample, u"redis_cmd.del_per_s"), 3); // not called before
    QCOMPARE(valueOf(sample, u"redis_cmd.config|get_per_s"), 0);
}

void TestRedisInfo::noRateAfterReset()
{
    auto later = whole;
    later.replace("processed:1000", "processed:3").replace("hgetall:calls=500", "hgetall:calls=1");
    Sample sample;
    addRedisRates(sample, parseRedisInfo(whole), parseRedisInfo(later), 1);
    QVERIFY(!sample.find(u"redis_commands_per_s"));
    QVERIFY(!sample.find(u"redis_cmd.hgetall_per_s"));
    addRedisRates(sample, parseRedisInfo(whole), parseRedisInfo(whole), 0);
    QVERIFY(!sample.find(u"redis_commands_per_s"));
}

void TestRedisInfo::readsMemcachedStats()
{
    const auto before = parseMemcachedStats("STAT curr_items 10\r\nSTAT cmd_meta 100\r\nSTAT evictions 4\r\nEND\r\n");
    const auto after = parseMemcachedStats("STAT version 1.6.18\r\nSTAT curr_items 12\r\nSTAT cmd_meta 300\r\n"
                                           "STAT evictions 2\r\nSTAT\r\nnothing\r\nEND\r\n");
    QCOMPARE(after.size(), 3U);
    Sample first;
    addMemcached(first, std::nullopt, after, 2);
    QVERIFY(!first.find(u"memcached_commands_per_s"));
    Sample sample;
    addMemcached(sample, before, after, 2);
    QCOMPARE(valueOf(sample, u"sessions_live"), 12);
    QCOMPARE(valueOf(sample, u"memcached_evictions"), 2);
    QCOMPARE(valueOf(sample, u"memcached_commands_per_s"), 100);
    QVERIFY(!sample.find(u"memcached_evictions_per_s")); // it was started again
    QVERIFY(!sample.find(u"memcached_bytes")); // it did not say
}

void TestRedisInfo::survivesAnyText()
{
    QRandomGenerator random(1);
    for (int round = 0; round < 20'000; ++round) {
        auto text = whole;
        for (int change = random.bounded(1, 8); change > 0; --change)
            text[random.bounded(int(text.size()))] = "\0\n\r:=,#d0x\xff"[random.bounded(11)];
        text.truncate(random.bounded(int(text.size()) + 1));
        const auto info = parseRedisInfo(text);
        QVERIFY(info.numbers.size() + info.calls.size() < 40);
    }
}

QTEST_APPLESS_MAIN(TestRedisInfo)
#include "tst_redisinfo.moc"
