// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/replication/view.h"
#include "tests/integration/sessions/replicagroup.h"
#include "tests/support/holdingrelay.h"
#include "tests/support/storecalls.h"
#include "tests/support/storecontract.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace ceteris;
using namespace ceteris::sessions;
using namespace ceteris::testsupport;

// Two instances with the same sessions, of which each call may go to either.
class TestReplicatedStore : public StoreContract
{
    Q_OBJECT

protected:
    std::unique_ptr<SessionStore> makeStore() override
    {
        QFETCH_GLOBAL(QString, copies);
        auto& two = m_two[copies];
        if (!two) {
            two = std::make_unique<ReplicaGroup>(2, copies, u"sync"_s, absoluteTimeoutS);
            if (!two->start(0) || !two->start(1))
                qFatal("The two instances did not start.");
        }
        return two->store(m_next++ % 2);
    }

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("copies");
        QTest::newRow("all") << u"all"_s;
        QTest::newRow("backup") << u"backup"_s;
    }

    void cleanupTestCase() { m_two.clear(); }

    // Who joins gets what he is to hold, who goes hands on what nobody else has: one after the other all are replaced.
    void movesEverySession()
    {
        QFETCH_GLOBAL(QString, copies);
        const auto now = wallClockMs();
        ReplicaGroup group(3, copies, u"sync"_s, absoluteTimeoutS);
        QVERIFY(group.start(0));
        QVERIFY(group.start(1));
        auto store = group.store(0);
        QList<Session> sessions;
        for (int i = 0; i < 300; ++i) {
            sessions << newSession(now, { { "n"_ba, i } });
            QCOMPARE(create(*store, sessions.last()), Status::Ok);
        }
        QCOMPARE(remove(*store, sessions.last().id), Status::Ok);
        const auto gone = sessions.takeLast();
        QVERIFY(group.start(2));
        const auto joined = group.store(2);
        QTRY_VERIFY(*joined->bytes() > *store->bytes() / 2);
        QCOMPARE(save(*joined, deltaOf(sessions.first(), now, { { "n"_ba, -1 } })), Status::Ok);
        store.reset();
        group.stop(0);
        group.stop(1);
        QCOMPARE(count(*joined), sessions.size());
        for (qsizetype i = 1; i < sessions.size(); ++i)
            QVERIFY(find(*joined, sessions[i].id, now).session == sessions[i]);
        QVERIFY(find(*joined, sessions[0].id, now).session.attributes.value("n") == Value(-1));
        QCOMPARE(find(*joined, gone.id, now).status, Status::NotFound);
    }

    // Each may come first, because both answers are on their way at the same time.
    void readsWhatItWroteWithoutWaiting()
    {
        QFETCH_GLOBAL(QString, copies);
        const auto now = wallClockMs();
        ReplicaGroup group(2, copies, u"async"_s, absoluteTimeoutS);
        QVERIFY(group.start(0) && group.start(1));
        const auto store = group.store(0);
        for (int i = 0; i < 200; ++i) {
            const auto session = newSession(now, { { "n"_ba, i } });
            QCOMPARE(create(*store, session), Status::Ok);
            QCOMPARE(save(*store, deltaOf(session, now, { { "n"_ba, -i } })), Status::Ok);
            QVERIFY(find(*store, session.id, now).session.attributes.value("n") == Value(-i));
        }
    }

    // An instance that is there but silent: its say-so is waited for, not for ever, and then it is done without.
    void doesNotHangOnASilentInstance()
    {
        QFETCH_GLOBAL(QString, copies);
        const auto now = wallClockMs();
        ReplicaGroup group(2, copies, u"sync"_s, absoluteTimeoutS);
        auto& other = group.config().store.replication.members[1];
        HoldingRelay relay(other.port);
        other.reachedAt = relay.port();
        QVERIFY(group.start(0));
        const std::unique_ptr<QThread> starting(QThread::create([&group] { group.start(1); }));
        starting->start(); // the relay needs this thread
        QTRY_VERIFY(starting->isFinished());
        const auto store = group.store(0);
        auto session = newSession(now);
        while (View::firstOf(session.id, 0b11) != 0)
            session.id = newSessionId();
        QCOMPARE(create(*store, session), Status::Ok);
        QTRY_VERIFY(*group.store(1)->bytes() > 0); // the link through the relay is there
        relay.holdFrom("stop here");
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(save(*store, deltaOf(session, now, { { "a"_ba, "stop here"_ba } })), Status::Unavailable);
        QVERIFY(clock.elapsed() >= 900 && clock.elapsed() < 8000);
        QCOMPARE(save(*store, deltaOf(session, now, { { "a"_ba, 2 } })), Status::Ok);
        relay.holdFrom({});
        relay.release();
        QTRY_VERIFY(find(*group.store(1), session.id, now).session.attributes.value("a") == Value(2));
    }

    void turnsStrangersAway()
    {
        QFETCH_GLOBAL(QString, copies);
        ReplicaGroup group(2, copies, u"sync"_s, absoluteTimeoutS);
        QVERIFY(group.start(0));
        QTest::ignoreMessage(
            QtWarningMsg, QRegularExpression(u"instance 0 is not connected: it does not know the secret"_s));
        group.config().store.replication.secret = u"guess"_s;
        QVERIFY(group.start(1));
        const auto now = wallClockMs();
        const auto session = newSession(now);
        QCOMPARE(create(*group.store(0), session), Status::Ok);
        QCOMPARE(find(*group.store(1), session.id, now).status, Status::NotFound);
    }

    void saysWhyItCannotStart()
    {
        QFETCH_GLOBAL(QString, copies);
        ReplicaGroup group(2, copies, u"sync"_s, absoluteTimeoutS);
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost, group.config().store.replication.members[0].port));
        auto config = group.config();
        const auto factory = storeFactory(config);
        QVERIFY(!factory);
        QCOMPARE(factory.error().code, contract::ExitCode::NoStore);
        QVERIFY(factory.error().sentence.contains(u"replication port"));
        config.instance = 2;
        QCOMPARE(storeFactory(config).error().code, contract::ExitCode::BadConfig);
        config.instance = 1;
        config.store.replication.secret.clear(); // everybody would know it
        QCOMPARE(storeFactory(config).error().code, contract::ExitCode::BadConfig);
    }

    void tellsWhatItCan()
    {
        const auto capabilities = makeStore()->capabilities();
        QVERIFY(capabilities.countsSessions && capabilities.ownMemory && capabilities.sharedByInstances);
        QVERIFY(!capabilities.survivesServerRestart);
    }

private:
    std::map<QString, std::unique_ptr<ReplicaGroup>> m_two; // by where their copies are
    int m_next = 0;
};

QTEST_GUILESS_MAIN(TestReplicatedStore)
#include "tst_replicatedstore.moc"
