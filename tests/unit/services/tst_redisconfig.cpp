// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/redisservice.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris;

class TestRedisConfig : public QObject
{
    Q_OBJECT

private slots:
    void hasLine_data();
    void hasLine();
};

void TestRedisConfig::hasLine_data()
{
    QTest::addColumn<plan::Redis>("settings");
    QTest::addColumn<QString>("socket");
    QTest::addColumn<QByteArray>("line");

    const plan::Redis plain;
    const plan::Redis rdb { .persistence = plan::Persistence::Rdb };
    const plan::Redis aof { .persistence = plan::Persistence::Aof };
    const plan::Redis capped { .maxMemoryMib = 64 };
    QTest::newRow("loopback only") << plain << QString() << QByteArray("bind 127.0.0.1");
    QTest::newRow("protected") << plain << QString() << QByteArray("protected-mode yes");
    QTest::newRow("password") << plain << QString() << QByteArray("requirepass secret");
    QTest::newRow("port") << plain << QString() << QByteArray("port 7000");
    QTest::newRow("stays ours") << plain << QString() << QByteArray("daemonize no");
    QTest::newRow("no snapshots") << plain << QString() << QByteArray("save \"\"");
    QTest::newRow("no log of writes") << plain << QString() << QByteArray("appendonly no");
    QTest::newRow("folder is quoted") << plain << QString() << QByteArray("dir \"/a \\\"b\\\\c\"");
    QTest::newRow("snapshots") << rdb << QString() << QByteArray("save 60 1");
    QTest::newRow("snapshots alone") << rdb << QString() << QByteArray("appendonly no");
    QTest::newRow("log of writes") << aof << QString() << QByteArray("appendonly yes");
    QTest::newRow("log of writes each second") << aof << QString() << QByteArray("appendfsync everysec");
    QTest::newRow("cap") << capped << QString() << QByteArray("maxmemory 64mb");
    QTest::newRow("cap refuses") << capped << QString() << QByteArray("maxmemory-policy noeviction");
    QTest::newRow("socket") << plain << u"/s p"_s << QByteArray("unixsocket \"/s p\"");
    QTest::newRow("socket is private") << plain << u"/s"_s << QByteArray("unixsocketperm 700");
}

void TestRedisConfig::hasLine()
{
    QFETCH(plan::Redis, settings);
    QFETCH(QString, socket);
    QFETCH(QByteArray, line);
    contract::RedisAddress address;
    address.port = 7000;
    address.socketPath = socket;
    address.password = u"secret"_s;
    const auto lines = services::redisConfig(settings, address, u"/a \"b\\c"_s).split('\n');
    QVERIFY2(lines.contains(line), lines.join(" | ").constData());
}

QTEST_APPLESS_MAIN(TestRedisConfig)
#include "tst_redisconfig.moc"
