// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/monitor.h"
#include "app/redis/connection.h"
#include "app/services/services.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <future>
#include <hiredis/hiredis.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace ceteris;
using monitor::Monitor;
using monitor::Sample;
using monitor::Watch;

namespace {

// Answers every request with the same page, or not at all.
class StubServer : public QTcpServer
{
public:
    StubServer()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            const auto socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                if (socket->readAll().contains("\r\n\r\n") && !silent)
                    socket->write("HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(page().size())
                        + "\r\n\r\n" + page());
            });
        });
        listen(QHostAddress::LocalHost);
    }

    QString url() const { return u"http://127.0.0.1:%1/metrics"_s.arg(serverPort()); }

    QByteArray page() const
    {
        return "ceteris_http_requests_total{route=\"home\",status=\"200\"} " + QByteArray::number(requests)
            + "\nceteris_http_requests_total{route=\"home\",status=\"503\"} 1\nceteris_sessions 7\n"
              "ceteris_session_store_bytes 4096\nceteris_connections 2\n"
            + end;
    }

    QByteArray status = "200 OK";
    QByteArray end = "# EOF\n";
    int requests = 10;
    bool silent = false;
};

} // namespace

class TestMonitor : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void looksAtEverything();
    void tellsInstancesApart();
    void leavesOutWhatItCannotRead_data();
    void leavesOutWhatItCannotRead();
    void asksAgain();
    void keepsItsSchedule();
    void stopsAtOnce();
    void costsLittle();
    void bytesPerSession();
    void countsSessions();
    void readsCounters();

private:
    Watch watch() const;
    Sample wait(Monitor& monitor, QStringView metric) const;
    redisReply* ask(const std::vector<QByteArray>& words);
    void fill(int from, int to);

    QTemporaryDir m_folder;
    std::unique_ptr<services::RedisService> m_redis;
    std::optional<redis::Connection> m_connection;
    redis::Reply m_reply;
};

void TestMonitor::initTestCase()
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

Watch TestMonitor::watch() const
{
    Watch watch;
    watch.appPids = { getpid() };
    watch.storePids = { m_redis->pid() };
    watch.redis = m_redis->address();
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

redisReply* TestMonitor::ask(const std::vector<QByteArray>& words)
{
    auto reply = m_connection->ask(words);
    if (!reply)
        qFatal("%s", qPrintable(describe(reply.error())));
    m_reply = std::move(*reply);
    return m_reply.get();
}

// Sessions as Spring Session keeps them.
void TestMonitor::fill(int from, int to)
{
    for (int i = from; i < to; ++i) {
        const QByteArray key = "spring:session:sessions:" + QByteArray::number(i).rightJustified(32, 'a');
        ask({ "HMSET", key, "creationTime", "1700000000000", "lastAccessedTime", "1700000000000", "maxInactiveInterval",
            "1800", "sessionAttr:userId", "\"user" + QByteArray::number(i) + '"' });
        ask({ "PEXPIRE", key, "1800000" });
    }
}

void TestMonitor::looksAtEverything()
{
    QVERIFY(m_redis->flush());
    fill(0, 25);
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
    broken.redis->password = u"wrong"_s;
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
    both.redis = (*redis)->address();
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

void TestMonitor::bytesPerSession()
{
    QVERIFY(m_redis->flush());
    Monitor monitor(watch());
    monitor.setPeriod(20ms);
    std::vector<double> sessions;
    std::vector<double> bytes;
    for (int step = 0; step <= 2000; step += 250) {
        fill(step - 250 < 0 ? 0 : step - 250, step);
        monitor.take();
        const auto sample = wait(monitor, u"redis_used_memory");
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

void TestMonitor::countsSessions()
{
    QVERIFY(m_redis->flush());
    fill(0, 1500);
    ask({ "SET", "spring:session:sessions:expires:abc", "" });
    ask({ "ZADD", "spring:session:sessions:expirations", "1", "abc" });
    ask({ "SET", "spring:session:other", "" });
    ask({ "SET", "spring:session:sessions:", "" });
    ask({ "SET", "odd*[name]:sessions:a", "" });
    ask({ "SET", "odd-name:sessions:b", "" });
    QCOMPARE(monitor::countRedisSessions(m_redis->address(), u"spring:session"_s), std::optional<qint64>(1500));
    QCOMPARE(monitor::countRedisSessions(m_redis->address(), u"odd*[name]"_s), std::optional<qint64>(1));
    QCOMPARE(monitor::countRedisSessions(m_redis->address(), u"nobody"_s), std::optional<qint64>(0));
    auto stranger = m_redis->address();
    stranger.password = u"guess"_s;
    QCOMPARE(monitor::countRedisSessions(stranger, u"spring:session"_s), std::optional<qint64>());
}

void TestMonitor::readsCounters()
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

QTEST_GUILESS_MAIN(TestMonitor)
#include "tst_monitor.moc"
