// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/replication/ledger.h"
#include "server/sessions/replication/view.h"
#include "server/sessions/replication/wire.h"

#include <QDateTime>
#include <QFile>
#include <QRandomGenerator>
#include <QScopeGuard>
#include <QTest>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace ceteris::sessions;

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

qint64 mostMemoryKib() // that this process has had, touched or not
{
    QFile status(u"/proc/self/status"_s);
    if (status.open(QIODevice::ReadOnly))
        for (const auto& line : status.readAll().split('\n'))
            if (line.startsWith("VmPeak:"))
                return line.sliced(7).chopped(3).trimmed().toLongLong();
    return -1;
}

Ledger ledgerOf(quint8 self)
{
    return Ledger(3600, self, 1'800'000);
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
        const auto request = decode<Request>(encode(Request { Ask::Keep, { change, change }, 42 }));
        QVERIFY(request);
        QCOMPARE(request->number, 42U);
        QCOMPARE(request->ask, Ask::Keep);
        QCOMPARE(request->changes.size(), 2);
        QVERIFY(request->changes[1].version == change.version && request->changes[1].base == change.base);
        QVERIFY(request->changes[1].delta.changed == session.attributes);

        const auto answer = decode<Answer>(encode(Answer { Status::NotFound, { change }, { "a"_ba, "b"_ba }, 5, 7 }));
        QVERIFY(answer);
        QCOMPARE(answer->status, Status::NotFound);
        QCOMPARE(answer->wanted, (QList { "a"_ba, "b"_ba }));
        QVERIFY(answer->known.size() == 1 && answer->known.first().version == change.version);
        QVERIFY(answer->count == 5 && answer->number == 7);
        const Session copy { session.id, 1'000, 2'001, 1800, session.attributes };
        QVERIFY(sessionOf(answer->known.first().delta) == copy);

        for (const auto ask : { Ask::Create, Ask::Save, Ask::Take, Ask::Find }) { // of one session
            QVERIFY(decode<Request>(encode(Request { ask, { change } })));
            QVERIFY(!decode<Request>(encode(Request { ask })));
            QVERIFY(!decode<Request>(encode(Request { ask, { change, change } })));
        }
    }

    // Bytes changed, cut and added: nothing crashes, and what is read is read to its end.
    void survivesAnyBytes()
    {
        QRandomGenerator random(1);
        const auto session = sampleSession();
        const auto sound
            = encode(Request { Ask::Keep, { { {}, { false, 1, 0 }, deltaOf(session, session.attributes) } }, 1 });
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
            read += decode<Request>(bytes) ? 1 : 0;
            decode<Answer>(bytes);
            decode<Greeting>(bytes);
        }
        QVERIFY2(read > 100 && read < 19'900, qPrintable(QString::number(read))); // both kinds were tried
    }

    // Millions of anything, they say, where there is nothing: no room is made for that.
    void believesNoLength()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("a sanitizer has its own way with memory");
#endif
        const auto before = mostMemoryKib();
        QVERIFY(before > 0);
        for (const auto& sound : { encode(Request { Ask::Keep, { {} } }), encode(Answer { .known = { {} } }) })
            for (qsizetype at = 0; at + 4 <= sound.size(); ++at)
                for (const auto& many : { "\xff\xff\xff\xf0"_ba, "\x7f\xff\xff\xff"_ba, "\2\0\0\0"_ba }) {
                    auto greedy = sound;
                    greedy.replace(at, 4, many);
                    decode<Request>(greedy);
                    decode<Answer>(greedy);
                }
        QVERIFY2(mostMemoryKib() < before + 64 * 1024, qPrintable(QString::number(mostMemoryKib() - before)));
    }

    void appliesChangesInTheirOrder()
    {
        auto mine = ledgerOf(1);
        auto other = ledgerOf(2);
        const auto session = sampleSession();
        Answer answer;
        other.accept(*mine.create(deltaOf(session)), answer);
        const auto first = *mine.save(deltaOf(session, { { "a"_ba, 1 } }));
        const auto second = *mine.save(deltaOf(session, { { "a"_ba, 2 } }));
        other.accept(second, answer); // the first is late
        QCOMPARE(answer.wanted, QList { session.id });
        other.accept(*mine.whole(session.id), answer);
        other.accept(first, answer); // now it comes
        QVERIFY(other.table().find(session.id, 2'000)->attributes.value("a") == Value(2));
        QCOMPARE(answer.known.size(), 1);
        QVERIFY(other.versionOf(session.id) == mine.versionOf(session.id));
    }

    void neverBringsOneBack()
    {
        auto mine = ledgerOf(1);
        auto other = ledgerOf(2);
        const auto session = sampleSession();
        const auto created = *mine.create(deltaOf(session));
        Answer ignored;
        other.accept(created, ignored);
        const auto late = *mine.save(deltaOf(session, { { "a"_ba, 1 } }));
        const auto latest = *mine.save(deltaOf(session, { { "a"_ba, 2 } }));
        other.accept(*other.remove(session.id), ignored); // signed out at the other, who saw none of these
        for (const auto& change : { created, late, latest, *mine.whole(session.id) }) {
            Answer answer;
            other.accept(change, answer);
            QVERIFY(!other.table().find(session.id, 2'000));
            QVERIFY(!answer.known.isEmpty() && answer.known.first().version.gone);
            mine.accept(answer.known.first(), ignored);
        }
        QVERIFY(!mine.table().find(session.id, 2'000));
        QVERIFY(!mine.save(deltaOf(session, {})) && !mine.create(deltaOf(session)));
    }

    void forgetsTombstonesInTheEnd()
    {
        auto ledger = ledgerOf(1);
        const auto session = sampleSession();
        ledger.create(deltaOf(session));
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
