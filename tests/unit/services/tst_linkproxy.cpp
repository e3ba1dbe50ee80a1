// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/linkproxy.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <cerrno>
#include <ctime>
#include <memory>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace ceteris::services;
using namespace std::chrono_literals;

// One link to a service that says back what it hears.
class TestLinkProxy : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_proxy = std::make_unique<LinkProxy>();
        m_echo = std::make_unique<QTcpServer>();
        QVERIFY(m_echo->listen(QHostAddress::LocalHost));
        connect(m_echo.get(), &QTcpServer::newConnection, m_echo.get(), [this] {
            auto* socket = m_echo->nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->write(socket->readAll()); });
            connect(socket, &QTcpSocket::disconnected, socket, [this, socket] {
                ++m_ended;
                socket->deleteLater();
            });
        });
        m_ended = 0;
        const auto port = m_proxy->open(u"store"_s, m_echo->serverPort());
        QVERIFY(port);
        m_port = *port;
    }

    void passesBothWays()
    {
        const auto socket = connected();
        QVERIFY(socket);
        for (const auto& size : { 1, 1000, 3'000'000 }) { // more than it keeps, and more than sockets do
            const QByteArray sent(size, 'x');
            socket->write(sent);
            QTRY_COMPARE_WITH_TIMEOUT(socket->bytesAvailable(), sent.size(), 10'000);
            QCOMPARE(socket->readAll(), sent);
        }
        QCOMPARE(m_proxy->bytesPassed(), 2 * 3'001'001ULL);
        socket->disconnectFromHost();
        QTRY_COMPARE(m_ended, 1);
    }

    void delaysEachWay()
    {
        const auto socket = connected();
        QVERIFY(roundTripMs(*socket) < 100);
        m_proxy->set(u"store"_s, { LinkMode::Pass, 150ms });
        QVERIFY(roundTripMs(*socket) >= 300);
        m_proxy->set(u"store"_s, {});
        QVERIFY(roundTripMs(*socket) < 100);
    }

    void holdsWithoutLosing()
    {
        const auto before = connected();
        QVERIFY(roundTripMs(*before) >= 0);
        m_proxy->set(u"store"_s, { LinkMode::Hold, {} });
        const auto during = connected(); // the kernel says yes, nobody else does
        QVERIFY(during);
        before->write("before");
        during->write("during");
        QTest::qWait(200);
        QCOMPARE(before->bytesAvailable() + during->bytesAvailable(), 0);
        m_proxy->set(u"store"_s, {});
        QTRY_COMPARE(before->bytesAvailable(), 6);
        QTRY_COMPARE(during->bytesAvailable(), 6);
    }

    void cutsAndRefuses_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<bool>("isReset");
        QTest::newRow("cut") << static_cast<int>(LinkMode::Cut) << false;
        QTest::newRow("reset") << static_cast<int>(LinkMode::Reset) << true;
    }

    void cutsAndRefuses()
    {
        QFETCH(const int, mode);
        QFETCH(const bool, isReset);
        const auto socket = connected();
        QVERIFY(roundTripMs(*socket) >= 0);
        const int descriptor = dup(static_cast<int>(socket->socketDescriptor())); // Qt calls both ends by one name
        m_proxy->set(u"store"_s, { static_cast<LinkMode>(mode), {} });
        char byte = 0;
        fcntl(descriptor, F_SETFL, 0); // wait for it
        const auto said = recv(descriptor, &byte, 1, 0);
        const auto error = errno;
        close(descriptor);
        QCOMPARE(said, isReset ? -1 : 0);
        QVERIFY(!isReset || error == ECONNRESET);
        QTRY_COMPARE(m_ended, 1);
        QTcpSocket refused;
        refused.connectToHost(QHostAddress::LocalHost, m_port);
        QVERIFY(!refused.waitForConnected(2000));
        QCOMPARE(refused.error(), QAbstractSocket::ConnectionRefusedError);
        m_proxy->set(u"store"_s, {});
        const auto again = connected(); // at the same port
        QVERIFY(again);
        QVERIFY(roundTripMs(*again) >= 0);
    }

    void anotherLinkIsUnharmed()
    {
        const auto other = m_proxy->open(u"replica-1"_s, m_echo->serverPort());
        QVERIFY(other);
        m_proxy->set(u"store"_s, { LinkMode::Hold, {} });
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, *other);
        QVERIFY(socket.waitForConnected(2000));
        QVERIFY(roundTripMs(socket) >= 0);
    }

    void serviceThatIsGone()
    {
        m_echo->close();
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        socket.write("hello");
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    }

    // It stands still while nothing flows, and while what it holds waits.
    void sleepsMeanwhile()
    {
        const auto socket = connected();
        m_proxy->set(u"store"_s, { LinkMode::Hold, {} });
        socket->write("held");
        const auto begin = std::clock();
        QTest::qWait(300);
        QVERIFY(std::clock() - begin < CLOCKS_PER_SEC / 10);
    }

private:
    std::unique_ptr<QTcpSocket> connected() const
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(QHostAddress::LocalHost, m_port);
        return socket->waitForConnected(2000) ? std::move(socket) : nullptr;
    }

    static qint64 roundTripMs(QTcpSocket& socket) // -1: nothing came back
    {
        QElapsedTimer timer;
        timer.start();
        socket.write("ping");
        while (socket.bytesAvailable() < 4 && timer.elapsed() < 5000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
        return socket.readAll() == "ping" ? timer.elapsed() : -1;
    }

    std::unique_ptr<QTcpServer> m_echo;
    std::unique_ptr<LinkProxy> m_proxy;
    quint16 m_port = 0;
    int m_ended = 0;
};

QTEST_GUILESS_MAIN(TestLinkProxy)
#include "tst_linkproxy.moc"
