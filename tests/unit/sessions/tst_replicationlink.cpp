// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/replication/link.h"
#include "server/sessions/replication/wire.h"

#include <QPointer>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace ceteris::sessions;

namespace {

// Two members on a connection, and what each of them heard. A relay between them passes on whole frames of the
// dialer's, as a test wants them to be.
class Meeting
{
public:
    using Alter = std::function<QByteArrayList(int place, const QByteArray& frame)>; // the greeting's place is 0

    Meeting(const Identity& dialer, const Identity& acceptor, Alter alter = {}, int piece = 1 << 20)
        : m_alter(std::move(alter))
        , m_piece(piece)
    {
        m_relay.listen(QHostAddress::LocalHost);
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server,
            [this, acceptor] { m_acceptor.listenTo(new Link(m_server.nextPendingConnection(), acceptor, nullptr)); });
        QObject::connect(&m_relay, &QTcpServer::newConnection, &m_relay, [this] {
            m_near = m_relay.nextPendingConnection();
            m_far.connectToHost(QHostAddress::LocalHost, m_server.serverPort());
            QObject::connect(m_near, &QTcpSocket::readyRead, &m_relay, [this] { passOn(); });
            QObject::connect(&m_far, &QTcpSocket::readyRead, &m_relay, [this] { m_near->write(m_far.readAll()); });
            QObject::connect(&m_far, &QTcpSocket::disconnected, m_near, &QTcpSocket::disconnectFromHost);
            QObject::connect(m_near, &QTcpSocket::disconnected, &m_far, &QTcpSocket::disconnectFromHost);
        });
        auto* socket = new QTcpSocket;
        m_dialer.listenTo(new Link(socket, dialer, nullptr));
        socket->connectToHost(QHostAddress::LocalHost, m_relay.serverPort());
    }

    struct Side
    {
        ~Side() { delete link; }
        void listenTo(Link* theLink)
        {
            link = theLink;
            link->opened = [this] { ++opened; };
            link->received = [this](const QByteArray& payload) { heard << payload; };
            link->closed = [this](const QString& sentence) { why = sentence; };
        }

        QPointer<Link> link;
        int opened = 0;
        QByteArrayList heard;
        QString why;
    };
    Side& dialer() { return m_dialer; }
    Side& acceptor() { return m_acceptor; }
    bool isOpen() const { return m_dialer.opened == 1 && m_acceptor.opened == 1; }
    bool isOver() const { return !m_dialer.why.isEmpty() && !m_acceptor.why.isEmpty(); }
    const QByteArray& seen() const { return m_seen; } // all that the dialer said

private:
    void passOn()
    {
        const auto said = m_near->readAll();
        m_seen += said;
        m_said += said;
        while (m_said.size() >= 4) {
            const auto size = 4 + qFromBigEndian<quint32>(m_said.constData()) + (m_place > 0 ? 16 : 0);
            if (m_said.size() < size)
                return;
            for (const auto& frame :
                m_alter ? m_alter(m_place, m_said.first(size)) : QByteArrayList { m_said.first(size) })
                for (qsizetype at = 0; at < frame.size(); at += m_piece) {
                    m_far.write(frame.mid(at, m_piece));
                    m_far.flush();
                }
            m_said.remove(0, size);
            ++m_place;
        }
    }

    const Alter m_alter;
    const int m_piece;
    QTcpServer m_relay;
    QTcpServer m_server;
    QTcpSocket* m_near = nullptr;
    QTcpSocket m_far;
    QByteArray m_seen;
    QByteArray m_said;
    int m_place = 0;
    Side m_dialer;
    Side m_acceptor;
};

const Identity one { 1, "secret" };
const Identity two { 2, "secret" };

} // namespace

