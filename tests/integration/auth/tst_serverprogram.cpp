// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/contract/announcement.h"
#include "tests/integration/auth/browser.h"
#include "tests/support/redisfixture.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace ceteris;
using namespace Qt::StringLiterals;

// ceteris-server as a program: how it is started, what it says, how it ends.
class TestServerProgram : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void servesWhatStdinSays();
    void endsWithStdin();
    void endsWithStdinWhileItMakesAccounts();
    void endsAtSignals_data();
    void endsAtSignals();
    void finishesWhatIsInFlight();
    void preparesOnly();
    void cleansUpAfterItself();
    void badConfigIsASentence_data();
    void badConfigIsASentence();
    void takenPortIsASentence();
    void missingStoreIsASentence();
    void badOptionsAreASentence_data();
    void badOptionsAreASentence();
    void helpIsWorthReading();
    void startedByHand();
    void startedByHandWithAFile();

private:
    contract::ServerConfig config() const;
    void start(const contract::ServerConfig& config);
    contract::Announcement announcement();
    contract::Ready ready();
    QString run(const QStringList& options);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_process;
};

void TestServerProgram::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_process = std::make_unique<QProcess>();
    m_process->setProgram(QStringLiteral(CETERIS_BIN_DIR "/ceteris-server"));
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TMPDIR"_s, m_folder->path());
    m_process->setProcessEnvironment(environment);
}

void TestServerProgram::cleanup()
{
    m_process->closeWriteChannel();
    if (m_process->state() != QProcess::NotRunning && !m_process->waitForFinished(5000))
        m_process->kill();
    m_process.reset();
}

contract::ServerConfig TestServerProgram::config() const
{
    contract::ServerConfig config;
    config.accounts = { m_folder->filePath(u"cache"_s), 3, u"bcrypt"_s, 4 };
    return config;
}

void TestServerProgram::start(const contract::ServerConfig& config)
{
    m_process->start();
    m_process->write(QJsonDocument(toJson(config)).toJson(QJsonDocument::Compact) + '\n');
    QVERIFY(m_process->waitForStarted());
}

// The next line that is not progress.
contract::Announcement TestServerProgram::announcement()
{
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < 10'000; m_process->waitForReadyRead(100)) {
        while (m_process->canReadLine()) {
            const auto said = contract::announcementFromLine(m_process->readLine());
            if (said && !std::holds_alternative<contract::Progress>(*said))
                return *said;
        }
    }
    return contract::Failure { contract::ExitCode::Usage, u"nothing was said"_s };
}

contract::Ready TestServerProgram::ready()
{
    const auto said = announcement();
    const auto* is = std::get_if<contract::Ready>(&said);
    return is ? *is : contract::Ready();
}

