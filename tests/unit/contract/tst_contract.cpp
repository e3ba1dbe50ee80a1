// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/contract/announcement.h"
#include "server/contract/serverconfig.h"

#include <QJsonDocument>
#include <QtTest>

using namespace ceteris::contract;
using namespace Qt::StringLiterals;

class TestContract : public QObject
{
    Q_OBJECT

private slots:
    void configSurvivesJson()
    {
        ServerConfig config;
        config.port = 8080;
        config.threads = 3;
        config.csrf = false;
        config.store.kind = u"redis"_s;
        config.store.save = u"atomic"_s;
        config.probes = true;
        config.store.redis.socketPath = u"/run/redis.sock"_s;
        config.store.redis.password = u"päss"_s;
        config.store.cache = { u"redis"_s, { u"127.0.0.1"_s, 6380, {}, {} }, 7 };
        config.store.remote = { { { u"127.0.0.1"_s, 1 }, { u"127.0.0.2"_s, 2 } }, u"key"_s, true };
        config.sessionService = { true, u"key"_s, true };
        config.store.token = { u"00ff"_s, 1, 2, 3, u"redis"_s };
        config.store.replication
            = { u"backup"_s, u"async"_s, u"key"_s, { { 1, 2 }, { 3, 3 } }, u"127.0.0.1:2181"_s, u"/a"_s };
        config.accounts.cost = 4;
        config.limits.idleMs = 123;
        config.limits.drainMs = 456;
        const auto read = serverConfigFromJson(toJson(config));
        QVERIFY(read);
        QVERIFY(*read == config);
    }

    void absentKeysKeepTheirDefaults()
    {
        const auto read = serverConfigFromJson({});
        QVERIFY(read);
        QVERIFY(*read == ServerConfig {});
    }

    void badConfig_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("unknown key") << QByteArray(R"({"prot": 1})")
                                     << u"The server's configuration has an unknown key \"prot\"."_s;
        QTest::newRow("unknown inner key") << QByteArray(R"({"store": {"redis": {"hots": ""}}})")
                                           << u"The server's configuration has an unknown key \"store.redis.hots\"."_s;
        QTest::newRow("wrong type") << QByteArray(R"({"threads": "two"})")
                                    << u"The server's configuration has \"two\" for \"threads\"; it must be "
                                       "a whole number from 1 to 256."_s;
        QTest::newRow("out of range") << QByteArray(R"({"accounts": {"cost": 40}})")
                                      << u"The server's configuration has 40 for \"accounts.cost\"; it must be "
                                         "a whole number from 4 to 16."_s;
        QTest::newRow("fraction") << QByteArray(R"({"threads": 1.5})")
                                  << u"The server's configuration has 1.5 for \"threads\"; it must be "
                                     "a whole number from 1 to 256."_s;
        QTest::newRow("unknown store") << QByteArray(R"({"store": {"kind": "rediss"}})")
                                       << u"The server's configuration has \"rediss\" for \"store.kind\"; it must be "
                                          "one of memory, redis."_s;
        QTest::newRow("unknown save") << QByteArray(R"({"store": {"save": "always"}})")
                                      << u"The server's configuration has \"always\" for \"store.save\"; it must be "
                                         "one of spring, atomic."_s;
        QTest::newRow("part is no object") << QByteArray(R"({"limits": 3})")
                                           << u"The server's configuration has 3 for \"limits\"; it must be "
                                              "an object."_s;
    }

    void badConfig()
    {
        QFETCH(QByteArray, json);
        const auto read = serverConfigFromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(!read);
        QCOMPARE(read.error().code, ExitCode::BadConfig);
        QTEST(read.error().sentence, "sentence");
    }

    void announcements()
    {
        const auto progress = announcementFromLine(toLine(Progress { 100, 1'000 }));
        QVERIFY(progress);
        QCOMPARE(std::get<Progress>(*progress).total, 1'000);
        const auto ready = announcementFromLine(toLine(Ready { 40'000, 123 }));
        QVERIFY(ready);
        QCOMPARE(std::get<Ready>(*ready).port, quint16(40'000));
        QCOMPARE(std::get<Ready>(*ready).pid, 123);
        const auto failure = announcementFromLine(toLine(Failure { ExitCode::NoStore, u"no \"store\""_s }));
        QVERIFY(failure);
        QCOMPARE(std::get<Failure>(*failure).code, ExitCode::NoStore);
        QCOMPARE(std::get<Failure>(*failure).sentence, u"no \"store\""_s);
    }

    void otherLinesAreNoAnnouncements()
    {
        for (const auto* line : { "", "\n", "{}", "[1]", "{\"event\":\"party\"}", "{\"event\":\"ready\"", "ready" })
            QVERIFY(!announcementFromLine(line));
    }
};

QTEST_GUILESS_MAIN(TestContract)
#include "tst_contract.moc"
