// SPDX-License-Identifier: GPL-3.0-or-later
// The real express-session and connect-redis on the same Redis: who is signed in at one is signed in at the other.
#include "tests/integration/auth/authfixture.h"

#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

using namespace ceteris;
using namespace Qt::StringLiterals;
using authtest::Browser;

namespace {

constexpr auto secret = "keyboard cat";
constexpr auto cookieName = "connect.sid";

QJsonObject objectOf(const authtest::Reply& reply)
{
    return QJsonDocument::fromJson(reply.body).object();
}

} // namespace

class TestExpress : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void expressKnowsOurSessions();
    void weKnowSessionsOfExpress();
    void aSignOutHoldsAtBoth();
    void aForgedSignatureIsNobodyAtBoth();

private:
    bool fetchPackages();
    bool startExpress();
    Browser ours() const { return m_app->browser(); }
    Browser express(const Browser& before) const // the same person at the other app
    {
        Browser browser(m_port);
        browser.cookies = before.cookies;
        return browser;
    }
    Browser back(const Browser& before) const
    {
        auto browser = ours();
        browser.cookies = before.cookies;
        return browser;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<authtest::AuthFixture> m_app;
    QProcess m_express;
    quint16 m_port = 0; // of Express
};

void TestExpress::initTestCase()
{
    if (!testsupport::RedisFixture::isInstalled())
        QSKIP(testsupport::RedisFixture::missing);
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty() || QStandardPaths::findExecutable(u"npm"_s).isEmpty())
        QSKIP("npm is not installed; on Debian: apt install nodejs npm");
    if (!fetchPackages())
        QSKIP("npm could not fetch Express: is there a network?");
    m_app = std::make_unique<authtest::AuthFixture>(u"redis"_s);
    m_app->redisOptions.tcp = true;
    m_app->config.store.layout = u"connect"_s;
    m_app->config.cookieSecret = QString::fromLatin1(secret);
    m_app->config.cookieName = QString::fromLatin1(cookieName);
    QVERIFY(m_app->start());
    QVERIFY2(startExpress(), m_express.readAll().constData());
}

void TestExpress::cleanupTestCase()
{
    m_express.kill();
    m_express.waitForFinished();
}

bool TestExpress::fetchPackages()
{
    const auto source = QStringLiteral(CETERIS_SOURCE_DIR "/tests/bench/express/");
    for (const auto& name : { u"package.json"_s, u"package-lock.json"_s, u"app.js"_s })
        if (!QFile::copy(source + name, m_folder.filePath(name)))
            return false;
    QProcess npm;
    npm.setWorkingDirectory(m_folder.path());
    npm.start(u"npm"_s, { u"ci"_s, u"--omit=dev"_s, u"--no-audit"_s, u"--no-fund"_s });
    return npm.waitForFinished(120'000) && npm.exitCode() == 0;
}

bool TestExpress::startExpress()
{
    m_express.setWorkingDirectory(m_folder.path());
    m_express.setProcessChannelMode(QProcess::MergedChannels);
    const auto redis = QString::number(m_app->redis().address().port);
    m_express.start(u"node"_s, { u"app.js"_s, u"0"_s, redis, u"200"_s, QString::fromLatin1(secret) });
    while (!m_express.canReadLine())
        if (!m_express.waitForReadyRead(30'000))
            return false;
    m_port = m_express.readLine().trimmed().toUShort();
    return m_port != 0;
}

void TestExpress::expressKnowsOurSessions()
{
    auto browser = ours();
    QCOMPARE(browser.signIn(1).status, 200);
    QCOMPARE(browser.getJson("/").status, 200);
    auto other = express(browser);
    const auto page = other.get("/");
    QCOMPARE(page.status, 200);
    QVERIFY2(page.body.contains(R"(data-user="user1")"), page.body.constData());
    QVERIFY2(page.body.contains("visit 2"), page.body.constData());
    QCOMPARE(objectOf(back(other).getJson("/"))[u"visits"].toInt(), 3);
}

void TestExpress::weKnowSessionsOfExpress()
{
    Browser browser(m_port);
    QCOMPARE(browser.postJson("/auth/login", R"({"username":"user2"})").status, 200);
    QVERIFY(browser.cookies.contains(cookieName));
    const auto home = back(browser).getJson("/");
    QCOMPARE(home.status, 200);
    QCOMPARE(objectOf(home)[u"user"].toString(), u"user2"_s);
    QVERIFY(express(browser).get("/").body.contains("visit 2"));
}

void TestExpress::aSignOutHoldsAtBoth()
{
    auto browser = ours();
    QCOMPARE(browser.signIn(3).status, 200);
    auto other = express(browser);
    QCOMPARE(other.get("/").status, 200);
    QCOMPARE(browser.postJson("/auth/logout", {}).status, 204);
    QCOMPARE(other.get("/").status, 302);
    QCOMPARE(back(other).getJson("/me").status, 401);
}

void TestExpress::aForgedSignatureIsNobodyAtBoth()
{
    auto browser = ours();
    QCOMPARE(browser.signIn(4).status, 200);
    auto& cookie = browser.cookies[cookieName];
    cookie.back() = cookie.back() == 'A' ? 'B' : 'A';
    QCOMPARE(express(browser).get("/").status, 302);
    QCOMPARE(back(browser).getJson("/me").status, 401);
}

QTEST_GUILESS_MAIN(TestExpress)
#include "tst_express.moc"
