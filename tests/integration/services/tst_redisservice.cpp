// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/redis/connection.h"
#include "app/services/services.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <hiredis/hiredis.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace ceteris;
using services::RedisService;

class TestRedisService : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void answersOnlyWithItsPassword_data();
    void answersOnlyWithItsPassword();
    void keepsThePasswordFromOtherUsers();
    void obeysThePlan_data();
    void obeysThePlan();
    void flushes();
    void isNewEachTime();
    void triesAnotherPort();
    void givesUpOnTakenPorts();
    void saysWhatToInstall();
    void saysWhatRedisSaid();
    void socketPathTooLong();
    void noticesAnEnd();

private:
    Result<std::unique_ptr<RedisService>> start(const plan::Redis& settings = {}) const
    {
        return RedisService::start({ .settings = settings, .cpus = {}, .folder = m_folder.path() });
    }
    static QByteArray text(const RedisService& service, const std::vector<QByteArray>& words);
    QTemporaryDir m_folder;
};

void TestRedisService::initTestCase()
{
    if (const auto service = start(); !service && service.error().code == ErrorCode::ProgramMissing)
        QSKIP("needs redis-server; apt install redis-server");
}

// The answer, or "error".
QByteArray TestRedisService::text(const RedisService& service, const std::vector<QByteArray>& words)
{
    auto connection = redis::Connection::open(service.address(), 2s);
    const auto reply = connection ? connection->ask(words) : tl::unexpected(connection.error());
    if (!reply)
        return "error";
    if ((*reply)->type == REDIS_REPLY_INTEGER)
        return QByteArray::number((*reply)->integer);
    if ((*reply)->type == REDIS_REPLY_ARRAY && (*reply)->elements == 2) // CONFIG GET
        return (*reply)->element[1]->str;
    return (*reply)->str;
}

void TestRedisService::answersOnlyWithItsPassword_data()
{
    QTest::addColumn<plan::Transport>("transport");
    QTest::newRow("tcp") << plan::Transport::Tcp;
    QTest::newRow("unix") << plan::Transport::Unix;
}

void TestRedisService::answersOnlyWithItsPassword()
{
    QFETCH(plan::Transport, transport);
    const auto service = start({ .transport = transport });
    QVERIFY2(service, service ? "" : qPrintable(describe(service.error())));
    QVERIFY((*service)->alive());
    QCOMPARE(text(**service, { "PING" }), "PONG");
    QCOMPARE((*service)->address().password.size(), 64);
    QCOMPARE((*service)->address().socketPath.isEmpty(), transport == plan::Transport::Tcp);

    auto stranger = (*service)->address();
    stranger.password.clear();
    auto connection = redis::Connection::open(stranger, 2s);
    QVERIFY(connection);
    const auto refused = connection->ask({ "PING" });
    QVERIFY(!refused);
    QVERIFY(refused.error().facts.last().contains(u"NOAUTH"));
    stranger.password = u"guess"_s;
    QVERIFY(!redis::Connection::open(stranger, 2s));
}

void TestRedisService::keepsThePasswordFromOtherUsers()
{
    const auto service = start();
    QVERIFY(service);
    QFile commandLine(u"/proc/%1/cmdline"_s.arg((*service)->pid()));
    QVERIFY(commandLine.open(QFile::ReadOnly));
    QVERIFY(!commandLine.readAll().contains((*service)->address().password.toUtf8()));
    QCOMPARE(text(**service, { "CONFIG", "GET", "bind" }), "127.0.0.1");
}

void TestRedisService::obeysThePlan_data()
{
    QTest::addColumn<plan::Redis>("settings");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("nothing saved") << plan::Redis {} << QByteArray("save") << QByteArray("");
    QTest::newRow("no log") << plan::Redis {} << QByteArray("appendonly") << QByteArray("no");
    QTest::newRow("rdb") << plan::Redis { .persistence = plan::Persistence::Rdb } << QByteArray("save")
                         << QByteArray("60 1");
    QTest::newRow("aof") << plan::Redis { .persistence = plan::Persistence::Aof } << QByteArray("appendonly")
                         << QByteArray("yes");
    QTest::newRow("cap") << plan::Redis { .maxMemoryMib = 8 } << QByteArray("maxmemory") << QByteArray("8388608");
}

