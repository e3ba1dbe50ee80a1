// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/backend.h"
#include "server/sessions/stores/pooledstore.h"
#include "server/sessions/stores/sqlstore.h"
#include "tests/support/storecalls.h"
#include "tests/support/storecontract.h"

#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace ceteris;
using namespace ceteris::testsupport;
using sessions::PooledStore;
using sessions::PoolOptions;
using sessions::SqlStore;
using sessions::Status;
using sessions::StorePool;

// The contract and the faults, over each engine in turn.
class TestSqlStore : public StoreContract
{
    Q_OBJECT

public:
    explicit TestSqlStore(plan::SqlEngine engine)
        : m_engine(engine)
    {
        setObjectName("TestSqlStore");
    }

protected:
    std::unique_ptr<sessions::SessionStore> makeStore() override { return makeStore(m_pool); }

private slots:
    void initTestCase();
    void cleanupTestCase();

    void keepsSpringsTables();
    void sweepsWhatHasExpired();
    void anOutageIsUnavailableAndLogsNobodyOut();
    void waitsNoLongerThanTheDeadline();
    void parallelSavesAndALogout();
    void reconnectsBetweenTwoRequests();

private:
    std::shared_ptr<StorePool> makePool(const PoolOptions& options) const
    {
        return std::make_shared<StorePool>(
            options, [sql = m_config] { return std::make_unique<SqlStore>(sql, absoluteTimeoutS); });
    }
    static std::unique_ptr<PooledStore> makeStore(std::shared_ptr<StorePool> pool)
    {
        return std::make_unique<PooledStore>(std::move(pool));
    }
    QVariant value(const QString& statement);
    bool hasServer() const { return m_engine != plan::SqlEngine::Sqlite; }

    const plan::SqlEngine m_engine;
    QTemporaryDir m_folder;
    std::unique_ptr<services::Backend> m_backend;
    contract::SqlConfig m_config;
    std::shared_ptr<StorePool> m_pool;
};

void TestSqlStore::initTestCase()
{
    plan::Arm arm;
    arm.store = plan::StoreKind::Sql;
    arm.sql.engine = m_engine;
    arm.sql.durable = false; // the tests are of what it does, not of the disk
    auto backend = services::startBackend({ arm, {}, m_folder.path() });
    if (!backend && backend.error().code == ErrorCode::ProgramMissing)
        QSKIP(qPrintable(describe(backend.error())));
    QVERIFY2(backend, backend ? "" : qPrintable(describe(backend.error())));
    m_backend = std::move(*backend);
    contract::ServerConfig config;
    m_backend->tell(config);
    m_config = config.store.sql;
    const auto problem = SqlStore::prepare(m_config);
    if (problem.contains(u"apt install"))
        QSKIP(qPrintable(problem));
    QCOMPARE(problem, QString());
    QCOMPARE(SqlStore::prepare(m_config), QString()); // as the second instance does
    m_pool = makePool({ .deadline = 30s });
}

void TestSqlStore::cleanupTestCase()
{
    m_pool.reset();
    m_backend.reset();
}

QVariant TestSqlStore::value(const QString& statement)
{
    sql::Connection connection(m_config.address);
    const auto* query = connection.open() ? connection.run(statement) : nullptr;
    return query && const_cast<QSqlQuery*>(query)->next() ? query->value(0) : QVariant();
}

void TestSqlStore::keepsSpringsTables()
{
    const auto store = makeStore();
    const auto session = newSession(wallClockMs(), { { "user"_ba, "user1"_ba }, { "visits"_ba, 7 } });
    QCOMPARE(create(*store, session), Status::Ok);
    QCOMPARE(value(u"SELECT SESSION_ID FROM SPRING_SESSION"_s).toString().trimmed().toLatin1(), session.id);
    QCOMPARE(value(u"SELECT PRINCIPAL_NAME FROM SPRING_SESSION"_s).toString(), u"user1"_s);
    QCOMPARE(value(u"SELECT EXPIRY_TIME - LAST_ACCESS_TIME FROM SPRING_SESSION"_s).toInt(), 1'800'000);
    const auto bytes = u"SELECT ATTRIBUTE_BYTES FROM SPRING_SESSION_ATTRIBUTES WHERE ATTRIBUTE_NAME = '%1'"_s;
    QCOMPARE(value(bytes.arg(u"visits"_s)).toByteArray(), "7");
    QCOMPARE(value(bytes.arg(u"user"_s)).toByteArray(), "\"user1\"");
    QCOMPARE(remove(*store, session.id), Status::Ok);
    QCOMPARE(value(u"SELECT COUNT(*) FROM SPRING_SESSION_ATTRIBUTES"_s).toInt(), 0);
}

void TestSqlStore::sweepsWhatHasExpired()
{
    const auto store = makeStore();
    const auto now = wallClockMs();
    const auto old = newSession(now - 1'800'000, { { "a"_ba, 1 } });
    const auto young = newSession(now - 1'799'999, { { "a"_ba, 1 } });
    create(*store, old);
    create(*store, young);
    SqlStore(m_config, absoluteTimeoutS).sweep(now);
    QCOMPARE(count(*store), 1);
    QCOMPARE(find(*store, young.id, now).status, Status::Ok);
    QCOMPARE(value(u"SELECT COUNT(*) FROM SPRING_SESSION_ATTRIBUTES"_s).toInt(), 1);
}

