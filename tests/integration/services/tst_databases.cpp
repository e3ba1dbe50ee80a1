// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/cpuclock.h"
#include "app/monitor/processtree.h"
#include "app/services/sqlservice.h"
#include "server/sql/connection.h"
#include "server/users/passwords.h"
#include "server/users/userrepository.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace ceteris;
using services::SqlService;

// The private MariaDB and PostgreSQL, who may use them, and the users in them; each case over both.
class TestDatabases : public QObject
{
    Q_OBJECT

public:
    explicit TestDatabases(plan::SqlEngine engine)
        : m_engine(engine)
    {
        setObjectName("TestDatabases");
    }

private slots:
    void initTestCase();
    void letsNobodyElseIn();
    void listensOnLoopbackOnly();
    void isNotRoot();
    void mayOnlyUseItsTables();
    void hasTheUsers();
    void isCountedWithItsChildren();
    void saysWhatToInstall();
    void leavesNothing();

private:
    Result<std::unique_ptr<SqlService>> start(const QString& folder) const
    {
        return SqlService::start({ { .engine = m_engine, .durable = false }, {}, folder });
    }

    const plan::SqlEngine m_engine;
    QTemporaryDir m_folder;
    std::unique_ptr<SqlService> m_service;
};

void TestDatabases::initTestCase()
{
    auto service = start(m_folder.path());
    if (!service && service.error().code == ErrorCode::ProgramMissing)
        QSKIP(qPrintable(describe(service.error())));
    QVERIFY2(service, service ? "" : qPrintable(describe(service.error())));
    m_service = std::move(*service);
    sql::Connection connection(m_service->address());
    if (!connection.open() && connection.lastError().contains(u"apt install"))
        QSKIP(qPrintable(connection.lastError()));
    QCOMPARE(m_service->address().password.size(), 64);
}

void TestDatabases::letsNobodyElseIn()
{
    auto known = m_service->address();
    QVERIFY(sql::Connection(known).open());
    for (const auto& user : { u"root"_s, u"postgres"_s, u"mysql"_s, u"ceteris"_s, u""_s }) {
        for (const auto& password : { u""_s, u"guess"_s }) {
            auto stranger = known;
            stranger.user = user;
            stranger.password = password;
            QVERIFY2(!sql::Connection(stranger).open(), qPrintable(user));
        }
    }
}

void TestDatabases::listensOnLoopbackOnly()
{
    QFile sockets(u"/proc/net/tcp"_s);
    QVERIFY(sockets.open(QFile::ReadOnly));
    const QByteArray port = ':' + QByteArray::number(m_service->address().port, 16).toUpper().rightJustified(4, '0');
    int listening = 0;
    for (const auto& line : sockets.readAll().split('\n')) {
        const auto words = line.simplified().split(' ');
        if (words.value(3) != "0A" || !words.value(1).endsWith(port)) // LISTEN
            continue;
        ++listening;
        QCOMPARE(words.value(1).first(8), "0100007F");
    }
    QCOMPARE(listening, 1);
}

void TestDatabases::isNotRoot()
{
    if (m_engine != plan::SqlEngine::PostgreSql)
        QSKIP("Only PostgreSQL insists on it.");
    QFile status(u"/proc/%1/status"_s.arg(m_service->pid()));
    QVERIFY(status.open(QFile::ReadOnly));
    const auto text = status.readAll();
    QVERIFY(text.contains("\nName:\tpostgres\n") || text.startsWith("Name:\tpostgres\n")); // and not who started it
    QVERIFY(!text.contains("\nUid:\t0\t"));
}

void TestDatabases::mayOnlyUseItsTables()
{
    sql::Connection connection(m_service->address());
    QVERIFY(connection.open());
    QVERIFY(connection.execute(u"CREATE TABLE mine (a INT)"_s));
    QVERIFY(connection.execute(u"INSERT INTO mine VALUES (1)"_s));
    const bool isMariaDb = m_engine == plan::SqlEngine::MariaDb;
    QVERIFY(!connection.execute(isMariaDb ? u"SELECT * FROM mysql.global_priv"_s : u"SELECT * FROM pg_authid"_s));
    QVERIFY(!connection.execute(u"CREATE DATABASE other"_s));
    QVERIFY(!connection.execute(isMariaDb ? u"CREATE USER other"_s : u"CREATE ROLE other"_s));
}

