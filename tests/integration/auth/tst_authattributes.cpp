// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/auth/authfixture.h"

#include <QTest>

using namespace ceteris;
using namespace ceteris::authtest;
using namespace Qt::StringLiterals;

// What a session holds and gives back, on each store.
class TestAuthAttributes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void init();
    void visitsAreCounted();
    void workKeepsTheToken();
    void notesGrowToTheirCap();
    void workRefuses_data();
    void workRefuses();
    void signInWithAToken();
    void signInRefusesToken_data();
    void signInRefusesToken();
    void attributes();
    void imageByBody();
    void imageByForm();
    void twoSessionsAreTwo();
    void signInAgainKeepsWhatTheSessionHolds();
    void signInAsAnotherStartsAnew();

private:
    std::unique_ptr<AuthFixture> m_fixture;
};

void TestAuthAttributes::initTestCase_data()
{
    QTest::addColumn<QString>("store");
    QTest::newRow("memory") << u"memory"_s;
    QTest::newRow("redis") << u"redis"_s;
}

void TestAuthAttributes::init()
{
    QFETCH_GLOBAL(QString, store);
    if (store == u"redis" && !testsupport::RedisFixture::isInstalled())
        QSKIP(testsupport::RedisFixture::missing);
    m_fixture = std::make_unique<AuthFixture>(store);
    QVERIFY(m_fixture->start());
}

void TestAuthAttributes::visitsAreCounted()
{
    auto browser = m_fixture->browser();
    browser.signIn(1);
    for (int visit = 1; visit <= 3; ++visit) {
        const QByteArray begin = "{\"user\":\"user1\",\"visits\":" + QByteArray::number(visit) + ',';
        QVERIFY(browser.getJson("/").body.startsWith(begin));
    }
    QVERIFY(browser.get("/").body.contains("<dd>4</dd>"));
}

void TestAuthAttributes::workKeepsTheToken()
{
    auto browser = m_fixture->browser();
    browser.signIn(1);
    browser.postJson("/work", R"({"token":"one"})");
    const auto reply = browser.postJson("/work", R"({"token":"<&\"'\\ü"})");
    QCOMPARE(reply.body, R"({"user":"user1","count":2,"last":"<&\"'\\ü"})");
    const auto page = browser.get("/").body;
    QVERIFY(page.contains("<dd>&lt;&amp;&quot;&#39;\\ü</dd>"));
    QVERIFY(page.contains(R"(data-count="2" data-last="&lt;&amp;&quot;&#39;\ü">)"));
    QCOMPARE(browser.getJson("/").body, R"({"user":"user1","visits":2,"count":2,"last":"<&\"'\\ü"})");
}

void TestAuthAttributes::notesGrowToTheirCap()
{
    auto browser = m_fixture->browser();
    browser.signIn(1);
    const QByteArray json = R"({"token":"t","note":")" + QByteArray(16'000, 'n') + "\"}";
    for (const int bytes : { 16'000, 32'000, 48'000, 64'000, 65'536, 65'536 }) {
        const QByteArray end = "\"notes_bytes\":" + QByteArray::number(bytes) + '}';
        QVERIFY(browser.postJson("/work", json).body.endsWith(end));
    }
    QVERIFY(!browser.postJson("/work", R"({"token":"t"})").body.contains("notes")); // a write without a note adds none
}

void TestAuthAttributes::workRefuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("status");
    QTest::newRow("256 bytes") << QByteArray("{\"token\":\"" + QByteArray(256, 'x') + "\"}") << 200;
    QTest::newRow("257 bytes") << QByteArray("{\"token\":\"" + QByteArray(257, 'x') + "\"}") << 400;
    QTest::newRow("none") << QByteArray("{}") << 400;
    QTest::newRow("a number") << QByteArray(R"({"token":1})") << 415;
}

void TestAuthAttributes::workRefuses()
{
    QFETCH(QByteArray, json);
    auto browser = m_fixture->browser();
    browser.signIn(1);
    QTEST(browser.postJson("/work", json).status, "status");
}

void TestAuthAttributes::signInWithAToken()
{
    auto browser = m_fixture->browser();
    QCOMPARE(browser.postJson("/auth/login", R"({"username":"user1","password":"1","token":"t0"})").status, 200);
    QCOMPARE(browser.getJson("/").body, R"({"user":"user1","visits":1,"count":0,"last":"t0"})");
    const auto old = browser.session();
    browser.postJson("/auth/login", R"({"username":"user1","password":"1","token":"t1"})"); // the same one, rotated
    QVERIFY(browser.session() != old);
    QCOMPARE(browser.getJson("/").body, R"({"user":"user1","visits":2,"count":0,"last":"t1"})");
    browser.signIn(1); // without one the last stays
    QVERIFY(browser.getJson("/").body.endsWith(R"("last":"t1"})"));

    auto form = m_fixture->browser();
    const auto csrf = tokenOn(form.get("/auth/login").body);
    QCOMPARE(form.post("/auth/login", "username=user2&password=2&token=c1.%C3%BC&_csrf=" + csrf).status, 302);
    QVERIFY(form.get("/").body.contains("data-count=\"0\" data-last=\"c1.ü\""));
}

void TestAuthAttributes::signInRefusesToken_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<int>("status");
    QTest::newRow("256 bytes") << QByteArray(256, 'x') << 302;
    QTest::newRow("257 bytes") << QByteArray(257, 'x') << 400;
    QTest::newRow("empty") << QByteArray() << 400;
    QTest::newRow("not UTF-8") << QByteArray("%ff") << 400;
}