void TestSqlStore::anOutageIsUnavailableAndLogsNobodyOut()
{
    if (!hasServer())
        QSKIP("SQLite has no server that could be away.");
    const auto store = makeStore();
    const auto now = wallClockMs();
    const auto session = newSession(now, { { "user"_ba, "user1"_ba } });
    QCOMPARE(create(*store, session), Status::Ok);
    ::kill(static_cast<pid_t>(m_backend->parts().front().pid), SIGKILL);
    QTRY_COMPARE(m_backend->parts().front().pid, 0);
    for (int i = 0; i < 20; ++i) // each of the threads meets its dead connection
        QCOMPARE(find(*store, session.id, now).status, Status::Unavailable);
    QCOMPARE(create(*store, newSession(now)), Status::Unavailable);
    QCOMPARE(save(*store, deltaOf(session, now)), Status::Unavailable);
    QCOMPARE(rotateId(*store, sessions::newSessionId(), deltaOf(session, now)), Status::Unavailable);
    QCOMPARE(remove(*store, session.id), Status::Unavailable);
    QCOMPARE(count(*store), -1);

    const auto restarted = m_backend->restart(u"store"_s);
    QVERIFY2(restarted, restarted ? "" : qPrintable(describe(restarted.error())));
    for (int i = 0; i < 20; ++i) {
        const auto found = find(*store, session.id, now);
        QCOMPARE(found.status, Status::Ok);
        QVERIFY(found.session == session);
    }
}

// One connection, and somebody who holds the row that it wants to write.
void TestSqlStore::waitsNoLongerThanTheDeadline()
{
    const auto pool = makePool({ .threads = 1, .queueLimit = 2, .deadline = 300ms });
    const auto store = makeStore(pool);
    const auto now = wallClockMs();
    const auto session = newSession(now);
    QCOMPARE(create(*store, session), Status::Ok);

    sql::Connection holder(m_config.address);
    QVERIFY(holder.open() && holder.begin());
    QVERIFY(holder.run(u"UPDATE SPRING_SESSION SET MAX_INACTIVE_INTERVAL = 1800"_s));
    QList<Status> statuses;
    const auto answered = [&](Status status) { statuses << status; };
    store->save(deltaOf(session, now, { { "a"_ba, 1 } }), answered);
    QTest::qWait(50); // it has the thread
    for (int i = 0; i < 3; ++i)
        store->save(deltaOf(session, now, { { "b"_ba, 1 } }), answered);
    QCOMPARE(statuses, QList<Status> { Status::Unavailable }); // no place in the queue
    QTRY_COMPARE_WITH_TIMEOUT(statuses.size(), 4, 2000);
    QCOMPARE(statuses.count(Status::Unavailable), 4);
    holder.rollback();
    QTRY_COMPARE(find(*store, session.id, now).status, Status::Ok);
    QVERIFY(!find(*store, session.id, now).session.attributes.contains("b")); // what waited too long was not done
}

void TestSqlStore::parallelSavesAndALogout()
{
    const auto store = makeStore();
    const auto now = wallClockMs();
    for (int round = 0; round < 20; ++round) {
        const auto session = newSession(now, { { "user"_ba, "user1"_ba } });
        create(*store, session);
        int answers = 0;
        const auto answered = [&](Status status) { answers += status == Status::Ok || status == Status::NotFound; };
        for (int i = 0; i < 9; ++i) {
            store->save(deltaOf(session, now, { { "a"_ba, i }, { "b"_ba + QByteArray::number(i), i } }), answered);
            if (i == round % 9)
                store->remove(session.id, answered);
        }
        QTRY_COMPARE(answers, 10);
        QCOMPARE(find(*store, session.id, now).status, Status::NotFound);
    }
    QCOMPARE(count(*store), 0);
    QCOMPARE(value(u"SELECT COUNT(*) FROM SPRING_SESSION_ATTRIBUTES"_s).toInt(), 0);
}

void TestSqlStore::reconnectsBetweenTwoRequests()
{
    if (!hasServer())
        QSKIP("SQLite has no connection that could break.");
    const auto store = makeStore();
    const auto session = newSession(wallClockMs());
    QCOMPARE(create(*store, session), Status::Ok);
    QVERIFY(m_backend->restart(u"store"_s)); // every connection of the pool is dead now, and nobody has noticed
    for (int i = 0; i < 20; ++i)
        QCOMPARE(save(*store, deltaOf(session, wallClockMs(), { { "a"_ba, i } })), Status::Ok);
}

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    int failures = 0;
    for (const auto engine : { plan::SqlEngine::Sqlite, plan::SqlEngine::MariaDb, plan::SqlEngine::PostgreSql }) {
        TestSqlStore test(engine);
        failures += QTest::qExec(&test, argc, argv);
    }
    return failures;
}

#include "tst_sqlstore.moc"
