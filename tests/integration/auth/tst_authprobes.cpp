// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/auth/authfixture.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>

#include <future>
#include <vector>

using namespace ceteris;
using namespace ceteris::authtest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What a server says only in probe trials, on each store: requests that are held, and attributes by name.
class TestAuthProbes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void init();
    void nothingIsHeardWithoutProbes();
    void refusesAnUnusableHold_data();
    void refusesAnUnusableHold();
    void holdsOneRequestOnly();
    void signOutDuringAHold();
    void keysAreApart();
    void writesDuringAHoldAreKept();
    void clientLeavesDuringAHold();
    void serverEndsDuringAHold();

private:
    std::future<Reply> later(const Browser& browser, const QByteArray& path) const;
    bool isUnderWay() const;

    std::unique_ptr<AuthFixture> m_fixture;
};

void TestAuthProbes::initTestCase_data()
{
    QTest::addColumn<QString>("store");
    QTest::addColumn<QString>("save");
    QTest::newRow("memory") << u"memory"_s << u"spring"_s;
    QTest::newRow("redis") << u"redis"_s << u"spring"_s;
    QTest::newRow("redis, atomic") << u"redis"_s << u"atomic"_s;
}

void TestAuthProbes::init()
{
    QFETCH_GLOBAL(QString, store);
    QFETCH_GLOBAL(QString, save);
    if (store == u"redis" && !testsupport::RedisFixture::isInstalled())
        QSKIP(testsupport::RedisFixture::missing);
    m_fixture = std::make_unique<AuthFixture>(store);
    m_fixture->config.store.save = save;
    m_fixture->config.probes = QLatin1StringView(QTest::currentTestFunction()) != "nothingIsHeardWithoutProbes"_L1;
    QVERIFY(m_fixture->start());
}

// The answer to a request of the same browser on a thread of its own.
std::future<Reply> TestAuthProbes::later(const Browser& browser, const QByteArray& path) const
{
    return std::async(std::launch::async, [copy = browser, path]() mutable { return copy.getJson(path); });
}

// Whether somebody is connected besides the one who asks for the metrics.
bool TestAuthProbes::isUnderWay() const
{
    return m_fixture->browser().get("/metrics").body.contains("\nceteris_connections 2\n");
}

void TestAuthProbes::nothingIsHeardWithoutProbes()
{
    auto browser = m_fixture->browser();
    browser.signIn(1);
    QElapsedTimer clock;
    clock.start();
    for (const char* path : { "/?hold_ms=2000", "/me?hold_ms=2000", "/me?hold_ms=x" })
        QCOMPARE(browser.getJson(path).status, 200);
    QVERIFY(clock.elapsed() < 2000);
    browser.getJson("/set?q=1&key=a");
    browser.getJson("/set?q=2&key=b");
    QCOMPARE(browser.getJson("/get?key=a").body, R"({"user":"user1","q":"2"})");
    QCOMPARE(browser.getJson("/get").body, R"({"user":"user1","q":"2"})");
}

void TestAuthProbes::refusesAnUnusableHold_data()
{
    QTest::addColumn<QByteArray>("hold");
    QTest::addColumn<int>("status");
    QTest::newRow("none") << QByteArray("0") << 200;
    QTest::newRow("too long") << QByteArray("2001") << 400;
    QTest::newRow("negative") << QByteArray("-1") << 400;
    QTest::newRow("no number") << QByteArray("x") << 400;
    QTest::newRow("empty") << QByteArray() << 400;
}

void TestAuthProbes::refusesAnUnusableHold()
{
    QFETCH(QByteArray, hold);
    auto browser = m_fixture->browser();
    browser.signIn(1);
    QTEST(browser.getJson("/me?hold_ms=" + hold).status, "status");
}

