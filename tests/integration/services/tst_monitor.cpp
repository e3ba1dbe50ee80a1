// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/monitor.h"
#include "app/redis/connection.h"
#include "app/services/services.h"
#include "stubserver.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace ceteris;
using monitor::Monitor;
using monitor::Sample;
using monitor::Watch;

class TestMonitor : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void looksAtEverything();
    void tellsInstancesApart();
    void tellsWhatEachInstanceDoes();
    void followsOtherProcesses();
    void leavesOutWhatItCannotRead_data();
    void leavesOutWhatItCannotRead();
    void asksAgain();
    void keepsItsSchedule();
    void stopsAtOnce();
    void costsLittle();

private:
    Watch watch() const;
    Sample wait(Monitor& monitor, QStringView metric) const;

    QTemporaryDir m_folder;
    std::unique_ptr<services::RedisService> m_redis;
};

void TestMonitor::initTestCase()
{
    auto redis = services::RedisService::start({ .settings = {}, .cpus = {}, .folder = m_folder.path() });
    if (!redis && redis.error().code == ErrorCode::ProgramMissing)
        QSKIP("needs redis-server; apt install redis-server");
    QVERIFY2(redis, redis ? "" : qPrintable(describe(redis.error())));
    m_redis = std::move(*redis);
}

Watch TestMonitor::watch() const
{
    Watch watch;
    watch.appPids = { getpid() };
    watch.storePids = { m_redis->pid() };
    watch.redis = { m_redis->address() };
    watch.zero = std::chrono::steady_clock::now();
    return watch;
}

// The first sample with the metric; an empty one after 5 s.
Sample TestMonitor::wait(Monitor& monitor, QStringView metric) const
{
    Sample found;
    [[maybe_unused]] const bool came = QTest::qWaitFor([&] {
        for (auto& sample : monitor.take()) {
            if (found.readings.empty() && sample.find(metric))
                found = std::move(sample);
        }
        return !found.readings.empty();
    });
    return found;
}

void TestMonitor::looksAtEverything()
{
    auto connection = redis::Connection::open(m_redis->address(), 5s);
    QVERIFY(connection);
    for (int key = 0; key < 25; ++key)
        QVERIFY(connection->ask({ "SET", QByteArray::number(key), "" }));
    StubServer server;
    auto all = watch();
    all.metricsUrls = { server.url() };
    Monitor monitor(all);
    monitor.setPeriod(100ms);
    const auto first = wait(monitor, u"connections");
    QVERIFY(!first.find(u"server_requests.home")); // a rate needs two looks
    QVERIFY(first.find(u"memory_generator"));
    server.requests += 100;
    const auto sample = wait(monitor, u"server_requests.home");
    for (const QStringView metric : { u"cpu_generator", u"cpu_monitor", u"cpu_app", u"cpu_store", u"cpu_machine",
             u"cpu_other", u"cpu_steal", u"memory_generator", u"memory_app", u"memory_app_anon", u"memory_store",
             u"redis_used_memory", u"redis_used_memory_dataset", u"redis_used_memory_rss", u"redis_clients",
             u"redis_commands_per_s", u"redis_cmd.info_per_s", u"redis_evicted_keys", u"redis_expired_keys" }) {
        const auto* value = sample.find(metric);
        QVERIFY2(value, qPrintable(metric.toString()));
        QVERIFY2(*value >= 0, qPrintable(metric.toString()));
    }
    QCOMPARE(*sample.find(u"redis_keys"), 25.0);
    QCOMPARE(*sample.find(u"sessions_live"), 25.0); // Redis knows better than the app
    QCOMPARE(*sample.find(u"session_store_bytes"), 4096.0);
    QVERIFY(*sample.find(u"server_requests.home") > 0);
    QVERIFY(*sample.find(u"memory_store") > 1e6);
    QVERIFY(!sample.find(u"cpu_app.1")); // one instance is the role
}

void TestMonitor::tellsInstancesApart()
{
    auto two = watch();
    two.appPids = { getpid(), m_redis->pid() };
    Monitor monitor(two);
    monitor.setPeriod(100ms);
    const auto sample = wait(monitor, u"cpu_app");
    QVERIFY(sample.find(u"cpu_app.1") && sample.find(u"cpu_app.2"));
    QCOMPARE(*sample.find(u"cpu_app"), *sample.find(u"cpu_app.1") + *sample.find(u"cpu_app.2"));
    QCOMPARE(*sample.find(u"memory_app"), *sample.find(u"memory_app.1") + *sample.find(u"memory_app.2"));
}

void TestMonitor::tellsWhatEachInstanceDoes()
{
    StubServer first;
    StubServer third;
    auto two = watch();
    two.redis.clear();
    two.appPids = { getpid(), getpid() };
    two.metricsUrls = { first.url(), third.url() };
    two.instances = { 1, 3 };
    two.balancerPids = { m_redis->pid() };
    Monitor monitor(two);
    monitor.setPeriod(100ms);
    QVERIFY(!wait(monitor, u"instance_sessions.3").find(u"instance_requests.3")); // a rate needs two looks
    third.requests += 1000;
    auto sample = wait(monitor, u"instance_requests.3");
    for (int look = 0; look < 3 && *sample.find(u"instance_requests.3") == 0; ++look)
        sample = wait(monitor, u"instance_requests.3");
    QCOMPARE(*sample.find(u"instance_requests.1"), 0.0);
    QVERIFY(*sample.find(u"instance_requests.3") > 0);
    QCOMPARE(*sample.find(u"instance_sessions.1"), 7.0);
    QCOMPARE(*sample.find(u"sessions_live"), 14.0);
    QVERIFY(sample.find(u"cpu_app.3") && !sample.find(u"cpu_app.2"));
    QCOMPARE(*sample.find(u"memory_app"),
        *sample.find(u"memory_app.1") + *sample.find(u"memory_app.3") + *sample.find(u"memory_balancer"));
    third.silent = true;
    monitor.take();
    sample = wait(monitor, u"instance_sessions.1"); // one that is silent silences no other …
    QVERIFY(!sample.find(u"instance_sessions.3"));
    QVERIFY(!sample.find(u"sessions_live")); // … but the sum

    two.sharedSessions = true;
    third.silent = false;
    Monitor shared(two);
    shared.setPeriod(100ms);
    QCOMPARE(*wait(shared, u"sessions_live").find(u"sessions_live"), 7.0); // each counts those of all
}

