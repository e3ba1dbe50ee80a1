// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/replication/frames.h"
#include "server/sessions/replication/handshake.h"
#include "server/sessions/replication/ledger.h"
#include "server/sessions/replication/messages.h"
#include "server/sessions/replication/view.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris::sessions;
using Role = Handshake::Role;

namespace {

constexpr MemberSet four = 0b1111;

Session sampleSession()
{
    return { newSessionId(), 1'000, 2'000, 1800,
        { { "user"_ba, "user1"_ba }, { "visits"_ba, 7 }, { "image"_ba, Bytes { QByteArray(1000, '\0') } } } };
}

Delta deltaOf(const Session& session, Attributes changed)
{
    return { session.id, session.createdMs, session.lastAccessedMs + 1, session.maxInactiveS, std::move(changed), {} };
}

// What two sides say to each other until both are done or one refuses; empty when all is well.
QString introduce(Handshake& dialer, Handshake& acceptor)
{
    const auto welcome = acceptor.take(dialer.begin());
    if (!welcome)
        return welcome.error();
    const auto proof = dialer.take(*welcome);
    if (!proof)
        return proof.error();
    const auto end = acceptor.take(*proof);
    return end ? QString() : end.error();
}

Ledger ledgerOf(quint8 self)
{
    return Ledger(std::make_shared<SessionTable>(3600), self, 1'800'000);
}

} // namespace

// The parts of replication that need no connection.
class TestReplication : public QObject
{
    Q_OBJECT

private slots:
    void ranksMembersEvenly()
    {
        std::array<int, 4> primaries {};
        int bothOfTwo = 0;
        constexpr int ids = 20'000;
        for (int i = 0; i < ids; ++i) {
            const auto id = newSessionId();
            const View view { 0, Copies::Backup, four };
            ++primaries[static_cast<std::size_t>(view.primaryOf(id))];
            QCOMPARE(std::popcount(view.holdersOf(id)), 2);
            bothOfTwo += view.holdersOf(id) == 0b0011 ? 1 : 0;
        }
        for (const int count : primaries)
            QVERIFY2(std::abs(count - ids / 4) < ids / 40, qPrintable(QString::number(count)));
        QVERIFY2(std::abs(bothOfTwo - ids / 6) < ids / 60, qPrintable(QString::number(bothOfTwo)));
    }

    // Who goes takes only his own along: the backup becomes primary, and no other session moves.
    void movesNoMoreThanItMust()
    {
        for (int i = 0; i < 1000; ++i) {
            const auto id = newSessionId();
            const View before { 0, Copies::Backup, four };
            const View after { 0, Copies::Backup, 0b1011 };
            const auto kept = static_cast<MemberSet>(before.holdersOf(id) & after.members);
            QCOMPARE(after.holdersOf(id) & kept, kept);
            QVERIFY(has(kept, after.primaryOf(id)));
        }
    }

    void keepsEveryMessage()
    {
        const auto session = sampleSession();
        const Change change { { false, 3, 1 }, { true, 4, 2 }, deltaOf(session, session.attributes) };
        const auto request = decodeRequest(encode({ 42, Request(Changes { { change, change } }) }));
        QVERIFY(request);
        QCOMPARE(request->number, 42U);
        const auto& changes = std::get<Changes>(request->body).changes;
        QCOMPARE(changes.size(), 2U);
        QVERIFY(changes[1].version == change.version && changes[1].base == change.base);
        QVERIFY(changes[1].delta.changed == session.attributes);

        const auto answer = decodeAnswer(encode({ 7, Answer(Outcome { Status::NotFound, session }) }));
        QVERIFY(answer);
        QVERIFY(std::get<Outcome>(answer->body).session == session);
        QCOMPARE(std::get<Outcome>(answer->body).status, Status::NotFound);
    }