void TestAuthAttributes::signInRefusesToken()
{
    QFETCH(QByteArray, token);
    auto browser = m_fixture->browser();
    const auto csrf = tokenOn(browser.get("/auth/login").body);
    QTEST(browser.post("/auth/login", "username=user1&password=1&token=" + token + "&_csrf=" + csrf).status, "status");
}

void TestAuthAttributes::attributes()
{
    auto browser = m_fixture->browser();
    browser.signIn(1);
    QCOMPARE(browser.getJson("/get").body, R"({"user":"user1","q":null})");
    QCOMPARE(browser.getJson("/set?q=a+b%26c").body, R"({"user":"user1","q":"a b&c"})");
    QCOMPARE(browser.getJson("/get").body, R"({"user":"user1","q":"a b&c"})");
    QCOMPARE(browser.getJson("/set").status, 400);
    QCOMPARE(browser.getJson("/set?q=%ff").status, 400);
    QCOMPARE(browser.getJson("/get").body, R"({"user":"user1","q":"a b&c"})");
}

void TestAuthAttributes::imageByBody()
{
    auto browser = m_fixture->browser();
    browser.signIn(1);
    QCOMPARE(browser.getJson("/image").status, 404);
    QByteArray image("\x89PNG\0\r\n\xff", 8);
    image += QByteArray(100'000, '\1');
    const http::Headers png { { "Content-Type", "image/png" } };
    QCOMPARE(browser.send("POST", "/image", png, image).body, R"({"user":"user1","bytes":100008,"type":"image/png"})");
    const auto back = browser.get("/image");
    QCOMPARE(back.header("content-type"), "image/png");
    QCOMPARE(back.header("x-content-type-options"), "nosniff");
    QCOMPARE(back.body, image);

    const auto limit = m_fixture->config.limits.imageBytes;
    QCOMPARE(browser.send("POST", "/image", png, QByteArray(limit + 1, 'x')).status, 413);
    QCOMPARE(browser.get("/image").body, image); // unchanged
    QCOMPARE(browser.send("POST", "/image", { { "Content-Type", "text/plain" } }, "<script>").status, 403);
    QCOMPARE(browser.send("POST", "/image", { { "Content-Type", "text/html" } }, "<script>").status, 415);
    QCOMPARE(browser.send("POST", "/image", png, QByteArray(limit, 'x')).status, 200);
    QCOMPARE(browser.get("/image").body.size(), limit);
}

void TestAuthAttributes::imageByForm()
{
    auto browser = m_fixture->browser();
    browser.signIn(1);
    const auto token = tokenOn(browser.get("/").body);
    const auto form = [](const QByteArray& csrf) {
        return QByteArray("--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + csrf
            + "\r\n--b\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a.gif\"\r\n"
              "Content-Type: image/gif\r\n\r\nGIF89a\r\n--b--\r\n");
    };
    auto headers = Browser::asPerson;
    headers.append(std::pair<QByteArray, QByteArray>("Content-Type", "multipart/form-data; boundary=b"));
    QCOMPARE(browser.send("POST", "/image", headers, form("wrong")).status, 403);
    QCOMPARE(browser.get("/image").status, 404);
    QCOMPARE(browser.send("POST", "/image", headers, form(token)).header("location"), "/");
    QCOMPARE(browser.get("/image").body, "GIF89a");
    QVERIFY(browser.get("/").body.contains("<img src=\"/image\""));
}

void TestAuthAttributes::twoSessionsAreTwo()
{
    auto first = m_fixture->browser();
    auto second = m_fixture->browser();
    first.signIn(1);
    second.signIn(1);
    QVERIFY(first.session() != second.session());
    first.getJson("/");
    QCOMPARE(first.getJson("/").body, R"({"user":"user1","visits":2,"count":0,"last":""})");
    QCOMPARE(second.getJson("/").body, R"({"user":"user1","visits":1,"count":0,"last":""})");
    first.postJson("/auth/logout", "{}");
    QCOMPARE(second.getJson("/").status, 200);
}

void TestAuthAttributes::signInAgainKeepsWhatTheSessionHolds()
{
    auto browser = m_fixture->browser();
    browser.signIn(1);
    browser.getJson("/");
    const auto old = browser.session();
    browser.signIn(1);
    QVERIFY(browser.session() != old);
    QCOMPARE(browser.getJson("/").body, R"({"user":"user1","visits":2,"count":0,"last":""})");
    browser.cookies.insert("SESSION", old);
    QCOMPARE(browser.getJson("/").status, 401);
}

void TestAuthAttributes::signInAsAnotherStartsAnew()
{
    auto browser = m_fixture->browser();
    browser.signIn(1);
    browser.getJson("/");
    browser.getJson("/set?q=mine");
    const auto old = browser.session();
    browser.signIn(2);
    QCOMPARE(browser.getJson("/").body, R"({"user":"user2","visits":1,"count":0,"last":""})");
    QCOMPARE(browser.getJson("/get").body, R"({"user":"user2","q":null})");
    browser.cookies.insert("SESSION", old);
    QCOMPARE(browser.getJson("/").status, 401);
}

QTEST_GUILESS_MAIN(TestAuthAttributes)
#include "tst_authattributes.moc"
