// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/auth/authfixture.h"

#include <QTest>

using namespace ceteris;
using namespace ceteris::authtest;
using namespace Qt::StringLiterals;

// What the app does for browsers and programs, on each store.
class TestAuthApp : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void init();
    void browserWalk();
    void programWalk();
    void formLoginWithoutBrowser();
    void signUpThenSignIn();
    void signUpRefuses_data();
    void signUpRefuses();
    void unauthenticated_data();
    void unauthenticated();
    void unknownPathsAndMethods_data();
    void unknownPathsAndMethods();
    void headHasNoBody();
    void sessionsEndWhenIdle();
    void aLookIsNotCounted();
    void sessionsEndAtTheirAbsoluteLimit();
    void withoutCsrfFormsHaveNoToken();
    void metricsSayWhatHappened();
    void healthIsReady();

private:
    std::unique_ptr<AuthFixture> m_fixture;
};

void TestAuthApp::initTestCase_data()
{
    QTest::addColumn<QString>("store");
    QTest::newRow("memory") << u"memory"_s;
    QTest::newRow("redis") << u"redis"_s;
}

void TestAuthApp::init()
{
    QFETCH_GLOBAL(QString, store);
    if (store == u"redis" && !testsupport::RedisFixture::isInstalled())
        QSKIP(testsupport::RedisFixture::missing);
    m_fixture = std::make_unique<AuthFixture>(store);
    if (QLatin1StringView(QTest::currentTestFunction()) == "withoutCsrfFormsHaveNoToken"_L1)
        m_fixture->config.csrf = false;
    QVERIFY(m_fixture->start());
}

void TestAuthApp::browserWalk()
{
    auto browser = m_fixture->browser();
    const auto away = browser.get("/");
    QCOMPARE(away.status, 302);
    QCOMPARE(away.header("location"), "/auth/login");

    const auto page = browser.get("/auth/login");
    QCOMPARE(page.status, 200);
    QCOMPARE(page.header("content-type"), "text/html; charset=utf-8");
    QVERIFY(browser.session().isEmpty());
    const auto token = tokenOn(page.body);
    QVERIFY(!token.isEmpty());
    QCOMPARE(tokenOn(browser.get("/auth/login").body), token); // a second tab does not undo the first

    const auto in = browser.post("/auth/login", "username=user2&password=2&_csrf=" + token);
    QCOMPARE(in.status, 302);
    QCOMPARE(in.header("location"), "/");

    const auto home = browser.get("/");
    QCOMPARE(home.status, 200);
    QVERIFY(home.body.contains(R"(<h1 data-user="user2" data-visits="1" data-count="0" data-last="">)"));
    const auto formToken = tokenOn(home.body);
    QCOMPARE(browser.post("/work", "token=abc&_csrf=" + formToken).header("location"), "/");
    const auto after = browser.get("/").body;
    QVERIFY(after.contains("<dd>abc</dd>"));
    QVERIFY(after.contains(R"(<h1 data-user="user2" data-visits="2" data-count="1" data-last="abc">)"));

    const auto out = browser.post("/auth/logout", "_csrf=" + formToken);
    QCOMPARE(out.status, 302);
    QVERIFY(!out.header("clear-site-data").isEmpty());
    QVERIFY(browser.session().isEmpty());
    QCOMPARE(browser.get("/").status, 302);
}