void TestDatabases::hasTheUsers()
{
    const contract::AccountsConfig accounts { m_folder.filePath(u"cache"_s), 250, u"bcrypt"_s, 4, {} };
    const auto prepared = users::prepareUsers(accounts, [](int, int) {});
    QVERIFY(prepared);
    const auto first = users::UserRepository::open(*prepared, m_service->address());
    QVERIFY2(first, first ? "" : qPrintable(first.error().sentence));
    for (const int i : { 1, 100, 101, 250 }) {
        const auto user = (*first)->find("user" + QByteArray::number(i));
        QVERIFY(user && user->has_value());
        QVERIFY(users::verifyPassword(QByteArray::number(i), (*user)->passwordHash));
    }
    for (const QByteArray& name : { QByteArray("user251"), QByteArray("USER1"), QByteArray("user1 "),
             QByteArray("user1' OR '1'='1"), QByteArray("user1\0", 6), QByteArray("user1\xff") }) {
        const auto found = (*first)->find(name);
        QVERIFY(found.has_value());
        QVERIFY2(!found->has_value(), name.constData());
    }
    QCOMPARE((*first)->add("anna", "hash"), users::AddResult::Added);
    QCOMPARE((*first)->add("anna", "other"), users::AddResult::NameTaken);
    // The second instance finds what the first has brought, and who signed up with it.
    const auto second = users::UserRepository::open(*prepared, m_service->address());
    QVERIFY(second);
    QCOMPARE((*second)->find("anna")->value().passwordHash, "hash");
    QVERIFY(m_service->restart(u"store"_s));
    QCOMPARE((*second)->find("user7")->value().name, "user7"); // on a new connection
}

void TestDatabases::isCountedWithItsChildren()
{
    sql::Connection connection(m_service->address());
    QVERIFY(connection.open());
    const auto aloneBefore = monitor::processCpuS(m_service->pid());
    const auto before = monitor::treeCpuS(m_service->pid());
    QVERIFY(aloneBefore && before);
    const auto work = m_engine == plan::SqlEngine::MariaDb
        ? u"SELECT BENCHMARK(3000000, SHA1('x'))"_s
        : u"SELECT count(md5(i::text)) FROM generate_series(1, 1000000) i"_s;
    QVERIFY(connection.execute(work));
    const auto used = *monitor::treeCpuS(m_service->pid()) - *before;
    QVERIFY2(used > 0.1, qPrintable(QString::number(used)));
    if (m_engine == plan::SqlEngine::PostgreSql) // whose parent does nothing itself
        QVERIFY(*monitor::processCpuS(m_service->pid()) - *aloneBefore < used / 3);
    connection.close();
    QTRY_VERIFY(*monitor::treeCpuS(m_service->pid()) - *before > used * 0.8); // also when the child has ended
    QVERIFY(*monitor::treeResidentBytes(m_service->pid()) > 10e6);
    QVERIFY(*monitor::treeResidentBytes(m_service->pid()) < 1e9);
    QVERIFY(!monitor::treeCpuS(-1));
}

void TestDatabases::saysWhatToInstall()
{
    if (m_engine != plan::SqlEngine::MariaDb || QFile::exists(u"/usr/sbin/mariadbd"_s))
        QSKIP("It is found outside of PATH too.");
    const auto path = qgetenv("PATH");
    qputenv("PATH", "/nowhere");
    const auto service = start(m_folder.path());
    qputenv("PATH", path);
    QVERIFY(!service);
    QCOMPARE(service.error(), (Error { ErrorCode::ProgramMissing, { u"mariadbd"_s, u"mariadb-server"_s } }));
}

void TestDatabases::leavesNothing()
{
    QTemporaryDir folder;
    {
        const auto second = start(folder.path()); // beside the first
        QVERIFY2(second, second ? "" : qPrintable(describe(second.error())));
        QVERIFY((*second)->address().port != m_service->address().port);
    }
    QVERIFY(QDir(folder.path()).isEmpty());
}

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    int failures = 0;
    for (const auto engine : { plan::SqlEngine::MariaDb, plan::SqlEngine::PostgreSql }) {
        TestDatabases test(engine);
        failures += QTest::qExec(&test, argc, argv);
    }
    return failures;
}

#include "tst_databases.moc"
