// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/sentinelclient.h"
#include "tests/support/redisfixture.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <hiredis/hiredis.h>

using namespace Qt::StringLiterals;
using namespace ceteris;
using namespace ceteris::sessions;
using namespace ceteris::testsupport;
using namespace std::chrono_literals;

namespace {

// Says what the test wants it to say of the master.
class FakeSentinel
{
public:
    explicit FakeSentinel(quint16 port)
        : masterPort(port)
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            auto* client = m_server.nextPendingConnection();
            QObject::connect(client, &QTcpSocket::readyRead, client, [this, client] { answer(*client); });
            QObject::connect(
                client, &QTcpSocket::disconnected, client, [this, client] { listeners.removeAll(client); });
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    contract::RedisAddress address() const
    {
        contract::RedisAddress address;
        address.port = m_server.serverPort();
        return address;
    }

    void announce(const QByteArray& name, quint16 newPort)
    {
        const QByteArray words = name + " 127.0.0.1 1 127.0.0.1 " + QByteArray::number(newPort);
        for (auto* listener : listeners)
            listener->write("*3\r\n$7\r\nmessage\r\n$14\r\n+switch-master\r\n$" + QByteArray::number(words.size())
                + "\r\n" + words + "\r\n");
    }

    quint16 masterPort; // 0: it knows of none
    bool isSilent = false;
    int asked = 0;
    QList<QTcpSocket*> listeners; // to its announcements

private:
    void answer(QTcpSocket& client)
    {
        const auto said = client.readAll();
        if (isSilent)
            return;
        if (said.contains("SUBSCRIBE")) {
            client.write("*3\r\n$9\r\nsubscribe\r\n$14\r\n+switch-master\r\n:1\r\n");
            listeners.append(&client);
        }
        if (said.contains("PING"))
            client.write("+PONG\r\n");
        if (!said.contains("get-master-addr-by-name"))
            return;
        ++asked;
        const auto port = QByteArray::number(masterPort);
        client.write(masterPort == 0
                ? "*-1\r\n"_ba
                : "*2\r\n$9\r\n127.0.0.1\r\n$" + QByteArray::number(port.size()) + "\r\n" + port + "\r\n");
    }

    QTcpServer m_server;
};

} // namespace

