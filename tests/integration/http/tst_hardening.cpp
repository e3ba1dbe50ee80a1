// SPDX-License-Identifier: GPL-3.0-or-later
// What QtHttpServer 6.4 leaves open, put right: each limit is shown on real sockets.
#include "server/http/server.h"
#include "tests/integration/http/client.h"
#include "tests/integration/http/scrape.h"
#include "tests/support/echoapplication.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace ceteris;
using namespace ceteris::test;
using namespace Qt::StringLiterals;

class TestHardening : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        http::ServerOptions options;
        options.limits.headerMs = 300;
        options.limits.idleMs = 1500;
        options.limits.bodyBytes = 100'000;
        auto server = http::Server::start(options, m_metrics, [] { return std::make_unique<EchoApplication>(); });
        QVERIFY2(server, server ? "" : qPrintable(server.error().sentence));
        m_server = std::move(*server);
        m_port = m_server->port();
    }

    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void cleanup()
    {
        QCOMPARE(
            Client(m_port).ask(get("/")).body, "hello, world\n"_ba); // whatever happened, the next client is served
    }

    void requests_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("staysOpen");
        const QByteArray page = "hello, world\n"_ba;
        QTest::newRow("GET") << get("/") << 200 << page << true;
        QTest::newRow("no such page") << get("/nowhere") << 404 << "There is no such page.\n"_ba << true;
        QTest::newRow("Connection: close") << get("/", "Connection: close\r\n") << 200 << page << false;
        QTest::newRow("Upgrade: websocket")
            << get("/", "Connection: Upgrade\r\nUpgrade: websocket\r\n") << 200 << page << true;
        QTest::newRow("Upgrade: h2c") << get("/", "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n") << 200
                                      << page << true;
        QTest::newRow("HTTP/1.0") << "GET / HTTP/1.0\r\n\r\n"_ba << 200 << page << false;
        QTest::newRow("HTTP/1.0 keep-alive")
            << "GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n"_ba << 200 << page << true;
        QTest::newRow("unanswered by the application")
            << get("/forgotten") << 500 << "The request was given up.\n"_ba << true;
        QTest::newRow("echo") << "POST /echo?a=%20 HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc"_ba << 200
                              << "2 /echo?a=%20\nhost=h\ncontent-length=3\n\nabc"_ba << true;
        QTest::newRow("100 header lines") << get("/", QByteArray("A: b\r\n").repeated(99)) << 200 << page << true;
        QTest::newRow("odd method") << "BREW / HTTP/1.1\r\nHost: h\r\n\r\n"_ba << 200 << page << true;
    }
    void requests()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        QFETCH(bool, staysOpen);
        Client client(m_port);
        const Reply reply = client.ask(request);
        QCOMPARE(reply.status, status);
        QTEST(reply.body, "body");
        QCOMPARE(reply.head.contains("\r\nConnection: close\r\n"), !staysOpen);
        if (staysOpen)
            QCOMPARE(client.ask(get("/")).status, 200);
        else
            QVERIFY(client.isClosedByServer());
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const QByteArray post = "POST /echo HTTP/1.1\r\nHost: h\r\n"_ba;
        QTest::newRow("header of 1 MiB") << get("/", "A: " + QByteArray(1 << 20, 'a') + "\r\n") << 431;
        QTest::newRow("101 header lines") << get("/", QByteArray("A: b\r\n").repeated(100)) << 431;
        QTest::newRow("request line of 1 MiB") << get("/" + QByteArray(1 << 20, 'a')) << 431;
        QTest::newRow("body over the cap")
            << post + "Content-Length: 1000000\r\n\r\n" + QByteArray(1'000'000, 'x') << 413;
        QTest::newRow("Content-Length 99999999999") << post + "Content-Length: 99999999999\r\n\r\nabc" << 413;
        QTest::newRow("Content-Length -5") << post + "Content-Length: -5\r\n\r\nabc" << 400;
        QTest::newRow("chunked") << post + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n" << 411;
        QTest::newRow("garbage") << QByteArray("\x00\xff\x01\x02garbage\r\n\r\n", 15) << 400;
        QTest::newRow("TLS hello") << QByteArray("\x16\x03\x01\x02\x00\x01\x00", 7) << 400;
        QTest::newRow("HTTP/2") << "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"_ba << 505;
        QTest::newRow("no Host") << "GET / HTTP/1.1\r\n\r\n"_ba << 400;
        QTest::newRow("slow header") << "GET / HTTP/1.1\r\nHost: h\r\n"_ba << 408;
        QTest::newRow("slow body") << post + "Content-Length: 10\r\n\r\nabc" << 408;
    }
    void refusals()
    {
        QFETCH(QByteArray, request);
        Client client(m_port);
        const Reply reply = client.ask(request);
        QTEST(reply.status, "status");
        QVERIFY(reply.body.endsWith(".\n"));
        QVERIFY(client.isClosedByServer());
    }

    void headHasNoBody()
    {
        Client client(m_port);
        client.send("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n" + get("/echo"));
        const Reply head = client.reply(false);
        QCOMPARE(head.status, 200);
        QVERIFY(head.head.contains("\r\nContent-Length: 13\r\n"));
        QVERIFY(client.reply().head.startsWith("HTTP/1.1 200 OK\r\n")); // a body of the first would stand here
    }

    void expectationIsAnswered()
    {
        Client client(m_port);
        client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
        QCOMPARE(client.readLine(), "HTTP/1.1 100 Continue\r\n"_ba);
        QCOMPARE(client.readLine(), "\r\n"_ba);
        const Reply reply = client.ask("abc");
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.body.endsWith("\n\nabc"));
    }

    void expectedBodyOverTheCapIsRefusedUnsent()
    {
        Client client(m_port);
        const QByteArray head
            = "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 100001\r\nExpect: 100-continue\r\n\r\n"_ba;
        QCOMPARE(client.ask(head).status, 413);
    }

    void repliesKeepTheOrderOfTheirRequests()
    {
        Client client(m_port);
        client.send(get("/slow?ms=200") + get("/") + get("/slow?ms=1") + get("/echo"));
        QCOMPARE(client.reply().body, "slow\n"_ba);
        QCOMPARE(client.reply().body, "hello, world\n"_ba);
        QCOMPARE(client.reply().body, "slow\n"_ba);
        QVERIFY(client.reply().body.startsWith("0 /echo?\n"));
    }

    void manyRequestsMayBeSentAhead()
    {
        constexpr int count = 5000;
        Client client(m_port);
        client.send(get("/slow?ms=100") + get("/").repeated(count)); // more than the server reads ahead
        QCOMPARE(client.reply().body, "slow\n"_ba);
        for (int i = 0; i < count; ++i)
            QCOMPARE(client.reply().body, "hello, world\n"_ba);
    }

    void requestsSentAheadAreNotHoarded()
    {
        // More than the buffers of the kernel take, so that some must stay with the client until its first answer.
        const QByteArray requests = get("/slow?ms=60000") + get("/").repeated(2'000'000);
        Client client(m_port);
        QVERIFY(!client.sendsAll(requests));
        client.abort();
    }

    void idleClientIsLeftInPeaceAndThenClosed()
    {
        QElapsedTimer time;
        time.start();
        Client client(m_port);
        QVERIFY(client.isClosedByServer());
        QVERIFY(time.elapsed() >= 1000);
    }

    void slowHandlerIsNoSlowClient() // headerMs and idleMs do not run while the server works
    {
        QCOMPARE(Client(m_port).ask(get("/slow?ms=2000")).body, "slow\n"_ba);
    }

    void largeReplyArrivesWhole()
    {
        const Reply reply = Client(m_port).ask(get("/large?bytes=20000000"));
        QCOMPARE(reply.body.size(), 20'000'000);
        QCOMPARE(reply.body.count('x'), 20'000'000);
    }

    void refusalsAreCounted()
    {
        const int before = counted(m_metrics, "other", 505);
        QCOMPARE(Client(m_port).ask("GET / HTTP/3.0\r\n").status, 505);
        QTRY_COMPARE(counted(m_metrics, "other", 505), before + 1);
    }

private:
    metrics::ServerMetrics m_metrics;
    std::unique_ptr<http::Server> m_server;
    quint16 m_port = 0;
};

QTEST_GUILESS_MAIN(TestHardening)
#include "tst_hardening.moc"
