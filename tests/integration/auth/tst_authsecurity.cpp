// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/auth/authfixture.h"

#include <QLoggingCategory>
#include <QMutex>
#include <QTest>

#include <ctime>
#include <semaphore>

using namespace ceteris;
using namespace ceteris::authtest;
using namespace Qt::StringLiterals;

namespace {

QMutex logMutex; // guards logged, which listener threads write
QByteArray logged;

void collectLog(QtMsgType, const QMessageLogContext&, const QString& message)
{
    const QMutexLocker lock(&logMutex);
    logged += message.toUtf8() + '\n';
}

QByteArray logText()
{
    const QMutexLocker lock(&logMutex);
    return logged;
}

} // namespace

// The app against people who mean harm, and against its own store.
class TestAuthSecurity : public QObject
{
    Q_OBJECT

private slots:
    void aPlantedIdIsNeverAdopted();
    void theIdChangesAtSignInAndTheOldOneDies();
    void aTamperedIdIsNobody();
    void idsInTheAddressAreIgnored();
    void cookiesOfEveryEndpoint();
    void secureCookiesSaySo();
    void securityHeadersOnEveryEndpoint();
    void theIdIsOnlyInTheCookie();
    void refusalsLookAlike_data();
    void refusalsLookAlike();
    void unknownUsersTakeAsLong();
    void theLogHasHashedIdsOnly();
    void aFullPoolSaysTryAgain();
    void aStoreThatIsDownSignsNobodyOut();
};

void TestAuthSecurity::aPlantedIdIsNeverAdopted()
{
    AuthFixture fixture;
    QVERIFY(fixture.start());
    auto browser = fixture.browser();
    const auto planted = sessions::newSessionId();
    browser.cookies.insert("SESSION", planted);
    browser.get("/");
    browser.getJson("/set?q=x");
    QCOMPARE(fixture.sessions(), 0);
    QCOMPARE(browser.signIn(1).status, 200);
    QVERIFY(browser.session() != planted);
    QCOMPARE(fixture.sessions(), 1);
    browser.cookies.insert("SESSION", planted);
    QCOMPARE(browser.getJson("/").status, 401);
}

void TestAuthSecurity::theIdChangesAtSignInAndTheOldOneDies()
{
    AuthFixture fixture;
    QVERIFY(fixture.start());
    for (const int second : { 1, 2 }) { // the same user, and another
        auto browser = fixture.browser();
        browser.signIn(1);
        const auto old = browser.session();
        browser.signIn(second);
        QVERIFY(browser.session() != old);
        QCOMPARE(browser.getJson("/").status, 200);
        browser.cookies.insert("SESSION", old);
        QCOMPARE(browser.getJson("/").status, 401);
    }
    QCOMPARE(fixture.sessions(), 2);
}

void TestAuthSecurity::aTamperedIdIsNobody()
{
    AuthFixture fixture;
    QVERIFY(fixture.start());
    auto browser = fixture.browser();
    browser.signIn(1);
    auto id = browser.session();
    id[0] = id[0] == 'A' ? 'B' : 'A';
    browser.cookies.insert("SESSION", id);
    QCOMPARE(browser.getJson("/").status, 401);
}

void TestAuthSecurity::idsInTheAddressAreIgnored()
{
    AuthFixture fixture;
    QVERIFY(fixture.start());
    auto owner = fixture.browser();
    owner.signIn(1);
    auto other = fixture.browser();
    for (const auto& name : { "SESSION", "JSESSIONID", "id" }) {
        const QByteArray query = name + ("=" + owner.session());
        QCOMPARE(other.getJson("/?" + query).status, 401);
        QVERIFY(other.getJson("/;" + query).status >= 400);
    }
}

void TestAuthSecurity::cookiesOfEveryEndpoint()
{
    AuthFixture fixture;
    QVERIFY(fixture.start());
    auto browser = fixture.browser();
    QList<QByteArray> cookies;
    for (const auto& path : { "/auth/login", "/auth/signup", "/", "/me", "/style.css", "/healthz", "/nothing" })
        cookies += browser.get(path).all("set-cookie");
    QCOMPARE(cookies.size(), 1); // the nonce of the first page serves the second
    cookies += browser.signIn(1).all("set-cookie");
    for (const auto& path : { "/auth/login", "/", "/me", "/get", "/set?q=1", "/image" })
        QVERIFY2(browser.get(path).all("set-cookie").isEmpty(), path);
    const auto gone = browser.postJson("/auth/logout", "{}").header("set-cookie");
    QVERIFY2(gone.startsWith("SESSION=;") && gone.contains("Max-Age=0"), gone.constData());
    cookies << gone;
    QCOMPARE(cookies.size(), 3);
    for (const auto& cookie : cookies) {
        for (const auto& attribute : { "; Path=/", "; HttpOnly", "; SameSite=Lax" })
            QVERIFY2(cookie.contains(attribute), cookie.constData());
        QVERIFY2(!cookie.contains("Domain") && !cookie.contains("Secure"), cookie.constData());
    }
}