void TestMonitor::followsOtherProcesses()
{
    auto two = watch();
    two.appPids = { getpid(), m_redis->pid() };
    Monitor monitor(two);
    monitor.setPeriod(100ms);
    QVERIFY(wait(monitor, u"cpu_app.2").find(u"cpu_app"));
    monitor.follow(watch());
    Sample latest;
    QTRY_VERIFY([&] {
        if (auto samples = monitor.take(); !samples.empty())
            latest = std::move(samples.back());
        return latest.find(u"cpu_app") && !latest.find(u"cpu_app.2");
    }());
}

void TestMonitor::leavesOutWhatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<bool>("silent");
    QTest::newRow("error page") << QByteArray("500 Oh") << QByteArray("# EOF\n") << false;
    QTest::newRow("half a page") << QByteArray("200 OK") << QByteArray("ceteris_conn") << false;
    QTest::newRow("no answer") << QByteArray("200 OK") << QByteArray("# EOF\n") << true;
}

void TestMonitor::leavesOutWhatItCannotRead()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, end);
    QFETCH(bool, silent);
    StubServer server;
    server.status = status;
    server.end = end;
    server.silent = silent;
    auto broken = watch();
    broken.metricsUrls = { server.url() };
    broken.storePids = { 999'999'999 };
    broken.redis.front().password = u"wrong"_s;
    Monitor monitor(broken);
    monitor.setPeriod(100ms);
    const auto sample = wait(monitor, u"cpu_app");
    QVERIFY(sample.find(u"memory_app"));
    QVERIFY(sample.find(u"cpu_machine"));
    for (const QStringView metric : { u"cpu_store", u"cpu_other", u"memory_store", u"redis_keys", u"sessions_live",
             u"connections", u"session_store_bytes" })
        QVERIFY2(!sample.find(metric), qPrintable(metric.toString()));
}

void TestMonitor::asksAgain()
{
    auto redis = services::RedisService::start({ .settings = {}, .cpus = {}, .folder = m_folder.path() });
    QVERIFY(redis);
    StubServer server;
    server.status = "503 Not yet";
    auto both = watch();
    both.metricsUrls = { server.url() };
    both.redis = { (*redis)->address() };
    Monitor monitor(both);
    monitor.setPeriod(100ms);
    QVERIFY(!wait(monitor, u"redis_keys").find(u"connections"));
    server.status = "200 OK";
    QVERIFY(!wait(monitor, u"connections").readings.empty());

    auto connection = redis::Connection::open((*redis)->address(), 5s);
    QVERIFY(connection);
    QVERIFY(connection->ask({ "CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes" }));
    monitor.take();
    QVERIFY(!wait(monitor, u"redis_keys").readings.empty()); // connects anew
    redis->reset();
    QVERIFY(QTest::qWaitFor([&] {
        const auto samples = monitor.take();
        return !samples.empty() && !samples.back().find(u"redis_keys") && samples.back().find(u"cpu_generator");
    }));
}

void TestMonitor::keepsItsSchedule()
{
    Watch nothing;
    nothing.zero = std::chrono::steady_clock::now() - 12'345ms;
    std::vector<Sample> samples;
    Monitor monitor(nothing);
    monitor.setPeriod(50ms);
    QTRY_VERIFY([&] {
        for (auto& sample : monitor.take())
            samples.push_back(std::move(sample));
        return samples.size() >= 10;
    }());
    double last = 0;
    for (const auto& sample : samples) {
        QVERIFY(sample.tS > 12);
        const auto multiple = std::floor(sample.tS / 0.05 + 1e-3); // never early, never twice
        QVERIFY(multiple > last);
        last = multiple;
        QVERIFY(!sample.find(u"cpu_app"));
        QVERIFY(!sample.find(u"cpu_store"));
    }
}

void TestMonitor::stopsAtOnce()
{
    const auto begin = std::chrono::steady_clock::now();
    {
        Monitor monitor(watch());
        monitor.setPeriod(60s);
    }
    QVERIFY(std::chrono::steady_clock::now() - begin < 20s); // not after its period
}

void TestMonitor::costsLittle()
{
    StubServer server;
    auto all = watch();
    all.metricsUrls = { server.url() };
    Monitor monitor(all);
    monitor.setPeriod(100ms);
    double spent = 0;
    int looks = 0;
    QTRY_VERIFY([&] {
        for (const auto& sample : monitor.take()) {
            if (const auto* cores = sample.find(u"cpu_monitor")) {
                spent += *cores * 0.1;
                ++looks;
            }
        }
        return looks >= 20;
    }());
    qInfo("a look costs %.2f ms of CPU", spent / looks * 1e3);
    QVERIFY(spent / looks < 0.05); // 5 % of a core at 1 Hz
}

QTEST_GUILESS_MAIN(TestMonitor)
#include "tst_monitor.moc"