    // Bytes changed, cut and added: nothing crashes, and what is read is read to its end.
    void survivesAnyBytes()
    {
        QRandomGenerator random(1);
        const auto session = sampleSession();
        const auto sound
            = encode({ 1, Request(Changes { { { {}, { false, 1, 0 }, deltaOf(session, session.attributes) } } }) });
        int read = 0;
        for (int i = 0; i < 20'000; ++i) {
            auto bytes = sound;
            for (auto accidents = random.bounded(1, 5); accidents > 0; --accidents) {
                const auto at = random.bounded(bytes.size());
                switch (random.bounded(3)) {
                case 0:
                    bytes[at] = static_cast<char>(random.generate());
                    break;
                case 1:
                    bytes.truncate(std::max<qsizetype>(1, at));
                    break;
                default:
                    bytes.insert(at, static_cast<char>(random.generate()));
                }
            }
            read += decodeRequest(bytes) ? 1 : 0;
            decodeAnswer(bytes);
        }
        QVERIFY2(read > 100 && read < 19'900, qPrintable(QString::number(read))); // both kinds were tried
        QByteArray greedy = encode({ 1, Request(Offers {}) }).chopped(4);
        greedy += "\xff\xff\xff\xff";
        QVERIFY(!decodeRequest(greedy)); // four thousand million offers, it says
    }

    void readsFramesInAnyPieces()
    {
        const auto key = QByteArray(32, 'k');
        QByteArrayList payloads;
        QByteArray stream;
        Seal seal(key);
        for (int i = 0; i < 50; ++i) {
            payloads << QByteArray(i * 37 % 500, static_cast<char>('a' + i % 26));
            stream += frame(payloads.last(), &seal);
        }
        for (const auto piece : { 1, 3, 64, 5000, 100'000 }) {
            FrameReader reader;
            reader.setSeal(key);
            QByteArrayList read;
            for (qsizetype at = 0; at < stream.size(); at += piece) {
                reader.feed(stream.mid(at, piece));
                while (const auto payload = reader.next())
                    read << *payload;
            }
            QVERIFY(!reader.isBroken());
            QCOMPARE(read, payloads);
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
        const auto key = QByteArray(32, 'k');
        Seal seal(accident == 3 ? QByteArray(32, 'o') : key);
        auto first = frame("first", &seal);
        const auto second = frame("second", &seal);
        if (accident == 0)
            first[6] = static_cast<char>(first[6] ^ 1);
        FrameReader reader;
        reader.setSeal(key);
        reader.feed(accident == 1 ? second
                : accident == 2   ? first + first
                : accident == 4   ? "\x7f\xff\xff\xff"_ba
                                  : first);
        int read = 0;
        while (reader.next())
            ++read;
        QVERIFY(reader.isBroken());
        QCOMPARE(read, accident == 2 ? 1 : 0);
        FrameReader stranger; // without a handshake
        stranger.feed("\0\0\x02\0"_ba);
        QVERIFY(!stranger.next() && stranger.isBroken());
    }

    void survivesAnyFrames()
    {
        QRandomGenerator random(2);
        for (int i = 0; i < 2000; ++i) {
            FrameReader reader;
            if (i % 2)
                reader.setSeal(QByteArray(32, 'k'));
            QByteArray bytes(random.bounded(1, 300), Qt::Uninitialized);
            for (auto& byte : bytes)
                byte = static_cast<char>(random.bounded(8) ? 0 : random.generate());
            reader.feed(bytes);
            while (reader.next()) { }
        }
    }

    void introducesTwoThatShareASecret()
    {
        Handshake dialer(Role::Dialer, { 1, "secret" });
        Handshake acceptor(Role::Acceptor, { 2, "secret" });
        QCOMPARE(introduce(dialer, acceptor), QString());
        QVERIFY(dialer.isDone() && acceptor.isDone());
        QCOMPARE(dialer.other(), 2);
        QCOMPARE(acceptor.other(), 1);
        QCOMPARE(dialer.sendingKey(), acceptor.receivingKey());
        QCOMPARE(dialer.receivingKey(), acceptor.sendingKey());
        QVERIFY(dialer.sendingKey() != dialer.receivingKey());
        Handshake again(Role::Dialer, { 1, "secret" });
        Handshake other(Role::Acceptor, { 2, "secret" });
        introduce(again, other);
        QVERIFY(again.sendingKey() != dialer.sendingKey()); // every link has its own
    }

    void turnsAwayWhoHasAnotherSecret()
    {
        Handshake dialer(Role::Dialer, { 1, "guess" });
        Handshake acceptor(Role::Acceptor, { 2, "secret" });
        QVERIFY(introduce(dialer, acceptor).contains(u"secret")); // the dialer notices
        Handshake honest(Role::Dialer, { 1, "secret" });
        Handshake server(Role::Acceptor, { 2, "secret" });
        QVERIFY(server.take(honest.begin()));
        QVERIFY(!server.take(QByteArray(32, '\0'))); // and the acceptor, of one who goes on regardless
        QVERIFY(!server.isDone());
    }

    void turnsAwayOtherVersionsAndPrograms()
    {
        Handshake acceptor(Role::Acceptor, { 2, "secret" });
        auto newer = Handshake(Role::Dialer, { 1, "secret" }).begin();
        newer[19] = 2;
        QCOMPARE(acceptor.take(newer).error(), u"it speaks version 2 of the protocol, this one 1"_s);
        QVERIFY(!acceptor.take("GET / HTTP/1.1"));
        QVERIFY(!acceptor.take({}));
        QVERIFY(!Handshake(Role::Acceptor, { 1, "secret" }).take(Handshake(Role::Dialer, { 1, "secret" }).begin()));
        QVERIFY(!Handshake(Role::Dialer, { 1, "secret" }).take("short"));
    }

    void appliesChangesInTheirOrder()
    {
        auto one = ledgerOf(1);
        auto two = ledgerOf(2);
        const auto session = sampleSession();
        Verdict verdict;
        two.accept(*one.create(session), verdict);
        const auto first = *one.save(deltaOf(session, { { "a"_ba, 1 } }));
        const auto second = *one.save(deltaOf(session, { { "a"_ba, 2 } }));
        two.accept(second, verdict); // the first is late
        QCOMPARE(verdict.wanted, QList { session.id });
        two.accept(*one.whole(session.id), verdict);
        two.accept(first, verdict); // now it comes
        QVERIFY(two.find(session.id, 2'000)->attributes.value("a") == Value(2));
        QCOMPARE(verdict.newer.size(), 1U);
        QVERIFY(two.versionOf(session.id) == one.versionOf(session.id));
    }

    void neverBringsOneBack()
    {
        auto one = ledgerOf(1);
        auto two = ledgerOf(2);
        const auto session = sampleSession();
        const auto created = *one.create(session);
        Verdict ignored;
        two.accept(created, ignored);
        const auto late = *one.save(deltaOf(session, { { "a"_ba, 1 } }));
        const auto latest = *one.save(deltaOf(session, { { "a"_ba, 2 } }));
        two.accept(*two.remove(session.id), ignored); // signed out at the other, who saw none of these
        for (const auto& change : { created, late, latest, *one.whole(session.id) }) {
            Verdict verdict;
            two.accept(change, verdict);
            QVERIFY(!two.find(session.id, 2'000));
            QVERIFY(!verdict.newer.empty() && verdict.newer.front().version.gone);
            one.accept(verdict.newer.front(), ignored);
        }
        QVERIFY(!one.find(session.id, 2'000));
        QVERIFY(!one.save(deltaOf(session, {})) && !one.create(session));
    }

    void forgetsTombstonesInTheEnd()
    {
        auto ledger = ledgerOf(1);
        const auto session = sampleSession();
        ledger.create(session);
        ledger.remove(session.id);
        const auto empty = ledger.bytes();
        const auto sweepAll = [&](qint64 now) {
            for (std::size_t i = 0; i < SessionTable::shardCount; ++i)
                ledger.sweep(now);
        };
        const auto now = QDateTime::currentMSecsSinceEpoch();
        sweepAll(now + 1'700'000);
        QVERIFY(ledger.knows(session.id));
        sweepAll(now + 1'900'000);
        QVERIFY(!ledger.knows(session.id));
        QVERIFY(ledger.bytes() < empty);
    }
};

QTEST_APPLESS_MAIN(TestReplication)
#include "tst_replication.moc"