void TestAuthSecurity::secureCookiesSaySo()
{
    AuthFixture fixture;
    fixture.config.secureCookie = true;
    fixture.config.cookieName = u"__Host-id"_s;
    QVERIFY(fixture.start());
    auto browser = fixture.browser();
    QVERIFY(browser.get("/auth/login").header("set-cookie").contains("; Secure"));
    const auto cookie = browser.signIn(1).header("set-cookie");
    QVERIFY2(cookie.startsWith("__Host-id=") && cookie.contains("; Secure"), cookie.constData());
    QCOMPARE(browser.getJson("/").status, 200);
}

void TestAuthSecurity::securityHeadersOnEveryEndpoint()
{
    AuthFixture fixture;
    QVERIFY(fixture.start());
    auto browser = fixture.browser();
    const auto check = [](const Reply& reply) {
        QCOMPARE(reply.header("cache-control"), "no-store");
        QCOMPARE(reply.header("x-content-type-options"), "nosniff");
        QCOMPARE(reply.header("x-frame-options"), "DENY");
        QCOMPARE(reply.header("referrer-policy"), "same-origin");
        QVERIFY(reply.header("content-security-policy").startsWith("default-src 'none'"));
    };
    check(browser.get("/"));
    check(browser.get("/auth/login"));
    check(browser.signIn(1));
    browser.send("POST", "/image", { { "Content-Type", "image/png" } }, "x");
    for (const auto& path : { "/", "/me", "/get", "/set?q=1", "/image", "/nothing" })
        check(browser.get(path));
    check(browser.postJson("/work", R"({"token":"x"})"));
    check(browser.postJson("/work", "{}"));
    check(browser.postJson("/auth/logout", "{}"));
}

void TestAuthSecurity::theIdIsOnlyInTheCookie()
{
    AuthFixture fixture;
    QVERIFY(fixture.start());
    auto browser = fixture.browser();
    auto replies = QList { browser.signIn(1) };
    const auto id = browser.session();
    for (const auto& path : { "/", "/me", "/get", "/set?q=1", "/metrics", "/healthz", "/nothing" })
        replies << browser.get(path) << browser.getJson(path);
    replies << browser.postJson("/work", R"({"token":"x"})") << browser.postJson("/auth/logout", "{}");
    for (const auto& reply : replies) {
        QVERIFY(!reply.body.contains(id));
        for (const auto& [name, value] : reply.headers)
            QVERIFY2(name == "set-cookie" || !value.contains(id), name.constData());
    }
}

void TestAuthSecurity::refusalsLookAlike_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("password");
    QTest::newRow("unknown user") << QByteArray("nobody") << QByteArray("1");
    QTest::newRow("impossible user") << QByteArray("%00' OR 1=1 --") << QByteArray("1");
    QTest::newRow("no user") << QByteArray() << QByteArray("1");
    QTest::newRow("no password") << QByteArray("user1") << QByteArray();
    QTest::newRow("endless password") << QByteArray("user1") << QByteArray(10'000, '1');
}

void TestAuthSecurity::refusalsLookAlike()
{
    QFETCH(QByteArray, user);
    QFETCH(QByteArray, password);
    AuthFixture fixture;
    QVERIFY(fixture.start());
    auto browser = fixture.browser();
    const auto token = tokenOn(browser.get("/auth/login").body);
    const auto tried = [&](const QByteArray& name, const QByteArray& word) {
        return browser.post("/auth/login", "username=" + name + "&password=" + word + "&_csrf=" + token);
    };
    const auto wrong = tried("user1", "2");
    QCOMPARE(wrong.status, 401);
    const auto reply = tried(user, password);
    QCOMPARE(reply.status, 401);
    QCOMPARE(reply.body, wrong.body);
    QVERIFY(browser.session().isEmpty());
    QCOMPARE(tokenOn(wrong.body), token); // the page is a form to try again with
}