QString TestServerProgram::run(const QStringList& options)
{
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setArguments(options);
    m_process->start();
    m_process->closeWriteChannel();
    m_process->waitForFinished(10'000);
    return QString::fromUtf8(m_process->readAll());
}

void TestServerProgram::servesWhatStdinSays()
{
    start(config());
    const auto is = ready();
    QCOMPARE(is.pid, m_process->processId());
    authtest::Browser browser(is.port);
    QCOMPARE(browser.signIn(3).status, 200);
    QCOMPARE(browser.signIn(4).status, 401);
}

void TestServerProgram::endsWithStdin()
{
    start(config());
    QVERIFY(ready().port > 0);
    m_process->closeWriteChannel();
    QVERIFY(m_process->waitForFinished(2000));
    QCOMPARE(m_process->exitCode(), 0);
}

void TestServerProgram::endsWithStdinWhileItMakesAccounts()
{
    auto long_ = config();
    long_.accounts.count = 1000;
    long_.accounts.cost = 12;
    start(long_);
    QTRY_VERIFY(QFile::exists(m_folder->filePath(u"cache/bcrypt-12-1000.sqlite.part"_s)));
    m_process->closeWriteChannel();
    QVERIFY(m_process->waitForFinished(2000));
    QCOMPARE(m_process->exitCode(), 0);
    QVERIFY(!QFile::exists(m_folder->filePath(u"cache/bcrypt-12-1000.sqlite"_s)));
}

void TestServerProgram::endsAtSignals_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void TestServerProgram::endsAtSignals()
{
    QFETCH(int, signal);
    start(config());
    const auto is = ready();
    ::kill(static_cast<pid_t>(is.pid), signal);
    QVERIFY(m_process->waitForFinished(3000));
    QCOMPARE(m_process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_process->exitCode(), 0);
}

void TestServerProgram::finishesWhatIsInFlight()
{
    auto slow = config();
    slow.accounts.count = 1;
    slow.accounts.cost = 12; // a sign-in takes about 250 ms
    start(slow);
    const auto is = ready();
    QVERIFY(is.port > 0);
    authtest::Reply reply;
    const std::unique_ptr<QThread> login(QThread::create([&] { reply = authtest::Browser(is.port).signIn(1); }));
    login->start();
    authtest::Browser watcher(is.port);
    // The sign-in is being worked on when its route has been entered, which the connection gauge shows.
    QTRY_VERIFY(watcher.get("/metrics").body.contains("ceteris_connections 2"));
    ::kill(static_cast<pid_t>(is.pid), SIGTERM);
    QVERIFY(login->wait(5000));
    QVERIFY(m_process->waitForFinished(3000));
    QCOMPARE(reply.status, 200);
}

void TestServerProgram::preparesOnly()
{
    auto only = config();
    only.prepareOnly = true;
    start(only);
    const auto said = announcement();
    QVERIFY(std::holds_alternative<contract::Ready>(said));
    QCOMPARE(std::get<contract::Ready>(said).port, 0);
    QVERIFY(m_process->waitForFinished(2000));
    QCOMPARE(m_process->exitCode(), 0);
    QVERIFY(QFile::exists(m_folder->filePath(u"cache/bcrypt-4-3.sqlite"_s)));
}

void TestServerProgram::cleansUpAfterItself()
{
    start(config());
    QVERIFY(ready().port > 0);
    QCOMPARE(QDir(m_folder->path()).entryList({ u"ceteris-users-*"_s }).size(), 1);
    m_process->closeWriteChannel();
    QVERIFY(m_process->waitForFinished(2000));
    QCOMPARE(QDir(m_folder->path()).entryList({ u"ceteris-users-*"_s }).size(), 0);
}

void TestServerProgram::badConfigIsASentence_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("named");
    QTest::newRow("not JSON") << QByteArray("port=1\n") << u"JSON"_s;
    QTest::newRow("nothing") << QByteArray() << u"JSON"_s;
    QTest::newRow("unknown key") << QByteArray("{\"prot\":1}\n") << u"prot"_s;
    QTest::newRow("bad value") << QByteArray("{\"port\":-1}\n") << u"65535"_s;
}

void TestServerProgram::badConfigIsASentence()
{
    QFETCH(QByteArray, input);
    QFETCH(QString, named);
    m_process->start();
    m_process->write(input);
    m_process->closeWriteChannel();
    const auto said = announcement();
    const auto* failure = std::get_if<contract::Failure>(&said);
    QVERIFY(failure);
    QCOMPARE(failure->code, contract::ExitCode::BadConfig);
    QVERIFY2(failure->sentence.contains(named), qPrintable(failure->sentence));
    QVERIFY(m_process->waitForFinished(2000));
    QCOMPARE(m_process->exitCode(), 2);
}

void TestServerProgram::takenPortIsASentence()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    auto taken = config();
    taken.port = other.serverPort();
    start(taken);
    const auto said = announcement();
    const auto* failure = std::get_if<contract::Failure>(&said);
    QVERIFY(failure);
    QVERIFY2(failure->sentence.contains(QString::number(taken.port)), qPrintable(failure->sentence));
    QVERIFY(m_process->waitForFinished(3000));
    QCOMPARE(m_process->exitCode(), 3);
}

void TestServerProgram::missingStoreIsASentence()
{
    auto missing = config();
    missing.store.kind = u"redis"_s;
    missing.store.redis.socketPath = m_folder->filePath(u"no.sock"_s);
    start(missing);
    const auto said = announcement();
    const auto* failure = std::get_if<contract::Failure>(&said);
    QVERIFY(failure);
    QVERIFY2(failure->sentence.contains(u"no.sock"_s), qPrintable(failure->sentence));
    QVERIFY(m_process->waitForFinished(3000));
    QCOMPARE(m_process->exitCode(), 5);
}

