// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/pooledstore.h"
#include "server/sessions/stores/remotestore.h"
#include "tests/support/storecalls.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

using namespace ceteris;
using namespace ceteris::testsupport;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sessions::Status;

namespace {

// Takes connections and answers each request with the same bytes, whatever they are; with none it stays silent.
class RawServer : public QTcpServer
{
public:
    explicit RawServer(QByteArray answer = {})
        : m_answer(std::move(answer))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onBytes(*socket); });
        });
    }

    QByteArray asked; // all bytes so far

private:
    void onBytes(QTcpSocket& socket)
    {
        asked += socket.readAll();
        if (m_answer.isEmpty() || !asked.endsWith("\r\n\r\n"))
            return;
        socket.write(m_answer);
        socket.disconnectFromHost();
    }

    QByteArray m_answer;
};

std::unique_ptr<sessions::SessionStore> storeAt(
    const QList<const QTcpServer*>& servers, std::chrono::milliseconds deadline = 1s)
{
    sessions::RemoteStoreOptions options;
    options.deadline = deadline;
    options.remote.key = u"0123456789abcdef"_s;
    for (const auto* server : servers)
        options.remote.servers.append({ u"127.0.0.1"_s, server->serverPort() });
    return std::make_unique<sessions::PooledStore>(
        sessions::RemoteStore::pool(options), sessions::RemoteStore::capabilities);
}

QByteArray anId()
{
    return "HTTP/1.1 201 Created\r\nX-Session-ID: " + sessions::newSessionId() + "\r\nContent-Length: 0\r\n\r\n";
}

} // namespace

// What the store makes of servers that are none; tst_sessionserver asks real ones.
class TestRemoteStore : public QObject
{
    Q_OBJECT

private slots:
    void onlyWholeAnswersCount_data();
    void onlyWholeAnswersCount();
    void asksPlainly();
    void aSlowAnswerIsNoAnswer();
    void aSilentServerIsLeftForTheNext();
};

void TestRemoteStore::onlyWholeAnswersCount_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<Status>("status");
    const auto row = [](const char* name, const QByteArray& answer, Status status) {
        QTest::newRow(name) << QByteArray("HTTP/1.1 " + answer) << status;
    };
    row("done", "204 No Content\r\n\r\n", Status::Ok);
    row("absent", "404 Not Found\r\nContent-Length: 0\r\n\r\n", Status::NotFound);
    row("too large", "413 Too Large\r\nContent-Length: 0\r\n\r\n", Status::TooLarge);
    row("refused", "400 Bad Request\r\nContent-Length: 0\r\n\r\n", Status::Unavailable);
    row("no key", "401 Unauthorized\r\nContent-Length: 0\r\n\r\n", Status::Unavailable);
    row("away", "503 Service Unavailable\r\nContent-Length: 0\r\n\r\n", Status::Unavailable);
    row("elsewhere", "307 Temporary Redirect\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n", Status::Unavailable);
    row("cut off", "200 OK\r\nContent-Length: 9\r\n\r\n{}", Status::Unavailable);
    row("absent, cut off", "404 Not Found\r\nContent-Length: 9\r\n\r\n{}", Status::Unavailable);
    row("head cut off", "200 OK\r\nContent-Le", Status::Unavailable);
    row("nonsense", "nonsense\r\n\r\n", Status::Unavailable);
}

void TestRemoteStore::onlyWholeAnswersCount()
{
    QFETCH(QByteArray, answer);
    RawServer server(answer);
    const auto store = storeAt({ &server });
    QTEST(remove(*store, sessions::newSessionId()), "status");
    QVERIFY(!server.asked.contains("/other"));
}

void TestRemoteStore::asksPlainly()
{
    RawServer server("HTTP/1.1 201 Created\r\nX-Session-ID: none\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n");
    const auto store = storeAt({ &server });
    for (int i = 0; i < 2; ++i) {
        const auto status
            = awaited<Status>([&](auto done) { store->newId([done](Status got, const QByteArray&) { done(got); }); });
        QCOMPARE(status, Status::Unavailable); // that is no id
    }
    const auto asked = server.asked.toLower();
    QVERIFY(asked.startsWith("post /api/v2/session http/1.1\r\n"));
    QVERIFY(asked.contains("\r\ncontent-length: 0\r\n"));
    QVERIFY(asked.contains("authorization: bearer 0123456789abcdef"));
    for (const auto* unwanted : { "gzip", "cookie", "upgrade", "expect" })
        QVERIFY2(!asked.contains(unwanted), asked);
}

void TestRemoteStore::aSlowAnswerIsNoAnswer()
{
    RawServer server;
    QTimer drip; // always some bytes in time, never all of them
    drip.callOnTimeout(&server, [&server] {
        for (auto* socket : server.findChildren<QTcpSocket*>())
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n");
    });
    drip.start(50ms);
    const auto store = storeAt({ &server }, 300ms);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(find(*store, sessions::newSessionId(), wallClockMs()).status, Status::Unavailable);
    QVERIFY(timer.elapsed() >= 295 && timer.elapsed() < 3000);
}

void TestRemoteStore::aSilentServerIsLeftForTheNext()
{
    RawServer silent;
    RawServer next(anId());
    const auto store = storeAt({ &silent, &next }, 1s);
    constexpr int all = 30; // more than are sent at once: those who wait for a connection have the same deadline
    int told = 0;
    int ids = 0;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < all; ++i)
        store->newId([&](Status status, const QByteArray&) {
            ++told;
            ids += status == Status::Ok;
        });
    QTRY_COMPARE(told, all);
    QCOMPARE(ids, all);
    QVERIFY(timer.elapsed() >= 995);
    const auto asked = silent.asked;
    QCOMPARE(remove(*store, sessions::newSessionId()), Status::Ok);
    QCOMPARE(silent.asked, asked); // the one that answers is asked first
}

QTEST_GUILESS_MAIN(TestRemoteStore)
#include "tst_remotestore.moc"