// How a client finds the master, with Sentinels that say what the test wants and servers that are real.
class TestSentinelClient : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!RedisFixture::isInstalled())
            QSKIP(RedisFixture::missing);
        QVERIFY(m_first.start() && m_second.start());
    }

    void cleanup()
    {
        m_first.command({ "REPLICAOF", "NO", "ONE" });
        m_second.command({ "REPLICAOF", "NO", "ONE" });
    }

    void asksTheNextSentinel_data()
    {
        QTest::addColumn<bool>("isSilent"); // the first of the two; or it knows of no master
        QTest::newRow("silent") << true;
        QTest::newRow("knows nothing") << false;
    }

    void asksTheNextSentinel()
    {
        QFETCH(bool, isSilent);
        FakeSentinel first(0);
        first.isSilent = isSilent;
        FakeSentinel second(m_first.address().port);
        SentinelClient client(options({ &first, &second }));
        QCOMPARE(ask(client, { "PING" }), "PONG"_ba);
        QCOMPARE(second.asked, 1);

        // Whoever answered is asked first the next time.
        const auto before = first.asked;
        m_first.command({ "CLIENT", "KILL", "TYPE", "normal" });
        QTRY_COMPARE(ask(client, { "PING" }), "PONG"_ba);
        QVERIFY(second.asked >= 2);
        QCOMPARE(first.asked, before);
    }

    void looksAgainWhenReadOnly()
    {
        FakeSentinel sentinel(m_first.address().port);
        SentinelClient client(options({ &sentinel }));
        QCOMPARE(ask(client, { "SET", "a", "1" }), "OK"_ba);
        // A failover behind our back: no connection breaks.
        m_first.command({ "REPLICAOF", "127.0.0.1", QByteArray::number(m_second.address().port) });
        sentinel.masterPort = m_second.address().port;
        QVERIFY(ask(client, { "SET", "a", "2" }).startsWith("READONLY"));
        QTRY_COMPARE(ask(client, { "SET", "a", "3" }), "OK"_ba);
        QCOMPARE(m_second.command({ "GET", "a" }), QVariant("3"_ba));
    }

    // As before, but nothing is written that could be refused.
    void looksAgainWhenTold()
    {
        m_first.command({ "SET", "name", "first" });
        m_second.command({ "SET", "name", "second" });
        FakeSentinel sentinel(m_first.address().port);
        SentinelClient client(options({ &sentinel }));
        QCOMPARE(ask(client, { "GET", "name" }), "first"_ba);
        QTRY_COMPARE(sentinel.listeners.size(), 1);
        const auto asked = sentinel.asked;
        sentinel.masterPort = m_second.address().port;
        sentinel.announce("another", m_second.address().port);
        sentinel.announce("sessions", m_first.address().port); // where it is already
        QTest::qWait(50);
        QCOMPARE(sentinel.asked, asked);
        bool isAnswered = false; // by the old one, which is there
        client.send({ "BLPOP", "nothing", "0.3" }, [&](const redisReply* reply) { isAnswered = reply; });
        sentinel.announce("sessions", m_second.address().port);
        QTRY_COMPARE(sentinel.asked, asked + 1);
        QTRY_COMPARE(ask(client, { "GET", "name" }), "second"_ba);
        QTRY_VERIFY(isAnswered);
    }

    // A master that stands still is asked for its role, and would be waited for.
    void doesNotWaitForAnOldMaster()
    {
        QTcpServer still;
        QVERIFY(still.listen(QHostAddress::LocalHost));
        FakeSentinel sentinel(still.serverPort());
        auto patient = options({ &sentinel });
        patient.timing.deadline = 8s;
        SentinelClient client(patient);
        QTRY_COMPARE(sentinel.asked, 1);
        QTRY_COMPARE(sentinel.listeners.size(), 1);
        QTRY_VERIFY(still.hasPendingConnections());
        sentinel.masterPort = m_second.address().port;
        sentinel.announce("sessions", m_second.address().port);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(ask(client, { "PING" }), "PONG"_ba);
        QVERIFY2(timer.elapsed() < 4000, qPrintable(QString::number(timer.elapsed())));
    }

    void listensToEachSentinelAndAgainWhenItIsBack()
    {
        FakeSentinel first(m_first.address().port);
        FakeSentinel second(m_first.address().port);
        const SentinelClient client(options({ &first, &second }));
        QTRY_VERIFY(first.listeners.size() == 1 && second.listeners.size() == 1);
        first.listeners.first()->abort();
        QCOMPARE(first.listeners.size(), 0);
        QTRY_COMPARE(first.listeners.size(), 1);
        QCOMPARE(second.listeners.size(), 1);
    }

    // Sentinels are the last to know: what they call the master must say so itself.
    void believesTheServerItself()
    {
        m_first.command({ "REPLICAOF", "127.0.0.1", QByteArray::number(m_second.address().port) });
        FakeSentinel sentinel(m_first.address().port);
        SentinelClient client(options({ &sentinel }));
        QCOMPARE(ask(client, { "SET", "b", "1" }), "nothing"_ba); // in the time for an answer, and not later
        QVERIFY(client.problem().contains(u"is no master"));
        QVERIFY(sentinel.asked > 1);
        QCOMPARE(ask(client, { "GET", "b" }), "nothing"_ba);
        sentinel.masterPort = m_second.address().port;
        QTRY_COMPARE(ask(client, { "SET", "b", "1" }), "OK"_ba);
        QVERIFY(client.problem().isEmpty());
    }

    void findsTheNewMasterAfterALoss()
    {
        RedisFixture third({ .tcp = true });
        QVERIFY(third.start());
        FakeSentinel sentinel(third.address().port);
        SentinelClient client(options({ &sentinel }));
        QCOMPARE(ask(client, { "SET", "c", "1" }), "OK"_ba);
        third.kill();
        sentinel.masterPort = m_second.address().port;
        QTRY_COMPARE(ask(client, { "SET", "c", "2" }), "OK"_ba);
        QCOMPARE(m_second.command({ "GET", "c" }), QVariant("2"_ba));
    }

    void tellsWhatIsMissing_data()
    {
        QTest::addColumn<bool>("isSilent");
        QTest::addColumn<QString>("problem");
        QTest::newRow("no Sentinel") << true << u"no Sentinel answers"_s;
        QTest::newRow("unknown master") << false << u"the Sentinels know no master of the name sessions"_s;
    }

    void tellsWhatIsMissing()
    {
        QFETCH(bool, isSilent);
        FakeSentinel sentinel(0);
        sentinel.isSilent = isSilent;
        SentinelClient client(options({ &sentinel }));
        QCOMPARE(ask(client, { "PING" }), "nothing"_ba);
        QTEST(client.problem(), "problem");
    }

    void tellsThoseWhoWaitWhenItGoes()
    {
        FakeSentinel sentinel(0);
        FakeSentinel another(0);
        int told = 0;
        {
            SentinelClient client(options({ &sentinel, &another }));
            client.send({ "PING" }, [&](const redisReply* reply) { told += !reply; });
            QCOMPARE(told, 0);
        }
        QCOMPARE(told, 1);
    }

private:
    static SentinelOptions options(const QList<FakeSentinel*>& sentinels)
    {
        SentinelOptions options { {}, u"sessions"_s, {}, { .deadline = 500ms }, {} };
        for (const auto* sentinel : sentinels)
            options.sentinels.append(sentinel->address());
        return options;
    }

    // The text of the answer; "nothing" when there is none.
    static QByteArray ask(RedisSender& sender, const RedisSender::Command& command)
    {
        QByteArray text;
        sender.send(command, [&](const redisReply* reply) {
            text = reply ? QByteArray(reply->str, qsizetype(reply->len)) : "nothing"_ba;
        });
        if (!QTest::qWaitFor([&] { return !text.isNull(); }, 10'000))
            qFatal("never answered");
        return text;
    }

    RedisFixture m_first { { .tcp = true } };
    RedisFixture m_second { { .tcp = true } };
};

QTEST_GUILESS_MAIN(TestSentinelClient)
#include "tst_sentinelclient.moc"
