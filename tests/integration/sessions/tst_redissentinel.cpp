// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/linkproxy.h"
#include "app/services/sentinelservice.h"
#include "server/sessions/factory.h"
#include "tests/support/storecalls.h"
#include "tests/support/storecontract.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <hiredis/hiredis.h>

using namespace Qt::StringLiterals;
using namespace ceteris;
using namespace ceteris::sessions;
using namespace ceteris::testsupport;

using services::SentinelService;

// Sessions in a Redis group of its own, with replicas that may confirm a write and with failovers.
class TestRedisSentinel : public StoreContract
{
    Q_OBJECT

protected:
    std::unique_ptr<SessionStore> makeStore() override { return makeStore(*m_group); }

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<int>("waitReplicas");
        QTest::newRow("at the master's word") << 0;
        QTest::newRow("confirmed by a replica") << 1;
    }

    void initTestCase()
    {
        auto group = start(1);
        if (!group && group.error().code == ErrorCode::ProgramMissing)
            QSKIP("needs redis-server; apt install redis-server");
        QVERIFY2(group, group ? "" : qPrintable(describe(group.error())));
        m_group = std::move(*group);
    }

    void comesBackAfterAKill()
    {
        auto group = start(2); // one that becomes the master, one that confirms to it
        QVERIFY(group);
        const auto store = makeStore(**group);
        const auto now = wallClockMs();
        const auto session = newSession(now, { { "user"_ba, "user1"_ba } });
        QCOMPARE(create(*store, session), Status::Ok);
        QTRY_VERIFY(keysOf((*group)->redis()[1]) == 1 && keysOf((*group)->redis()[2]) == 1);

        end(**group, u"master"_s);
        QElapsedTimer gap;
        gap.start();
        auto status = Status::Unavailable;
        for (; status == Status::Unavailable && gap.elapsed() < 20'000; QTest::qWait(20))
            status = save(*store, deltaOf(session, now, { { "visits"_ba, 1 } }));
        QCOMPARE(status, Status::Ok); // never NotFound: nobody was logged out
        qInfo("down after 500 ms: answers came back %.1f s after the kill", double(gap.elapsed()) / 1000);
        QVERIFY(gap.elapsed() > 400); // it was a failover, not a reconnect
        QCOMPARE(find(*store, session.id, now).session.attributes.value("user"_ba), Value("user1"_ba));

        // The old master is back, empty: it must become a replica before anybody believes it.
        QVERIFY((*group)->restart(u"master"_s));
        QTRY_COMPARE_WITH_TIMEOUT(save(*store, deltaOf(session, now)), Status::Ok, 20'000);
        QCOMPARE(find(*makeStore(**group), session.id, now).status, Status::Ok);
    }

    // A write that the master alone has is lost with it; of a logout that means that the session is there again.
    void losesLogoutsThatNoReplicaHas()
    {
        QFETCH_GLOBAL(int, waitReplicas);
        services::LinkProxy links;
        auto group = start(1, [&](const QString& link, quint16 port) { return links.open(link, port).value(); });
        QVERIFY(group);
        const auto store = makeStore(**group);
        const auto now = wallClockMs();
        std::vector<Session> sessions;
        for (int i = 0; i < 20; ++i) {
            sessions.push_back(newSession(now));
            QCOMPARE(create(*store, sessions.back()), Status::Ok);
        }
        QTRY_COMPARE(keysOf((*group)->redis()[1]), 20);

        links.set(u"replica-1"_s, { services::LinkMode::Hold, {} });
        std::vector<QByteArray> loggedOut; // as we were told
        for (const auto& session : sessions)
            if (remove(*store, session.id) == Status::Ok)
                loggedOut.push_back(session.id);
        end(**group, u"master"_s);
        QTRY_VERIFY_WITH_TIMEOUT(find(*store, newSessionId(), now).status == Status::NotFound, 20'000);
        const auto back = std::ranges::count_if(
            loggedOut, [&](const auto& id) { return find(*store, id, now).status == Status::Ok; });
        qInfo("of 20 logouts %zu were acknowledged; %td came back to life", loggedOut.size(), back);
        QCOMPARE(loggedOut.size(), waitReplicas > 0 ? 0U : 20U);
        QCOMPARE(back, waitReplicas > 0 ? 0 : 20);
    }

    void refusesWhatNoReplicaHas()
    {
        QFETCH_GLOBAL(int, waitReplicas);
        auto group = start(1);
        QVERIFY(group);
        const auto store = makeStore(**group);
        const auto now = wallClockMs();
        const auto session = newSession(now);
        QCOMPARE(create(*store, session), Status::Ok);
        end(**group, u"replica-1"_s);
        const auto expected = waitReplicas > 0 ? Status::Unavailable : Status::Ok;
        QTRY_COMPARE(save(*store, deltaOf(session, now)), expected);
        QCOMPARE(remove(*store, session.id), expected);
        QCOMPARE(find(*store, session.id, now).status, Status::NotFound); // the master has done it nevertheless
        QVERIFY((*group)->restart(u"replica-1"_s));
        QTRY_COMPARE_WITH_TIMEOUT(create(*store, newSession(now)), Status::Ok, 20'000);
    }

    void saysWhatIsMissing()
    {
        contract::ServerConfig config;
        m_group->tell(config);
        config.store.kind = u"redis"_s;
        config.store.deployment.masterName = u"another"_s;
        const auto factory = storeFactory(config);
        QVERIFY(!factory);
        QVERIFY(factory.error().sentence.contains(u"the Sentinels know no master of the name another"));
    }

    void letsNobodyIn()
    {
        for (auto address : m_group->redis()) {
            address.password.clear();
            auto connection = redis::Connection::open(address, std::chrono::seconds(2));
            QVERIFY(connection);
            const auto refused = connection->ask({ "PING" });
            QVERIFY(!refused && refused.error().facts.last().contains(u"NOAUTH"));
        }
    }

private:
    Result<std::unique_ptr<SentinelService>> start(int replicas, services::Through through = {})
    {
        plan::Arm arm;
        arm.store = plan::StoreKind::Redis;
        arm.redis.deployment = plan::RedisDeployment::Sentinel;
        arm.redis.downAfterMs = 500;
        arm.redis.replicas = replicas;
        return SentinelService::start({ arm, {}, m_folder.path(), {}, std::move(through) });
    }

    static std::unique_ptr<SessionStore> makeStore(const SentinelService& group)
    {
        QFETCH_GLOBAL(int, waitReplicas);
        return makeStore(group, waitReplicas);
    }

    static std::unique_ptr<SessionStore> makeStore(const SentinelService& group, int waitReplicas)
    {
        contract::ServerConfig config;
        config.absoluteTimeoutS = absoluteTimeoutS;
        config.store.kind = u"redis"_s;
        group.tell(config);
        config.store.deployment.waitReplicas = waitReplicas;
        config.store.deployment.waitMs = 500; // a replica on a busy machine takes its time
        return (*storeFactory(config))();
    }

    static qint64 keysOf(const contract::RedisAddress& address)
    {
        auto connection = redis::Connection::open(address, std::chrono::seconds(2));
        const auto size = connection ? connection->ask({ "DBSIZE" }) : tl::unexpected(connection.error());
        return size ? (*size)->integer : -1;
    }

    static void end(const SentinelService& group, const QString& name)
    {
        for (const auto& part : group.parts())
            if (part.name == name)
                ::kill(static_cast<pid_t>(part.pid), SIGKILL);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<SentinelService> m_group;
};

QTEST_GUILESS_MAIN(TestRedisSentinel)
#include "tst_redissentinel.moc"
