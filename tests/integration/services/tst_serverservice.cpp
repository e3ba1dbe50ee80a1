// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/services.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace ceteris;
using services::ServerOptions;
using services::ServerService;

// How the engine takes what a server does, with a stand-in that misbehaves on demand.
class TestServerService : public QObject
{
    Q_OBJECT

private slots:
    void isReady();
    void passesProgressOn();
    void preparesAccounts();
    void survivesNoise();
    void reportsTrouble_data();
    void reportsTrouble();
    void waitsAfterEachWordOnly();
    void stopsWaitingWhenCancelled();
    void missingProgram();
    void noticesAnEnd();
    void goesWhenDeaf();

private:
    static ServerOptions options(const char* behaviour);
};

ServerOptions TestServerService::options(const char* behaviour)
{
    qputenv("CETERIS_FAKE", behaviour);
    ServerOptions options;
    options.program = QStringLiteral(CETERIS_BIN_DIR "/ceteris_fakeserver");
    options.config.accounts.count = 1000;
    options.config.accounts.cost = 4;
    return options;
}

void TestServerService::isReady()
{
    const auto server = ServerService::start(options("ready"));
    QVERIFY2(server, server ? "" : qPrintable(describe(server.error())));
    QCOMPARE((*server)->url(), u"http://127.0.0.1:4242"_s);
    QVERIFY((*server)->alive());
    QVERIFY((*server)->pid() > 0);
}

void TestServerService::passesProgressOn()
{
    auto wanted = options("progress");
    std::vector<int> done;
    wanted.onProgress = [&](int now, int total) {
        QCOMPARE(total, 1000);
        done.push_back(now);
    };
    QVERIFY(ServerService::start(wanted));
    QCOMPARE(done, (std::vector { 0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000 }));
}

void TestServerService::preparesAccounts()
{
    auto wanted = options("progress");
    wanted.cpus = { 1000 }; // not used: accounts are made on all cores
    int last = 0;
    wanted.onProgress = [&](int now, int) { last = now; };
    const auto prepared = services::prepareAccounts(wanted);
    QVERIFY2(prepared, prepared ? "" : qPrintable(describe(prepared.error())));
    QCOMPARE(last, 1000);
}

void TestServerService::survivesNoise()
{
    const auto server = ServerService::start(options("noisy"));
    QVERIFY2(server, server ? "" : qPrintable(describe(server.error())));
    // Two pipes have no order between them: what is read last is the end of one of them, whichever.
    const auto isDrained = [&server] {
        const auto lines = (*server)->lastLines();
        return lines.endsWith(u"stderr, line 19999") || lines.endsWith(u"{\"noise\":19999}");
    };
    QTRY_VERIFY(isDrained());
    QVERIFY((*server)->alive());
}

void TestServerService::reportsTrouble_data()
{
    QTest::addColumn<QByteArray>("behaviour");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("its own sentence") << QByteArray("fail") << ErrorCode::ChildFailed
                                      << u"ceteris_fakeserver: The user database cannot be opened."_s;
    QTest::newRow("its last lines") << QByteArray("die") << ErrorCode::ChildDied << u"the moon is full"_s;
    QTest::newRow("how it ended") << QByteArray("die") << ErrorCode::ChildDied << u"signal 9"_s;
    QTest::newRow("nothing said") << QByteArray("leave") << ErrorCode::ChildDied << u"exit code 5"_s;
    QTest::newRow("what it waits for") << QByteArray("hang") << ErrorCode::ChildNotReady << u"for something"_s;
}

void TestServerService::reportsTrouble()
{
    QFETCH(QByteArray, behaviour);
    QFETCH(ErrorCode, code);
    QFETCH(QString, says);
    auto wanted = options(behaviour.constData());
    wanted.patience = 300ms;
    const auto server = ServerService::start(wanted);
    QVERIFY(!server);
    QCOMPARE(server.error().code, code);
    QVERIFY2(describe(server.error()).contains(says), qPrintable(describe(server.error())));
}

void TestServerService::waitsAfterEachWordOnly()
{
    auto wanted = options("slow");
    wanted.patience = 400ms; // it takes three times as long, with a word in between
    const auto server = ServerService::start(wanted);
    QVERIFY2(server, server ? "" : qPrintable(describe(server.error())));
}

void TestServerService::stopsWaitingWhenCancelled()
{
    auto wanted = options("hang");
    QElapsedTimer timer;
    timer.start();
    wanted.cancelled = [&] { return timer.elapsed() > 100; };
    const auto server = ServerService::start(wanted);
    QVERIFY(!server);
    QCOMPARE(server.error().code, ErrorCode::Stopped);
    QVERIFY(timer.elapsed() < 9'000); // not the 10 s of its patience
}

void TestServerService::missingProgram()
{
    auto wanted = options("ready");
    wanted.program = u"/nowhere/ceteris-server"_s;
    const auto server = ServerService::start(wanted);
    QVERIFY(!server);
    QCOMPARE(describe(server.error()), u"ceteris-server did not start: there is no /nowhere/ceteris-server."_s);
    wanted.program.clear();
    QVERIFY(!ServerService::start(wanted)); // none beside this test
}

void TestServerService::noticesAnEnd()
{
    const auto server = ServerService::start(options("ready"));
    QVERIFY(server);
    kill(static_cast<pid_t>((*server)->pid()), SIGKILL);
    QTRY_VERIFY(!(*server)->alive());
    QVERIFY((*server)->lastLines().contains(u"signal 9"));
}

void TestServerService::goesWhenDeaf()
{
    auto wanted = options("deaf");
    wanted.patience = 300ms;
    QVERIFY(!ServerService::start(wanted)); // comes back: SIGTERM is ignored, SIGKILL is not
}

QTEST_GUILESS_MAIN(TestServerService)
#include "tst_serverservice.moc"
