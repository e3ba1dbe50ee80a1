// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/memorystore.h"
#include "server/sessions/stores/sessiontable.h"
#include "tests/support/mutantstore.h"
#include "tests/support/storecalls.h"

#include <QTest>

using namespace ceteris::sessions;
using namespace ceteris::testsupport;

// Each mutant breaks what it says, and only that.
class TestMutantStore : public QObject
{
    Q_OBJECT

private slots:
    void namesAreKnown()
    {
        QCOMPARE(mutantNamed("drop"), Mutant::Drop);
        QCOMPARE(mutantNamed("lastwriter"), Mutant::LastWriter);
        QCOMPARE(mutantNamed(""), Mutant::None);
        QVERIFY(!mutantNamed("dorp"));
    }

    void isHonestWithoutAFault()
    {
        use(Mutant::None, 1);
        const auto session = begun({ { "count", 1 } });
        QCOMPARE(save(*m_store, deltaOf(session, m_now, { { "count", 2 } })), Status::Ok);
        QCOMPARE(number(session.id), 2);
        remove(*m_store, session.id);
        QCOMPARE(save(*m_store, deltaOf(session, m_now, { { "count", 3 } })), Status::NotFound);
        QVERIFY(m_memory->newSessionId() != m_memory->newSessionId());
    }

    void dropsAtItsRate()
    {
        use(Mutant::Drop, 0.01);
        int dropped = 0;
        for (int i = 0; i < 10'000; ++i)
            dropped += find(*m_store, begun({}).id, m_now).status == Status::NotFound;
        QVERIFY2(dropped > 50 && dropped < 150, qPrintable(QString::number(dropped)));
    }

    void swaps()
    {
        use(Mutant::Swap, 1);
        const auto mine = begun({ { "count", 1 } });
        const auto other = begun({ { "count", 2 } });
        find(*m_store, mine.id, m_now);
        QCOMPARE(number(other.id), 1);
        QCOMPARE(number(mine.id), 2);
    }

    void readsStale()
    {
        use(Mutant::Stale, 1);
        const auto session = begun({ { "count", 1 } });
        QCOMPARE(number(session.id), 1);
        save(*m_store, deltaOf(session, m_now, { { "count", 2 } }));
        QCOMPARE(number(session.id), 1);
        QCOMPARE(number(session.id), 2);
    }

    void countsBackwards()
    {
        use(Mutant::Backwards, 1);
        const auto session = begun({ { "count", 5 } });
        save(*m_store, deltaOf(session, m_now, { { "count", 6 } }));
        QCOMPARE(number(session.id), 4);
    }

    void resurrectsInFull()
    {
        use(Mutant::Resurrect, 0);
        const auto session = begun({ { "user", "user1" }, { "count", 1 } });
        find(*m_store, session.id, m_now);
        remove(*m_store, session.id);
        QCOMPARE(find(*m_store, session.id, m_now).status, Status::NotFound);
        QCOMPARE(save(*m_store, deltaOf(session, m_now, { { "count", 2 } })), Status::Ok);
        const auto back = find(*m_store, session.id, m_now);
        QVERIFY(back.session.attributes == (Attributes { { "user", "user1" }, { "count", 2 } }));
        const auto stranger = newSession(m_now);
        QCOMPARE(save(*m_store, deltaOf(stranger, m_now)), Status::NotFound); // no grave, no ghost
    }

    void givesAnIdAgain()
    {
        use(Mutant::Reuse, 1);
        QCOMPARE(m_memory->newSessionId(), m_memory->newSessionId());
    }

    void livesForEver()
    {
        use(Mutant::Immortal, 0);
        const auto session = begun({});
        const auto other = begun({});
        const auto newId = newSessionId();
        rotateId(*m_store, newId, deltaOf(other, m_now));
        QCOMPARE(find(*m_store, session.id, m_now + 1'900'000).status, Status::Ok);
        QCOMPARE(find(*m_store, newId, m_now + 1'900'000).status, Status::Ok);
    }

    void signsOutEverywhere()
    {
        use(Mutant::Everywhere, 0);
        const auto first = begun({ { "user", "user1" } });
        const auto second = begun({ { "user", "user1" } });
        const auto stranger = begun({ { "user", "user2" } });
        for (const auto& session : { first, second, stranger })
            find(*m_store, session.id, m_now);
        remove(*m_store, first.id);
        QCOMPARE(find(*m_store, second.id, m_now).status, Status::NotFound);
        QCOMPARE(find(*m_store, stranger.id, m_now).status, Status::Ok);
    }

    void lastWriterWins()
    {
        use(Mutant::LastWriter, 0);
        const auto session = begun({ { "count", 1 } });
        find(*m_store, session.id, m_now); // two requests read
        find(*m_store, session.id, m_now + 1);
        save(*m_store, deltaOf(session, m_now, { { "a", 1 } })); // and both write
        save(*m_store, deltaOf(session, m_now + 1, { { "b", 1 } }));
        const auto kept = find(*m_store, session.id, m_now + 2).session.attributes;
        QVERIFY(kept == (Attributes { { "count", 1 }, { "b", 1 } }));
        remove(*m_store, session.id);
        QCOMPARE(save(*m_store, deltaOf(session, m_now + 2)), Status::NotFound);
    }

private:
    void use(Mutant mutant, double rate)
    {
        m_memory = std::make_shared<MutantMemory>(mutant, rate);
        m_store = std::make_unique<MutantStore>(
            std::make_unique<MemoryStore>(std::make_shared<SessionTable>(43'200)), m_memory);
    }

    Session begun(const Attributes& attributes)
    {
        const auto session = newSession(m_now, attributes);
        create(*m_store, session);
        return session;
    }

    qint64 number(const QByteArray& id)
    {
        const auto attributes = find(*m_store, id, m_now).session.attributes;
        const auto value = attributes.value("count");
        const auto* number = std::get_if<qint64>(&value);
        return number ? *number : -1;
    }

    const qint64 m_now = wallClockMs();
    std::shared_ptr<MutantMemory> m_memory;
    std::unique_ptr<SessionStore> m_store;
};

QTEST_GUILESS_MAIN(TestMutantStore)
#include "tst_mutantstore.moc"