void TestRedisService::obeysThePlan()
{
    QFETCH(plan::Redis, settings);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    const auto service = start(settings);
    QVERIFY2(service, service ? "" : qPrintable(describe(service.error())));
    QCOMPARE(text(**service, { "CONFIG", "GET", key }), value);
}

void TestRedisService::flushes()
{
    const auto service = start();
    QVERIFY(service);
    QCOMPARE(text(**service, { "SET", "a", "1" }), "OK");
    QVERIFY((*service)->flush());
    QCOMPARE(text(**service, { "DBSIZE" }), "0");
}

void TestRedisService::isNewEachTime()
{
    for (int trial = 0; trial < 2; ++trial) {
        const auto service = start({ .persistence = plan::Persistence::Aof });
        QVERIFY(service);
        QCOMPARE(text(**service, { "DBSIZE" }), "0");
        QCOMPARE(text(**service, { "SET", "a", "1" }), "OK");
    }
    QVERIFY(QDir(m_folder.path()).isEmpty());
}

void TestRedisService::triesAnotherPort()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const auto freePort = free.serverPort();
    free.close();
    int asked = 0;
    const auto service
        = RedisService::start({ .settings = {}, .cpus = {}, .folder = m_folder.path(), .choosePort = [&] {
                                   return ++asked < 3 ? taken.serverPort() : freePort;
                               } });
    QVERIFY2(service, service ? "" : qPrintable(describe(service.error())));
    QCOMPARE(asked, 3);
    QCOMPARE((*service)->address().port, freePort);
}

void TestRedisService::givesUpOnTakenPorts()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    int asked = 0;
    const auto service
        = RedisService::start({ .settings = {}, .cpus = {}, .folder = m_folder.path(), .choosePort = [&] {
                                   return ++asked, taken.serverPort();
                               } });
    QVERIFY(!service);
    QCOMPARE(asked, 5);
    QVERIFY(describe(service.error()).contains(u"Address already in use"));
}

void TestRedisService::saysWhatToInstall()
{
    const auto path = qgetenv("PATH");
    qputenv("PATH", "/nowhere");
    const auto service = start();
    qputenv("PATH", path);
    QVERIFY(!service);
    QCOMPARE(service.error(), (Error { ErrorCode::ProgramMissing, { u"redis-server"_s, u"redis-server"_s } }));
}

void TestRedisService::saysWhatRedisSaid()
{
    const auto service = RedisService::start({ .settings = {}, .cpus = { 1000 }, .folder = m_folder.path() });
    QVERIFY(!service);
    QCOMPARE(service.error().code, ErrorCode::ChildDied);
    QVERIFY(describe(service.error()).contains(u"CPU set"));
}

void TestRedisService::socketPathTooLong()
{
    const auto folder = m_folder.filePath(QString(100, u'x'));
    QVERIFY(QDir().mkpath(folder));
    const auto service
        = RedisService::start({ .settings = { .transport = plan::Transport::Unix }, .cpus = {}, .folder = folder });
    QVERIFY(QDir(folder).removeRecursively());
    QVERIFY(!service);
    QVERIFY(describe(service.error()).contains(u"too long"));
}

void TestRedisService::noticesAnEnd()
{
    const auto service = start();
    QVERIFY(service);
    kill(static_cast<pid_t>((*service)->pid()), SIGKILL);
    QTRY_VERIFY(!(*service)->alive());
    QVERIFY((*service)->lastLines().contains(u"signal 9"));
    const auto flushed = (*service)->flush();
    QVERIFY(!flushed);
    QCOMPARE(flushed.error().code, ErrorCode::StoreUnreachable);
}

QTEST_GUILESS_MAIN(TestRedisService)
#include "tst_redisservice.moc"
