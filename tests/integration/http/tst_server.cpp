// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/server.h"
#include "tests/integration/http/client.h"
#include "tests/support/echoapplication.h"

#include <QElapsedTimer>
#include <QThread>
#include <QtTest>

#include <atomic>

using namespace ceteris;
using namespace ceteris::test;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<http::Application> makeEcho()
{
    return std::make_unique<EchoApplication>();
}

// Says on which thread it is.
class ThreadNamer final : public http::Application
{
public:
    void handle(const http::ExchangePtr& exchange) override
    {
        exchange->reply({ 200, "text/plain"_ba, QThread::currentThread()->objectName().toUtf8(), {} });
    }
};

// Keeps its thread from everything else for a while.
class Busy final : public http::Application
{
public:
    static inline std::atomic<bool> isBusy = false;

    void handle(const http::ExchangePtr& exchange) override
    {
        if (exchange->request().path == "/block") {
            isBusy = true;
            QThread::msleep(500);
        }
        exchange->reply({ 200, "text/plain"_ba, "ok\n"_ba, {} });
    }
};

}

class TestServer : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everyThreadServes()
    {
        http::ServerOptions options;
        options.threads = 2;
        const auto server = http::Server::start(options, m_metrics, [] { return std::make_unique<ThreadNamer>(); });
        QVERIFY(server);
        QMap<QByteArray, int> served;
        for (int i = 0; i < 100; ++i)
            ++served[Client((*server)->port()).ask(get("/")).body];
        QCOMPARE(served.keys(), (QList<QByteArray> { "http-0"_ba, "http-1"_ba }));
    }

    void hundredsAtOnce_data()
    {
        QTest::addColumn<int>("threads");
        QTest::newRow("1 thread") << 1;
        QTest::newRow("2 threads") << 2;
    }
    void hundredsAtOnce()
    {
        QFETCH(int, threads);
        http::ServerOptions options;
        options.threads = threads;
        const auto server = http::Server::start(options, m_metrics, makeEcho);
        QVERIFY(server);
        std::vector<std::unique_ptr<QTcpSocket>> clients(500);
        for (auto& client : clients) {
            client = std::make_unique<QTcpSocket>();
            client->connectToHost(QHostAddress::LocalHost, (*server)->port());
            client->write(get("/", "Connection: close\r\n"));
        }
        for (auto& client : clients) {
            QTRY_COMPARE_WITH_TIMEOUT(client->state(), QAbstractSocket::UnconnectedState, 20'000);
            QVERIFY(client->readAll().endsWith("\r\n\r\nhello, world\n"));
        }
    }

    void takenPortIsNamed()
    {
        const auto first = http::Server::start({}, m_metrics, makeEcho);
        QVERIFY(first);
        http::ServerOptions options;
        options.port = (*first)->port();
        for (const int threads : { 1, 2 }) {
            options.threads = threads;
            const auto second = http::Server::start(options, m_metrics, makeEcho);
            QVERIFY(!second);
            QCOMPARE(second.error().code, contract::ExitCode::CannotListen);
            QCOMPARE(second.error().sentence,
                u"Cannot listen on 127.0.0.1 port "_s + QString::number(options.port) + u": address already in use."_s);
        }
    }

    void unknownAddressIsNamed()
    {
        http::ServerOptions options;
        options.host = u"no.such.host.invalid"_s;
        const auto server = http::Server::start(options, m_metrics, makeEcho);
        QVERIFY(!server);
        QCOMPARE(server.error().sentence,
            u"Cannot listen on no.such.host.invalid, any free port: the address is not known."_s);
    }

    void portIsFreeAfterwards()
    {
        http::ServerOptions options;
        options.threads = 2;
        auto server = http::Server::start(options, m_metrics, makeEcho);
        QVERIFY(server);
        options.port = (*server)->port();
        QCOMPARE(Client(options.port).ask(get("/", "Connection: close\r\n")).status, 200); // leaves TIME_WAIT behind
        server->reset();
        QVERIFY(http::Server::start(options, m_metrics, makeEcho));
    }

    void connectionsOverTheLimitAreClosed()
    {
        http::ServerOptions options;
        options.limits.connections = 3;
        const auto server = http::Server::start(options, m_metrics, makeEcho);
        QVERIFY(server);
        const quint16 port = (*server)->port();
        std::vector<std::unique_ptr<Client>> clients;
        for (int i = 0; i < 3; ++i) {
            clients.push_back(std::make_unique<Client>(port));
            QCOMPARE(clients.back()->ask(get("/")).status, 200);
        }
        QVERIFY(Client(port).isClosedByServer());
        clients.front()->abort();
        QTRY_COMPARE(Client(port).ask(get("/")).status, 200);
    }

    void requestsInFlightEndBeforeTheServer()
    {
        auto server = http::Server::start({}, m_metrics, makeEcho);
        QVERIFY(server);
        Client busy((*server)->port());
        Client idle((*server)->port());
        QCOMPARE(idle.ask(get("/")).status, 200);
        QCOMPARE(busy.ask(get("/") + get("/slow?ms=400")).status, 200); // so the second is in flight
        server->reset();
        const Reply reply = busy.reply();
        QCOMPARE(reply.body, "slow\n"_ba);
        QVERIFY(reply.head.contains("\r\nConnection: close\r\n"));
        QVERIFY(busy.isClosedByServer());
        QVERIFY(idle.isClosedByServer());
    }

    // A busy thread has seen neither the connections nor the requests when it is told to stop.
    void whatHasArrivedIsAnsweredBeforeTheEnd()
    {
        auto server = http::Server::start({}, m_metrics, [] { return std::make_unique<Busy>(); });
        QVERIFY(server);
        const quint16 port = (*server)->port();
        Client known(port);
        QCOMPARE(known.ask(get("/")).status, 200);
        Client blocking(port);
        blocking.send(get("/block"));
        QTRY_VERIFY(Busy::isBusy);
        std::vector<std::unique_ptr<Client>> strangers;
        for (int i = 0; i < 20; ++i) {
            strangers.push_back(std::make_unique<Client>(port));
            strangers.back()->send(get("/"));
        }
        known.send(get("/"));
        server->reset();
        QCOMPARE(blocking.reply().status, 200);
        QCOMPARE(known.reply().status, 200);
        for (const auto& stranger : strangers)
            QCOMPARE(stranger->reply().status, 200);
    }

    void requestsThatDoNotEndAreGivenUp()
    {
        http::ServerOptions options;
        options.limits.drainMs = 500;
        auto server = http::Server::start(options, m_metrics, makeEcho);
        QVERIFY(server);
        Client client((*server)->port());
        QCOMPARE(client.ask(get("/") + get("/slow?ms=60000")).status, 200);
        QElapsedTimer time;
        time.start();
        server->reset();
        QVERIFY(time.elapsed() < 20'000);
        QCOMPARE(client.reply().status, 503);
        QVERIFY(client.isClosedByServer());
    }

private:
    metrics::ServerMetrics m_metrics;
};

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
