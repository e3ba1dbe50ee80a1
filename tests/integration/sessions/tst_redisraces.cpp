// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/redisstore.h"
#include "tests/support/holdingrelay.h"
#include "tests/support/redisfixture.h"
#include "tests/support/storecalls.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris::sessions;
using namespace ceteris::testsupport;

using Fields = QHash<QByteArray, QByteArray>;

// What becomes of a save that is under way while its session goes. Spring's commands are not one step, so it depends on
// where it is caught; the atomic form has only a before and an after.
class TestRedisRaces : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!RedisFixture::isInstalled())
            QSKIP(RedisFixture::missing);
        QVERIFY(m_redis.start());
        m_relay = std::make_unique<HoldingRelay>(m_redis.address().port);
    }

    void cleanupTestCase() { m_relay.reset(); }

    void removedDuringASave_data() { modes(); }
    void removedDuringASave()
    {
        const auto now = wallClockMs();
        const auto session = newSession(now, { { "user"_ba, "user1"_ba }, { "visits"_ba, 1 } });
        QFETCH(SaveMode, mode);
        RedisStore slow(options(m_relay->port(), mode));
        RedisStore quick(options(m_redis.address().port, mode));
        create(quick, session);
        const auto saved = heldSave(slow, deltaOf(session, now + 5, { { "visits"_ba, 2 } }));
        QCOMPARE(remove(quick, session.id), Status::Ok); // the user signs out
        m_relay->release();
        QTRY_VERIFY(saved->has_value());

        if (mode == SaveMode::Atomic) {
            QCOMPARE(*saved, Status::NotFound);
            QCOMPARE(count(quick), 0);
        } else {
            QCOMPARE(*saved, Status::Ok); // nobody has noticed
            QCOMPARE(fieldsOf(session.id),
                (Fields {
                    { "lastAccessedTime"_ba, QByteArray::number(now + 5) }, { "sessionAttr:visits"_ba, "2"_ba } }));
            QCOMPARE(count(quick), 1);
        }
        QCOMPARE(find(quick, session.id, now + 6).status, Status::NotFound); // signed out is signed out,
        QCOMPARE(fieldsOf(session.id), Fields {}); // and the half is gone
    }

    void rotatedDuringASave_data() { modes(); }
    void rotatedDuringASave()
    {
        const auto now = wallClockMs();
        const auto session = newSession(now, { { "count"_ba, 1 } });
        QFETCH(SaveMode, mode);
        RedisStore slow(options(m_relay->port(), mode));
        RedisStore quick(options(m_redis.address().port, mode));
        create(quick, session);
        const auto saved = heldSave(slow, deltaOf(session, now + 5, { { "count"_ba, 2 } }));
        const auto newId = newSessionId();
        QCOMPARE(rotateId(quick, newId, deltaOf(session, now + 5)), Status::Ok); // the user signs in again
        m_relay->release();
        QTRY_VERIFY(saved->has_value());

        QCOMPARE(*saved, mode == SaveMode::Atomic ? Status::NotFound : Status::Ok); // Spring: said to be kept, but lost
        QVERIFY(find(quick, newId, now + 6).session.attributes == (Attributes { { "count"_ba, 1 } }));
        QCOMPARE(find(quick, session.id, now + 6).status, Status::NotFound);
        QCOMPARE(remove(quick, newId), Status::Ok);
        QCOMPARE(count(quick), 0);
    }

private:
    static void modes()
    {
        QTest::addColumn<SaveMode>("mode");
        QTest::addColumn<QByteArray>("command");
        QTest::newRow("spring") << SaveMode::Spring << "HMSET"_ba; // it has asked, but not yet written
        QTest::newRow("atomic") << SaveMode::Atomic << "EVALSHA"_ba;
    }

    static RedisStoreOptions options(quint16 port, SaveMode mode)
    {
        RedisStoreOptions options;
        options.address.port = port;
        options.saveMode = mode;
        options.timing.deadline = std::chrono::seconds(10); // a slow test machine must not look like a lost Redis
        return options;
    }

    // Begins a save and returns when it is caught in the relay.
    std::shared_ptr<std::optional<Status>> heldSave(SessionStore& store, const Delta& delta)
    {
        QFETCH(QByteArray, command);
        m_relay->holdFrom(command);
        const auto saved = std::make_shared<std::optional<Status>>();
        store.save(delta, [saved](Status status) { *saved = status; });
        if (!QTest::qWaitFor([this] { return m_relay->isHolding(); }))
            QTest::qFail("the save does not come by", __FILE__, __LINE__);
        return saved;
    }

    Fields fieldsOf(const QByteArray& id) const
    {
        const auto list = m_redis.command({ "HGETALL", "spring:session:sessions:" + id }).toList();
        Fields fields;
        for (qsizetype i = 0; i + 1 < list.size(); i += 2)
            fields.insert(list[i].toByteArray(), list[i + 1].toByteArray());
        return fields;
    }

    RedisFixture m_redis { { .tcp = true } };
    std::unique_ptr<HoldingRelay> m_relay;
};

QTEST_GUILESS_MAIN(TestRedisRaces)
#include "tst_redisraces.moc"
