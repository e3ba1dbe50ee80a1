// SPDX-License-Identifier: GPL-3.0-or-later
// Clients that leave at any moment and clients that send anything: the server lives on and forgets them.
#include "server/http/server.h"
#include "tests/integration/http/client.h"
#include "tests/integration/http/scrape.h"
#include "tests/support/echoapplication.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace ceteris;
using namespace ceteris::test;
using namespace Qt::StringLiterals;

class TestBadClients : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        http::ServerOptions options;
        options.limits.headerMs = 300;
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

    void departuresAreCounted() // before the crowds of the next test, whose handlers go on for a while
    {
        const int before = counted(m_metrics, "home", 499);
        Client client(m_port);
        client.send(get("/slow?ms=100"));
        client.abort();
        QTRY_COMPARE(counted(m_metrics, "home", 499), before + 1);
    }

    void clientsThatLeave_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("count");
        QTest::newRow("while the handler works") << get("/slow?ms=50") << 1000;
        QTest::newRow("at once") << get("/") << 200;
        QTest::newRow("in the middle of a large reply") << get("/large?bytes=10000000") << 20;
        QTest::newRow("in the middle of a head") << "GET / HTTP/1.1\r\nHo"_ba << 200;
        QTest::newRow("in the middle of a body")
            << "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nabc"_ba << 200;
        QTest::newRow("with more requests waiting") << get("/slow?ms=50") + get("/slow?ms=50") + get("/") << 200;
    }
    void clientsThatLeave()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, count);
        for (int i = 0; i < count; ++i) {
            Client client(m_port);
            client.send(request);
            client.abort();
        }
        allAreForgotten();
    }

    void mutatedRequests()
    {
        QRandomGenerator random(20260101); // fixed, so that a failure can be repeated
        const QByteArray whole
            = "POST /echo?a=b HTTP/1.1\r\nHost: h\r\nConnection: keep-alive\r\nCookie: SESSION=abc; x=y\r\n"
              "Expect: 100-continue\r\nContent-Length: 12\r\n\r\nusername=abc"_ba;
        for (int i = 0; i < 1000; ++i) {
            QByteArray request = whole;
            for (int change = random.bounded(1, 8); change > 0; --change) {
                const qsizetype at = random.bounded(int(request.size()));
                switch (random.bounded(4)) {
                case 0:
                    request[at] = char(random.bounded(256));
                    break;
                case 1:
                    request.remove(at, random.bounded(1, 20));
                    break;
                case 2:
                    request.insert(at, QByteArray(random.bounded(1, 20), char(random.bounded(256))));
                    break;
                default:
                    request.insert(at, request.mid(random.bounded(int(request.size())), 30));
                }
                if (request.isEmpty())
                    break;
            }
            Client client(m_port);
            client.send(request);
            if (i % 100 == 0)
                QCOMPARE(Client(m_port).ask(get("/")).status, 200);
        }
        allAreForgotten();
    }

private:
    void allAreForgotten()
    {
        QCOMPARE(Client(m_port).ask(get("/")).status, 200); // all that came before have been accepted, too
        QTRY_COMPARE_WITH_TIMEOUT(metric(m_metrics, "ceteris_connections "), 0, 20'000);
    }

    metrics::ServerMetrics m_metrics;
    std::unique_ptr<http::Server> m_server;
    quint16 m_port = 0;
};

QTEST_GUILESS_MAIN(TestBadClients)
#include "tst_badclients.moc"