void TestAuthProbes::holdsOneRequestOnly()
{
    auto browser = m_fixture->browser();
    browser.signIn(1);
    QElapsedTimer clock;
    clock.start();
    auto slow = later(browser, "/me?hold_ms=1500");
    QCOMPARE(browser.getJson("/").body, R"({"user":"user1","visits":1,"count":0,"last":""})");
    QVERIFY(slow.wait_for(0s) == std::future_status::timeout); // and both have the one listener thread
    QCOMPARE(slow.get().status, 200);
    QVERIFY(clock.elapsed() >= 1400);
}

void TestAuthProbes::signOutDuringAHold()
{
    auto browser = m_fixture->browser();
    browser.signIn(1);
    auto slow = later(browser, "/?hold_ms=400");
    QTRY_VERIFY(isUnderWay()); // the session is read, and not yet saved
    auto leaving = browser;
    QCOMPARE(leaving.postJson("/auth/logout", "{}").status, 204);
    QCOMPARE(slow.get().status, 401);
    QCOMPARE(browser.getJson("/me").status, 401);
    if (m_fixture->config.store.kind == u"redis")
        QCOMPARE(m_fixture->redis().command({ "DBSIZE" }), QVariant(0));
}

void TestAuthProbes::keysAreApart()
{
    auto browser = m_fixture->browser();
    browser.signIn(1);
    browser.getJson("/set?q=0");
    QCOMPARE(browser.getJson("/set?q=1&key=user").body, R"({"user":"user1","q":"1"})"); // not the user's name
    QCOMPARE(browser.getJson("/set?q=2&key=b").body, R"({"user":"user1","q":"2"})");
    QCOMPARE(browser.getJson("/get?key=user").body, R"({"user":"user1","q":"1"})");
    QCOMPARE(browser.getJson("/get?key=c").body, R"({"user":"user1","q":null})");
    QCOMPARE(browser.getJson("/get").body, R"({"user":"user1","q":"0"})");
    QCOMPARE(browser.getJson("/set?q=1&key=").status, 400);
    QCOMPARE(browser.getJson("/set?q=1&key=" + QByteArray(65, 'k')).status, 400);
}

void TestAuthProbes::writesDuringAHoldAreKept()
{
    auto browser = m_fixture->browser();
    browser.signIn(1);
    std::vector<std::future<Reply>> writes;
    for (const char* path : { "/set?key=a&q=1", "/set?key=b&q=2", "/set?key=c&q=3", "/set?key=d&q=4" })
        writes.push_back(later(browser, QByteArray(path) + "&hold_ms=200"));
    for (auto& write : writes)
        QCOMPARE(write.get().status, 200);
    for (const char* key : { "a", "b", "c", "d" })
        QVERIFY(!browser.getJson(QByteArray("/get?key=") + key).body.contains("null"));
}

void TestAuthProbes::clientLeavesDuringAHold()
{
    auto browser = m_fixture->browser();
    browser.signIn(1);
    QTcpSocket leaving;
    leaving.connectToHost(u"127.0.0.1"_s, m_fixture->port());
    leaving.write(
        "POST /work?hold_ms=200 HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 13\r\n"
        "Cookie: SESSION="
        + browser.session() + "\r\n\r\n{\"token\":\"t\"}");
    QVERIFY(leaving.waitForBytesWritten());
    leaving.disconnectFromHost();
    QTRY_VERIFY(browser.getJson("/me").body.contains(R"("count":1,"last":"t")")); // it was asked for, so it is done
    QVERIFY(browser.get("/metrics").body.contains("ceteris_http_requests_total{route=\"work\",status=\"499\"} 1\n"));
}

void TestAuthProbes::serverEndsDuringAHold()
{
    auto browser = m_fixture->browser();
    browser.signIn(1);
    auto slow = later(browser, "/me?hold_ms=500");
    QTRY_VERIFY(isUnderWay());
    m_fixture.reset();
    QCOMPARE(slow.get().status, 200); // what is in flight may end
}

QTEST_GUILESS_MAIN(TestAuthProbes)
#include "tst_authprobes.moc"