void TestAuthApp::programWalk()
{
    auto program = m_fixture->browser();
    const auto in = program.signIn(3);
    QCOMPARE(in.status, 200);
    QCOMPARE(in.header("content-type"), "application/json");
    QCOMPARE(in.body, R"({"user":"user3"})");
    QCOMPARE(program.getJson("/").body, R"({"user":"user3","visits":1,"count":0,"last":""})");
    QCOMPARE(program.postJson("/work", R"({"token":"t1"})").body, R"({"user":"user3","count":1,"last":"t1"})");
    const auto me = program.getJson("/me").body;
    QVERIFY2(me.startsWith(R"({"user":"user3","visits":1,"count":1,"last":"t1","csrf":")"), me.constData());
    QCOMPARE(program.postJson("/auth/logout", "{}").status, 204);
    QCOMPARE(program.getJson("/me").status, 401);
}

void TestAuthApp::formLoginWithoutBrowser()
{
    // As a load tool does it: page, form, follow; no Accept header at all.
    auto tool = m_fixture->browser();
    const auto token = tokenOn(tool.get("/auth/login", {}).body);
    QCOMPARE(tool.post("/auth/login", "username=user1&password=1&_csrf=" + token, {}).status, 302);
    const auto home = tool.get("/", {});
    QCOMPARE(home.status, 200);
    QVERIFY(home.body.contains("data-user=\"user1\""));
    const auto work = tool.post("/work", "token=x&_csrf=" + tokenOn(home.body), {});
    QCOMPARE(work.body, R"({"user":"user1","count":1,"last":"x"})");
}

void TestAuthApp::signUpThenSignIn()
{
    auto browser = m_fixture->browser();
    const auto token = tokenOn(browser.get("/auth/signup").body);
    const auto made = browser.post("/auth/signup", "username=anna&password=s%C3%BC%C3%9F&_csrf=" + token);
    QCOMPARE(made.status, 302);
    QVERIFY(browser.get(made.header("location")).body.contains("role=\"status\""));
    QCOMPARE(browser.post("/auth/login", "username=anna&password=s%C3%BC%C3%9F&_csrf=" + token).status, 302);
    QVERIFY(browser.get("/").body.contains("data-user=\"anna\""));

    auto program = m_fixture->browser();
    QCOMPARE(program.postJson("/auth/signup", R"({"username":"bert","password":"b"})").status, 201);
    QCOMPARE(program.postJson("/auth/signup", R"({"username":"bert","password":"c"})").status, 409);
}

void TestAuthApp::signUpRefuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("status");
    const QByteArray long73(73, 'x');
    QTest::newRow("taken") << QByteArray(R"({"username":"user1","password":"x"})") << 409;
    QTest::newRow("bad name") << QByteArray(R"({"username":"<b>","password":"x"})") << 400;
    QTest::newRow("no name") << QByteArray(R"({"password":"x"})") << 400;
    QTest::newRow("no password") << QByteArray(R"({"username":"x"})") << 400;
    QTest::newRow("73 bytes") << QByteArray("{\"username\":\"x\",\"password\":\"" + long73 + "\"}") << 400;
    QTest::newRow("not an object") << QByteArray("[]") << 415;
}

void TestAuthApp::signUpRefuses()
{
    QFETCH(QByteArray, json);
    const auto reply = m_fixture->browser().postJson("/auth/signup", json);
    QTEST(reply.status, "status");
    QVERIFY(reply.body.startsWith(R"({"error":")"));
}

void TestAuthApp::unauthenticated_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    for (const char* path : { "/", "/me", "/get", "/set?q=1", "/image" })
        QTest::addRow("GET %s", path) << QByteArray("GET") << QByteArray(path);
    for (const char* path : { "/work", "/image", "/auth/logout" })
        QTest::addRow("POST %s", path) << QByteArray("POST") << QByteArray(path);
}

void TestAuthApp::unauthenticated()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    auto browser = m_fixture->browser();
    QCOMPARE(browser.send(method, path, Browser::asProgram, {}).status, 401);
    const auto person = browser.send(method, path, Browser::asPerson, {});
    QCOMPARE(person.status, 302);
    QCOMPARE(person.header("location"), "/auth/login");
    QVERIFY(browser.cookies.isEmpty()); // nobody gets a session for looking
    for (const QByteArray& id :
        { sessions::newSessionId(), QByteArray("x"), QByteArray("a*b"), QByteArray(5000, 'a') }) {
        browser.cookies.insert("SESSION", id);
        QCOMPARE(browser.send(method, path, Browser::asProgram, {}).status, 401);
    }
}

void TestAuthApp::unknownPathsAndMethods_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("allow");
    const QByteArray read = "GET, HEAD";
    QTest::newRow("unknown") << QByteArray("GET") << QByteArray("/nothing") << 404 << QByteArray();
    QTest::newRow("below") << QByteArray("GET") << QByteArray("/auth/login/x") << 404 << QByteArray();
    QTest::newRow("post home") << QByteArray("POST") << QByteArray("/") << 405 << read;
    QTest::newRow("get logout") << QByteArray("GET") << QByteArray("/auth/logout") << 405 << QByteArray("POST");
    QTest::newRow("delete login") << QByteArray("DELETE") << QByteArray("/auth/login") << 405
                                  << QByteArray(read + ", POST");
    QTest::newRow("options") << QByteArray("OPTIONS") << QByteArray("/work") << 405 << QByteArray("POST");
}

void TestAuthApp::unknownPathsAndMethods()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    const auto reply = m_fixture->browser().send(method, path, Browser::asPerson, {});
    QTEST(reply.status, "status");
    QTEST(reply.header("allow"), "allow");
    QVERIFY(!reply.body.isEmpty());
}

