// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storecontract.h"

#include "tests/support/storecalls.h"

#include <QTest>

using namespace Qt::StringLiterals;
using ceteris::sessions::Attributes;
using ceteris::sessions::Bytes;
using ceteris::sessions::newSessionId;
using ceteris::sessions::Status;

namespace ceteris::testsupport {
namespace {

QByteArray everyByte(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = static_cast<char>(i * 7 + i / 256);
    return bytes;
}

// But for what a store keeps with a session for itself.
bool isSame(sessions::Session found, const sessions::Session& expected)
{
    found.foreign.clear();
    return found == expected;
}

} // namespace

void StoreContract::init()
{
    m_store = makeStore();
    QCOMPARE(clear(*m_store), Status::Ok);
}

void StoreContract::cleanup()
{
    m_store.reset();
}

void StoreContract::findsWhatWasCreated_data()
{
    QTest::addColumn<Attributes>("attributes");
    QTest::newRow("nothing") << Attributes {};
    QTest::newRow("number") << Attributes { { "visits"_ba, 42 } };
    QTest::newRow("greatest") << Attributes { { "n"_ba, std::numeric_limits<qint64>::max() } };
    QTest::newRow("least") << Attributes { { "n"_ba, std::numeric_limits<qint64>::min() } };
    QTest::newRow("text") << Attributes { { "user"_ba, "user1"_ba } };
    QTest::newRow("text like a number") << Attributes { { "user"_ba, "42"_ba } };
    QTest::newRow("text like bytes") << Attributes { { "user"_ba, R"(["[B","AAAA"])"_ba } };
    QTest::newRow("empty text") << Attributes { { "user"_ba, ""_ba } };
    QTest::newRow("quotes, controls") << Attributes { { "q"_ba, "a\"b\\c\r\n\t\x01/\0d"_ba } };
    QTest::newRow("unicode name and text") << Attributes { { "이름"_ba, "한국어 \xf0\x9f\x98\x80"_ba } };
    QTest::newRow("name with controls") << Attributes { { "a b\r\n*:\0c"_ba, 1 } };
    QTest::newRow("no bytes") << Attributes { { "image"_ba, Bytes {} } };
    QTest::newRow("100 KiB") << Attributes { { "image"_ba, Bytes { everyByte(100 * 1024) } } };
    QTest::newRow("mixed") << Attributes { { "a"_ba, 1 }, { "b"_ba, "1"_ba }, { "c"_ba, Bytes { "1"_ba } } };
}

void StoreContract::findsWhatWasCreated()
{
    QFETCH(Attributes, attributes);
    const auto now = wallClockMs();
    const auto session = newSession(now, attributes);
    QCOMPARE(create(*m_store, session), Status::Ok);
    const auto found = find(*m_store, session.id, now);
    QCOMPARE(found.status, Status::Ok);
    QVERIFY(isSame(found.session, session));
    QVERIFY(isSame(find(*makeStore(), session.id, now).session, session));
}

void StoreContract::knowsNothingOfStrangers_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("never given out") << newSessionId();
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("pattern") << "*"_ba;
    QTest::newRow("other key") << "expirations"_ba;
    QTest::newRow("line break") << "AAAAAAAAAAAAAAAA\r\nPING"_ba;
}

void StoreContract::knowsNothingOfStrangers()
{
    QFETCH(QByteArray, id);
    const auto now = wallClockMs();
    create(*m_store, newSession(now));
    QCOMPARE(find(*m_store, id, now).status, Status::NotFound);
    QCOMPARE(remove(*m_store, id), Status::Ok);
    QTRY_COMPARE(count(*m_store), 1);
}

void StoreContract::savesOnlyTheDelta()
{
    const auto now = wallClockMs();
    const auto session = newSession(now, { { "a"_ba, 1 }, { "b"_ba, "old"_ba } });
    create(*m_store, session);
    QCOMPARE(save(*m_store, deltaOf(session, now + 5, { { "b"_ba, Bytes { "new"_ba } }, { "c"_ba, 3 } })), Status::Ok);
    const auto found = find(*m_store, session.id, now + 5).session;
    QCOMPARE(found.createdMs, now);
    QCOMPARE(found.lastAccessedMs, now + 5);
    QVERIFY(found.attributes == (Attributes { { "a"_ba, 1 }, { "b"_ba, Bytes { "new"_ba } }, { "c"_ba, 3 } }));
}

void StoreContract::forgetsARemovedAttribute()
{
    const auto now = wallClockMs();
    const auto session = newSession(now, { { "a"_ba, 1 }, { "b"_ba, 2 } });
    create(*m_store, session);
    auto delta = deltaOf(session, now);
    delta.removed = { "a"_ba, "never there"_ba };
    QCOMPARE(save(*m_store, delta), Status::Ok);
    QVERIFY(find(*m_store, session.id, now).session.attributes == (Attributes { { "b"_ba, 2 } }));
    QCOMPARE(save(*m_store, deltaOf(session, now, { { "a"_ba, 3 } })), Status::Ok);
    QVERIFY(find(*m_store, session.id, now).session.attributes == (Attributes { { "a"_ba, 3 }, { "b"_ba, 2 } }));
}

void StoreContract::tellsAnEmptyAttributeFromARemovedOne()
{
    const auto now = wallClockMs();
    const auto session = newSession(now, { { "text"_ba, "x"_ba }, { "bytes"_ba, Bytes { "x"_ba } } });
    create(*m_store, session);
    QCOMPARE(save(*m_store, deltaOf(session, now, { { "text"_ba, ""_ba }, { "bytes"_ba, Bytes {} } })), Status::Ok);
    QVERIFY(find(*m_store, session.id, now).session.attributes
        == (Attributes { { "text"_ba, ""_ba }, { "bytes"_ba, Bytes {} } }));
}

void StoreContract::savesNothingWithoutASession()
{
    if (!promises().refusesLateSaves)
        QSKIP("As the framework does it, a save does not ask whether its session is there.");
    const auto now = wallClockMs();
    const auto stranger = newSession(now);
    QCOMPARE(save(*m_store, deltaOf(stranger, now, { { "a"_ba, 1 } })), Status::NotFound);
    QCOMPARE(find(*m_store, stranger.id, now).status, Status::NotFound);
    QCOMPARE(count(*m_store), 0);
}

void StoreContract::savesNothingAfterRemove()
{
    if (!promises().refusesLateSaves)
        QSKIP("As the framework does it, a save does not ask whether its session is there.");
    const auto now = wallClockMs();
    const auto session = newSession(now);
    create(*m_store, session);
    QCOMPARE(find(*m_store, session.id, now).status, Status::Ok); // request A is under way
    QCOMPARE(remove(*makeStore(), session.id), Status::Ok); // B logs out
    QCOMPARE(save(*m_store, deltaOf(session, now, { { "a"_ba, 1 } })), Status::NotFound); // A ends
    QCOMPARE(find(*m_store, session.id, now).status, Status::NotFound);
}

void StoreContract::rotatesTheId()
{
    const auto now = wallClockMs();
    auto session = newSession(now, { { "a"_ba, 1 } });
    create(*m_store, session);
    const auto oldId = session.id;
    const auto newId = newSessionId();
    QCOMPARE(rotateId(*m_store, newId, deltaOf(session, now + 1, { { "user"_ba, "user1"_ba } })), Status::Ok);
    QCOMPARE(find(*m_store, oldId, now + 1).status, Status::NotFound);
    QCOMPARE(find(*makeStore(), oldId, now + 1).status, Status::NotFound);
    const sessions::Session expected { newId, now, now + 1, 1800, { { "a"_ba, 1 }, { "user"_ba, "user1"_ba } } };
    QVERIFY(isSame(find(*m_store, newId, now + 1).session, expected));
    QTRY_COMPARE(count(*m_store), 1);
}

void StoreContract::rotatesNothingWithoutASession()
{
    const auto now = wallClockMs();
    const auto newId = newSessionId();
    QCOMPARE(rotateId(*m_store, newId, deltaOf(newSession(now), now)), Status::NotFound);
    QCOMPARE(find(*m_store, newId, now).status, Status::NotFound);
    QCOMPARE(count(*m_store), 0);
}

void StoreContract::removesTwice()
{
    const auto now = wallClockMs();
    const auto session = newSession(now);
    create(*m_store, session);
    QCOMPARE(remove(*m_store, session.id), Status::Ok);
    QCOMPARE(find(*m_store, session.id, now).status, Status::NotFound);
    QCOMPARE(remove(*m_store, session.id), Status::Ok);
}

void StoreContract::expiresWhenIdle()
{
    if (!promises().goesByOurClock)
        QSKIP("Only the store's own clock says how long a session has been idle.");
    const auto now = wallClockMs();
    const auto session = newSession(now);
    create(*m_store, session);
    QCOMPARE(find(*m_store, session.id, now + 1'799'000).status, Status::Ok);
    QCOMPARE(find(*m_store, session.id, now + 1'801'000).status, Status::NotFound);
    QCOMPARE(count(*m_store), 0); // a find removes what has expired
    QCOMPARE(find(*m_store, session.id, now).status, Status::NotFound);
}

void StoreContract::staysAliveWhenUsed()
{
    if (!promises().goesByOurClock)
        QSKIP("Only the store's own clock says how long a session has been idle.");
    const auto now = wallClockMs();
    const auto session = newSession(now);
    create(*m_store, session);
    QCOMPARE(save(*m_store, deltaOf(session, now + 1'000'000)), Status::Ok);
    QCOMPARE(find(*m_store, session.id, now + 2'799'000).status, Status::Ok);
    QCOMPARE(find(*m_store, session.id, now + 2'801'000).status, Status::NotFound);
}

void StoreContract::expiresAbsolutely()
{
    const auto now = wallClockMs();
    const auto session = newSession(now);
    create(*m_store, session);
    for (const auto later : { 1'500'000, 3'000'000, 3'599'000 }) {
        QCOMPARE(find(*m_store, session.id, now + later).status, Status::Ok);
        QCOMPARE(save(*m_store, deltaOf(session, now + later)), Status::Ok);
    }
    QCOMPARE(find(*m_store, session.id, now + 1000 * absoluteTimeoutS).status, Status::NotFound);
    QCOMPARE(count(*m_store), 0);
}

void StoreContract::mergesParallelSaves()
{
    if (!promises().mergesSaves)
        QSKIP("The session is written whole: the last save wins.");
    const auto now = wallClockMs();
    const auto session = newSession(now);
    create(*m_store, session);
    constexpr int writers = 50;
    int saved = 0;
    const auto other = makeStore();
    Attributes expected;
    for (int i = 0; i < writers; ++i) { // none of them waits for another
        const QByteArray name = "a" + QByteArray::number(i);
        expected.insert(name, i);
        (i % 2 ? *other : *m_store).save(deltaOf(session, now, { { name, i } }), [&](Status status) {
            saved += status == Status::Ok;
        });
    }
    QTRY_COMPARE(saved, writers);
    QVERIFY(find(*m_store, session.id, now).session.attributes == expected);
}

void StoreContract::countsAndClears()
{
    const auto now = wallClockMs();
    int created = 0;
    for (int i = 0; i < 2500; ++i) // more than one batch of a store that walks its keys
        m_store->create(newSession(now), [&](Status status) { created += status == Status::Ok; });
    QTRY_COMPARE_WITH_TIMEOUT(created, 2500, 20'000);
    QTRY_COMPARE(count(*m_store), 2500);
    QTRY_COMPARE(count(*makeStore()), 2500);
    QCOMPARE(clear(*m_store), Status::Ok);
    QCOMPARE(count(*m_store), 0);
}

void StoreContract::answersWhenItIsDestroyed()
{
    const auto now = wallClockMs();
    const auto session = newSession(now);
    int answers = 0;
    const auto told = [&answers](Status, const auto&...) { ++answers; };
    auto store = makeStore();
    store->find(session.id, now, told);
    store->create(session, told);
    store->save(deltaOf(session, now), told);
    store->save(deltaOf(session, now, { { "a"_ba, 1 } }), told);
    store->rotateId(newSessionId(), deltaOf(session, now), told);
    store->remove(session.id, told);
    store->count(told);
    store.reset();
    QCOMPARE(answers, 7);
    QTest::qWait(20);
    QCOMPARE(answers, 7);
}

} // namespace ceteris::testsupport