void TestAuthSecurity::unknownUsersTakeAsLong()
{
    AuthFixture fixture;
    fixture.config.accounts.cost = 8; // about 16 ms, far above everything else
    QVERIFY(fixture.start());
    auto browser = fixture.browser();
    const auto cpuOf = [&](const QByteArray& user) { // of this process, server and all: nobody else can slow that down
        const auto begin = std::clock();
        for (int i = 0; i < 5; ++i)
            browser.postJson("/auth/login", "{\"username\":\"" + user + "\",\"password\":\"no\"}");
        return std::clock() - begin;
    };
    const auto known = cpuOf("user1");
    const auto unknown = cpuOf("nobody");
    QVERIFY2(unknown * 3 > known, qPrintable(u"%1 us against %2 us"_s.arg(unknown).arg(known)));
}

void TestAuthSecurity::theLogHasHashedIdsOnly()
{
    AuthFixture fixture;
    QVERIFY(fixture.start());
    QLoggingCategory::setFilterRules(u"ceteris.auth.info=true"_s);
    const auto usual = qInstallMessageHandler(collectLog);
    auto browser = fixture.browser();
    browser.signIn(1);
    const auto id = browser.session();
    browser.getJson("/");
    browser.postJson("/auth/login", R"({"username":"my password by mistake","password":"x"})");
    browser.postJson("/auth/logout", "{}");
    qInstallMessageHandler(usual);
    QLoggingCategory::setFilterRules({});
    QVERIFY(logText().contains("signed in \"user1\""));
    QVERIFY(logText().contains(sessions::hashedId(id)));
    QVERIFY(!logText().contains(id));
    QVERIFY(!logText().contains("mistake"));
}

void TestAuthSecurity::aFullPoolSaysTryAgain()
{
    AuthFixture fixture;
    fixture.poolThreads = 1;
    fixture.config.hashQueue = 1;
    QVERIFY(fixture.start());
    std::binary_semaphore started(0);
    std::counting_semaphore<2> gate(0);
    QObject context;
    QVERIFY(fixture.pool().submit(
        &context,
        [&] {
            started.release();
            gate.acquire();
        },
        [] {}));
    started.acquire();
    QVERIFY(fixture.pool().submit(
        &context, [&] { gate.acquire(); }, [] {}));
    auto browser = fixture.browser();
    const auto reply = browser.signIn(1);
    QCOMPARE(browser.postJson("/auth/signup", R"({"username":"x","password":"x"})").status, 503);
    gate.release(2);
    QCOMPARE(reply.status, 503);
    QCOMPARE(reply.header("retry-after"), "1");
    QTRY_COMPARE(browser.signIn(1).status, 200);
}

void TestAuthSecurity::aStoreThatIsDownSignsNobodyOut()
{
    if (!testsupport::RedisFixture::isInstalled())
        QSKIP(testsupport::RedisFixture::missing);
    AuthFixture fixture(u"redis"_s);
    fixture.redisOptions.keepsData = true;
    QVERIFY(fixture.start());
    auto browser = fixture.browser();
    browser.signIn(1);
    const auto id = browser.session();
    QCOMPARE(browser.getJson("/").status, 200);

    fixture.redis().kill();
    for (int i = 0; i < 3; ++i) {
        const auto refused = QList { browser.getJson("/"), browser.get("/"), browser.getJson("/me"),
            browser.postJson("/work", R"({"token":"x"})"), browser.postJson("/auth/logout", "{}"), browser.signIn(1) };
        for (const auto& reply : refused) {
            QCOMPARE(reply.status, 503);
            QCOMPARE(reply.header("retry-after"), "1");
            QVERIFY(reply.all("set-cookie").isEmpty());
        }
    }
    const auto health = browser.get("/healthz");
    QCOMPARE(health.status, 503);
    QVERIFY(health.body.contains(R"("store":"down")"));
    QCOMPARE(browser.get("/auth/login").status, 200); // needs no session
    QCOMPARE(browser.session(), id);

    QVERIFY(fixture.redis().start());
    QTRY_COMPARE(browser.getJson("/").status, 200);
}

QTEST_GUILESS_MAIN(TestAuthSecurity)
#include "tst_authsecurity.moc"