void TestAuthApp::headHasNoBody()
{
    auto browser = m_fixture->browser();
    browser.signIn(1);
    const auto reply = browser.send("HEAD", "/", Browser::asPerson, {});
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.body.isEmpty());
}

void TestAuthApp::sessionsEndWhenIdle()
{
    QFETCH_GLOBAL(QString, store);
    if (store == u"redis")
        return; // Redis expires by its own clock, which cannot be moved
    auto browser = m_fixture->browser();
    browser.signIn(1);
    m_fixture->passSeconds(m_fixture->config.idleTimeoutS - 5);
    QCOMPARE(browser.getJson("/").status, 200); // and counts as access
    m_fixture->passSeconds(m_fixture->config.idleTimeoutS - 5);
    QCOMPARE(browser.getJson("/").status, 200);
    m_fixture->passSeconds(m_fixture->config.idleTimeoutS + 1);
    QCOMPARE(browser.getJson("/").status, 401);
}

// Keeps the session alive all the same.
void TestAuthApp::aLookIsNotCounted()
{
    QFETCH_GLOBAL(QString, store);
    auto browser = m_fixture->browser();
    browser.signIn(1);
    QVERIFY(browser.get("/").body.contains("data-visits=\"1\""));
    for (int i = 0; i < 3; ++i) {
        if (store != u"redis")
            m_fixture->passSeconds(m_fixture->config.idleTimeoutS / 2);
        const auto page = browser.get("/?look");
        QCOMPARE(page.status, 200);
        QVERIFY2(page.body.contains("data-visits=\"1\""), page.body.constData());
    }
    QVERIFY(browser.get("/").body.contains("data-visits=\"2\""));
}

void TestAuthApp::sessionsEndAtTheirAbsoluteLimit()
{
    auto browser = m_fixture->browser();
    browser.signIn(1);
    const int step = m_fixture->config.idleTimeoutS - 5;
    for (int passed = step; passed < m_fixture->config.absoluteTimeoutS; passed += step) {
        m_fixture->passSeconds(step);
        QCOMPARE(browser.getJson("/").status, 200);
    }
    m_fixture->passSeconds(step);
    QCOMPARE(browser.getJson("/").status, 401);
}

void TestAuthApp::withoutCsrfFormsHaveNoToken()
{
    auto browser = m_fixture->browser();
    const auto page = browser.get("/auth/login");
    QVERIFY(tokenOn(page.body).isEmpty());
    QVERIFY(browser.cookies.isEmpty());
    QCOMPARE(browser.post("/auth/login", "username=user1&password=1").status, 302);
    QVERIFY(tokenOn(browser.get("/").body).isEmpty());
    QCOMPARE(browser.post("/work", "token=x").status, 302);
    QCOMPARE(browser.post("/auth/logout", "").status, 302);
    QCOMPARE(browser.get("/").status, 302);
}

void TestAuthApp::metricsSayWhatHappened()
{
    auto browser = m_fixture->browser();
    browser.signIn(1);
    browser.getJson("/");
    browser.getJson("/");
    const auto reply = browser.get("/metrics");
    QCOMPARE(reply.header("content-type"), "application/openmetrics-text; version=1.0.0; charset=utf-8");
    QVERIFY(reply.body.contains("ceteris_http_requests_total{route=\"home\",status=\"200\"} 2\n"));
    QVERIFY(reply.body.contains("ceteris_http_requests_total{route=\"login\",status=\"200\"} 1\n"));
    for (const auto stage : { "session_load", "serialise", "session_save", "write" })
        QVERIFY2(reply.body.contains(QByteArray("{route=\"home\",stage=\"").append(stage)), stage);
    for (const auto stage : { "user_lookup", "password_hash", "session_save" })
        QVERIFY2(reply.body.contains(QByteArray("{route=\"login\",stage=\"").append(stage)), stage);
    QVERIFY(reply.body.contains("ceteris_password_queue 0"));
    QVERIFY(reply.body.endsWith("# EOF\n"));
    QFETCH_GLOBAL(QString, store);
    if (store == u"memory")
        QCOMPARE(m_fixture->sessions(), 1);
}

void TestAuthApp::healthIsReady()
{
    const auto reply = m_fixture->browser().get("/healthz");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body, R"({"status":"ok","store":"ok"})");
}

QTEST_GUILESS_MAIN(TestAuthApp)
#include "tst_authapp.moc"