// A connection between two members: who is let in, what reaches the other side.
class TestReplicationLink : public QObject
{
    Q_OBJECT

private slots:
    void readsFramesInAnyPieces()
    {
        for (const auto piece : { 1, 3, 64, 100'000 }) {
            Meeting meeting(one, two, {}, piece);
            QTRY_VERIFY(meeting.isOpen());
            QByteArrayList payloads;
            for (int i = 0; i < 50; ++i) {
                payloads << QByteArray(i * 37 % 500, static_cast<char>('a' + i % 26));
                meeting.dialer().link->send(payloads.last());
            }
            QTRY_COMPARE(meeting.acceptor().heard, payloads);
            meeting.acceptor().link->send("answer");
            QTRY_COMPARE(meeting.dialer().heard, QByteArrayList { "answer" });
        }
    }

    void refusesFramesThatWereTouched_data()
    {
        QTest::addColumn<int>("accident");
        QTest::newRow("a bit changed") << 0;
        QTest::newRow("one left out") << 1;
        QTest::newRow("one repeated") << 2;
        QTest::newRow("from another link") << 3;
        QTest::newRow("too long") << 4;
    }

    void refusesFramesThatWereTouched()
    {
        QFETCH(int, accident);
        Meeting other(one, two);
        QTRY_VERIFY(other.isOpen());
        other.dialer().link->send("first");
        QTRY_COMPARE(other.acceptor().heard.size(), 1);
        const auto foreign = other.seen().last(4 + 5 + 16);
        Meeting meeting(one, two, [&](int place, QByteArray frame) -> QByteArrayList {
            if (place != 2) // its greeting and its proof come before
                return { frame };
            switch (accident) {
            case 0:
                frame[6] = static_cast<char>(frame[6] ^ 1);
                return { frame };
            case 1:
                return {};
            case 2:
                return { frame, frame };
            case 3:
                return { foreign };
            default:
                return { "\x7f\xff\xff\xff"_ba };
            }
        });
        QTRY_VERIFY(meeting.isOpen());
        meeting.dialer().link->send("first");
        meeting.dialer().link->send("second");
        QTRY_VERIFY(meeting.isOver());
        QVERIFY2(
            meeting.acceptor().why.contains(accident == 4 ? u"too much" : u"seal"), qPrintable(meeting.acceptor().why));
        QCOMPARE(meeting.acceptor().heard, accident == 2 ? QByteArrayList { "first" } : QByteArrayList());
    }

    void survivesAnyFrames()
    {
        QRandomGenerator random(2);
        const auto noise = [&] {
            QByteArray bytes(random.bounded(1, 300), Qt::Uninitialized);
            for (auto& byte : bytes)
                byte = static_cast<char>(random.bounded(8) ? 0 : random.generate());
            return bytes;
        };
        for (int i = 0; i < 300;
             ++i) { // of strangers, of one who knows how to begin, of one who is in the middle of it
            Meeting meeting(one, two, [&](int place, const QByteArray& frame) {
                return QByteArrayList { place == i % 3 ? noise() : frame };
            });
            if (i % 3 == 2) {
                QTRY_VERIFY(meeting.isOpen());
                meeting.dialer().link->send("first");
            }
            QTRY_VERIFY(!meeting.seen().isEmpty());
            QTest::qWait(1);
            QVERIFY(meeting.acceptor().heard.isEmpty());
            QVERIFY(i % 3 == 2 || meeting.acceptor().opened == 0);
        }
    }

    void introducesTwoThatShareASecret()
    {
        Meeting meeting(one, two);
        QTRY_VERIFY(meeting.isOpen());
        QCOMPARE(meeting.dialer().link->other(), 2);
        QCOMPARE(meeting.acceptor().link->other(), 1);
        Meeting again(one, two);
        QTRY_VERIFY(again.isOpen());
        QVERIFY(again.seen().last(16) != meeting.seen().last(16)); // every link has keys of its own
    }

    void turnsAwayWhoHasAnotherSecret()
    {
        Meeting meeting({ 1, "guess" }, two);
        QTRY_VERIFY(meeting.isOver());
        QVERIFY(meeting.dialer().why.contains(u"secret")); // the dialer notices
        QCOMPARE(meeting.dialer().opened + meeting.acceptor().opened, 0);
        Meeting regardless(one, two, [](int place, const QByteArray& frame) { // and the acceptor, of one who goes on
            return QByteArrayList { place == 1 ? QByteArray(4 + 16, '\0') : frame };
        });
        QTRY_VERIFY(regardless.isOver());
        QVERIFY(regardless.acceptor().why.contains(u"secret"));
        QCOMPARE(regardless.acceptor().opened, 0);
    }

    void turnsAwayOtherVersionsAndPrograms_data()
    {
        QTest::addColumn<QByteArray>("greeting");
        QTest::addColumn<QString>("why");
        const auto greeting = [](Greeting said) { return encode(said); };
        QTest::newRow("newer") << greeting({ .version = 3, .member = 1 })
                               << u"it speaks version 3 of the protocol, this one 2"_s;
        QTest::newRow("another program") << greeting({ .program = "another" }) << u"it is not an instance of ours"_s;
        QTest::newRow("the web") << "GET / HTTP/1.1"_ba << u"it is not an instance of ours"_s;
        QTest::newRow("nothing") << ""_ba << u"it is not an instance of ours"_s;
        QTest::newRow("ourselves") << greeting({ .member = 2 }) << u"it says that it is instance 2"_s;
        QTest::newRow("nobody") << greeting({ .member = 8 }) << u"it says that it is instance 8"_s;
        QTest::newRow("long") << QByteArray(Link::longestGreeting + 1, 'x') << u"it says too much at once"_s;
    }

    void turnsAwayOtherVersionsAndPrograms()
    {
        QFETCH(QByteArray, greeting);
        Meeting meeting(one, two, [&](int, const QByteArray&) {
            QByteArray frame(4, Qt::Uninitialized);
            qToBigEndian(static_cast<quint32>(greeting.size()), frame.data());
            return QByteArrayList { frame + greeting };
        });
        QTRY_VERIFY(meeting.isOver());
        QTEST(meeting.acceptor().why, "why");
        QCOMPARE(meeting.dialer().opened + meeting.acceptor().opened, 0);
    }
};

QTEST_GUILESS_MAIN(TestReplicationLink)
#include "tst_replicationlink.moc"