void TestServerProgram::badOptionsAreASentence_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown") << QStringList { u"--prot"_s, u"1"_s } << u"--prot"_s;
    QTest::newRow("not a number") << QStringList { u"--port"_s, u"http"_s } << u"--port"_s;
    QTest::newRow("impossible") << QStringList { u"--cost"_s, u"99"_s } << u"cost"_s;
    QTest::newRow("no such store") << QStringList { u"--store"_s, u"disk"_s } << u"memory, redis"_s;
    QTest::newRow("bad address") << QStringList { u"--redis"_s, u"here:there"_s } << u"--redis"_s;
}

void TestServerProgram::badOptionsAreASentence()
{
    QFETCH(QStringList, options);
    QFETCH(QString, named);
    const auto said = run(options);
    QCOMPARE(m_process->exitCode(), 64);
    QVERIFY2(said.contains(named), qPrintable(said));
    QCOMPARE(said.count(u'\n'), 1);
}

void TestServerProgram::helpIsWorthReading()
{
    const auto help = run({ u"--help"_s });
    QCOMPARE(m_process->exitCode(), 0);
    for (const auto& part : { u"--store"_s, u"--redis"_s, u"--users"_s, u"Examples:"_s, u"stdin"_s, u"Exit codes"_s })
        QVERIFY2(help.contains(part), qPrintable(part));
    QCOMPARE(run({ u"--version"_s }), u"ceteris-server " CETERIS_VERSION "\n"_s);
}

void TestServerProgram::startedByHand()
{
    if (!testsupport::RedisFixture::isInstalled())
        QSKIP(testsupport::RedisFixture::missing);
    testsupport::RedisFixture redis({ .tcp = true });
    QVERIFY(redis.start());
    const auto address = u"127.0.0.1:%1"_s.arg(redis.address().port);
    m_process->setArguments({ u"--store"_s, u"redis"_s, u"--redis"_s, address, u"--port"_s, u"0"_s, u"--users"_s,
        u"2"_s, u"--cost"_s, u"4"_s, u"--cache"_s, m_folder->filePath(u"cache"_s), u"--namespace"_s, u"demo"_s,
        u"--cookie"_s, u"sid"_s, u"--no-csrf"_s });
    m_process->start();
    m_process->closeWriteChannel(); // by hand, stdin says nothing
    QByteArray said;
    QTRY_VERIFY(
        (said += m_process->readAll(), m_process->waitForReadyRead(10), said.contains("sign in as user1 / 1\n")));
    QVERIFY2(said.contains(QByteArray("sessions in redis at " + address.toLatin1())), said.constData());
    const auto port = said.mid(said.indexOf("http://127.0.0.1:") + 17).split(',').first().toUShort();
    authtest::Browser browser(port);
    QCOMPARE(browser.post("/auth/login", "username=user2&password=2").status, 302);
    QVERIFY(browser.cookies.contains("sid"));
    QCOMPARE(redis.command({ "EXISTS", "demo:sessions:" + browser.cookies.value("sid") }).toInt(), 1);
    m_process->terminate();
    QVERIFY(m_process->waitForFinished(3000));
    QCOMPARE(m_process->exitCode(), 0);
}

void TestServerProgram::startedByHandWithAFile()
{
    QFile file(m_folder->filePath(u"server.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    auto json = toJson(config());
    json.insert(u"prepare_only"_s, true);
    file.write(QJsonDocument(json).toJson());
    file.close();
    const auto said = run({ u"--config"_s, file.fileName(), u"--users"_s, u"2"_s });
    QVERIFY2(said.contains(u"The accounts are made: 2 users, cost 4."_s), qPrintable(said));
    QVERIFY(QFile::exists(m_folder->filePath(u"cache/bcrypt-4-2.sqlite"_s)));
}

QTEST_GUILESS_MAIN(TestServerProgram)
#include "tst_serverprogram.moc"
