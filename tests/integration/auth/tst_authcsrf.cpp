// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/auth/authfixture.h"

#include <QTest>

using namespace ceteris;
using namespace ceteris::authtest;

// Requests that other sites make in the name of somebody who is signed in.
class TestAuthCsrf : public QObject
{
    Q_OBJECT

private slots:
    void forgedFormsAreRefused_data();
    void forgedFormsAreRefused();
    void otherSitesAreRefused_data();
    void otherSitesAreRefused();
    void theTokenMayBeInAHeader();
};

void TestAuthCsrf::forgedFormsAreRefused_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("form");
    QTest::newRow("login") << QByteArray("/auth/login") << QByteArray("username=user1&password=1");
    QTest::newRow("signup") << QByteArray("/auth/signup") << QByteArray("username=x&password=1");
    QTest::newRow("work") << QByteArray("/work") << QByteArray("token=x");
    QTest::newRow("logout") << QByteArray("/auth/logout") << QByteArray();
}

void TestAuthCsrf::forgedFormsAreRefused()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, form);
    AuthFixture fixture;
    QVERIFY(fixture.start());
    auto browser = fixture.browser();
    browser.get("/auth/login");
    browser.signIn(1);
    for (const QByteArray& token :
        { QByteArray(), QByteArray("&_csrf="), QByteArray("&_csrf=" + sessions::newSessionId()) }) {
        const auto reply = browser.post(path, form + token);
        QCOMPARE(reply.status, 403);
        QVERIFY(reply.body.contains("Load the page again"));
        QVERIFY(reply.all("set-cookie").isEmpty());
    }
    QVERIFY(browser.getJson("/me").body.contains(R"("user":"user1","visits":0,"count":0)"));
}

void TestAuthCsrf::otherSitesAreRefused_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("origin") << QByteArray("Origin") << QByteArray("http://evil.example");
    QTest::newRow("another port") << QByteArray("Origin") << QByteArray("http://127.0.0.1:1");
    QTest::newRow("opaque origin") << QByteArray("Origin") << QByteArray("null");
    QTest::newRow("fetch site") << QByteArray("Sec-Fetch-Site") << QByteArray("cross-site");
}

void TestAuthCsrf::otherSitesAreRefused()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    AuthFixture fixture;
    QVERIFY(fixture.start());
    auto browser = fixture.browser();
    const auto nonce = tokenOn(browser.get("/auth/login").body);
    browser.signIn(1);
    const auto token = tokenOn(browser.get("/").body);
    const http::Headers from { { header, value } };
    QCOMPARE(browser.post("/work", "token=x&_csrf=" + token, from).status, 403);
    QCOMPARE(browser.post("/auth/logout", "_csrf=" + token, from).status, 403);
    QCOMPARE(browser.post("/auth/login", "username=user2&password=2&_csrf=" + nonce, from).status, 403);
    QCOMPARE(browser.get("/set?q=x", from).status, 403);
    QCOMPARE(browser.send("POST", "/image", { { header, value }, { "Content-Type", "image/png" } }, "x").status, 403);
    QCOMPARE(browser.get("/", from).status, 200); // a link to us is no harm

    const http::Headers own { { "Origin", "http://127.0.0.1:" + QByteArray::number(fixture.port()) },
        { "Sec-Fetch-Site", "same-origin" } };
    QCOMPARE(browser.post("/work", "token=x&_csrf=" + token, own).status, 200);
}

void TestAuthCsrf::theTokenMayBeInAHeader()
{
    AuthFixture fixture;
    QVERIFY(fixture.start());
    auto browser = fixture.browser();
    browser.signIn(1);
    const auto token = tokenOn(browser.get("/").body);
    QCOMPARE(browser.post("/work", "token=x", { { "X-CSRF-Token", "wrong" } }).status, 403);
    QCOMPARE(browser.post("/work", "token=x", { { "X-CSRF-Token", token } }).status, 200);
}

QTEST_GUILESS_MAIN(TestAuthCsrf)
#include "tst_authcsrf.moc"
