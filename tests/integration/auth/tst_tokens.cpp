// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/auth/authfixture.h"
#include "tests/integration/auth/forgedtokens.h"

#include <QTcpSocket>
#include <QTest>

using namespace ceteris;
using namespace ceteris::authtest;
using namespace Qt::StringLiterals;

namespace {

const auto refreshCookie = "CETERIS_REFRESH"_ba;

struct Renewals
{
    int done = 0;
    int refused = 0;
    int tokens = 0; // new refresh tokens
};

// The same refresh token so many times, all sent before the first answer is read.
Renewals refreshAtOnce(quint16 port, const Browser& browser, int tabs)
{
    const QByteArray request = "POST /auth/refresh HTTP/1.1\r\nHost: a\r\nAccept: application/json\r\n"
                               "Content-Length: 0\r\nConnection: close\r\nCookie: SESSION="
        + browser.session() + "; CETERIS_REFRESH=" + browser.cookies.value(refreshCookie) + "\r\n\r\n";
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < tabs; ++i) {
        sockets.push_back(std::make_unique<QTcpSocket>());
        sockets.back()->connectToHost(u"127.0.0.1"_s, port);
        sockets.back()->waitForConnected();
    }
    for (const auto& socket : sockets) {
        socket->write(request);
        socket->flush();
    }
    Renewals renewals;
    for (const auto& socket : sockets) {
        while (socket->state() == QTcpSocket::ConnectedState && socket->waitForReadyRead(10'000)) { }
        const auto answer = socket->readAll();
        renewals.done += answer.startsWith("HTTP/1.1 200");
        renewals.refused += answer.startsWith("HTTP/1.1 401");
        renewals.tokens += answer.contains("CETERIS_REFRESH=") && !answer.contains("CETERIS_REFRESH=;");
    }
    return renewals;
}

QByteArray visits(int number)
{
    return "\"visits\":" + QByteArray::number(number);
}

} // namespace

// Sessions that the client holds, and what becomes of the promises of sessions.
class TestTokens : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_app.reset(); }
    void theClientHoldsTheSession();
    void forgedTokensAreNobody_data();
    void forgedTokensAreNobody();
    void aRefreshGoesOnWhereTheClientWas_data() { stores(); }
    void aRefreshGoesOnWhereTheClientWas();
    void aReplayEndsTheFamily_data() { stores(); }
    void aReplayEndsTheFamily();
    void forgedRefreshTokensEndNothing();
    void oneOfManyRefreshesSucceeds_data();
    void oneOfManyRefreshesSucceeds();
    void graceLetsTabsRefreshTogether_data() { stores(); }
    void graceLetsTabsRefreshTogether();
    void aClockThatIsBehindGrantsNoGrace_data() { stores(); }
    void aClockThatIsBehindGrantsNoGrace();
    void aFamilyEndsWhateverItsUse_data() { stores(); }
    void aFamilyEndsWhateverItsUse();
    void aLogoutIsHeardWhenTheTokenExpires();
    void aLogoutAfterTheTokenEndsTheFamily();
    void aStoreThatIsDownSignsNobodyOut();
    void whatDoesNotFitIsRefused();
    void otherStoresNeedNoRefresh();

private:
    static constexpr int accessS = 60;
    static constexpr int refreshS = 600;

    static void stores();
    bool start(const QString& refreshStore, int graceS = 0);

    std::unique_ptr<testsupport::RedisFixture> m_redis;
    std::unique_ptr<AuthFixture> m_app;
    const QByteArray m_secret = QByteArray(32, 's');
};

void TestTokens::init()
{
    m_app = std::make_unique<AuthFixture>(u"token"_s);
}

void TestTokens::stores()
{
    QTest::addColumn<QString>("store");
    QTest::newRow("memory") << u"memory"_s;
    QTest::newRow("redis") << u"redis"_s;
}

bool TestTokens::start(const QString& refreshStore, int graceS)
{
    if (refreshStore == u"redis"_s && !m_redis) {
        m_redis = std::make_unique<testsupport::RedisFixture>();
        if (!m_redis->start())
            return false;
    }
    auto& store = m_app->config.store;
    store.token = { QString::fromLatin1(m_secret.toHex()), accessS, refreshS, graceS, refreshStore };
    if (m_redis)
        store.redis = m_redis->address();
    m_app->config.threads = 2;
    return m_app->start();
}

// There is no session anywhere but in the cookie: an old cookie is an old session.
void TestTokens::theClientHoldsTheSession()
{
    QVERIFY(start(u"memory"_s));
    auto browser = m_app->browser();
    QCOMPARE(browser.signIn(1).status, 200);
    const auto atLogin = browser.session();
    for (int visit = 1; visit <= 3; ++visit)
        QVERIFY(browser.getJson("/").body.contains(visits(visit)));
    QVERIFY(browser.session() != atLogin);
    browser.cookies["SESSION"] = atLogin;
    QVERIFY(browser.getJson("/").body.contains("\"visits\":1"));
}

void TestTokens::forgedTokensAreNobody_data()
{
    QTest::addColumn<QByteArray>("token");
    for (const auto& [name, token] : forgedTokens(m_secret, accessS))
        QTest::newRow(name) << token;
}

void TestTokens::forgedTokensAreNobody()
{
    QFETCH(QByteArray, token);
    QVERIFY(start(u"memory"_s));
    auto browser = m_app->browser();
    browser.cookies["SESSION"] = token;
    QCOMPARE(
        browser.getJson("/me").status, QLatin1StringView(QTest::currentDataTag()) == "nothing wrong"_L1 ? 200 : 401);
}

void TestTokens::aRefreshGoesOnWhereTheClientWas()
{
    QFETCH(QString, store);
    QVERIFY(start(store));
    auto browser = m_app->browser();
    browser.signIn(1);
    browser.getJson("/");
    m_app->passSeconds(accessS);
    QCOMPARE(browser.getJson("/").status, 401);
    const auto first = browser.cookies.value(refreshCookie);
    QCOMPARE(browser.postJson("/auth/refresh", {}).status, 200);
    QVERIFY(browser.cookies.value(refreshCookie) != first);
    QVERIFY(browser.getJson("/").body.contains("\"visits\":2"));

    m_app->passSeconds(accessS);
    browser.cookies.remove("SESSION"); // then it begins where the sign-in did
    QCOMPARE(browser.postJson("/auth/refresh", {}).status, 200);
    const auto page = browser.getJson("/").body;
    QVERIFY(page.contains("user1") && page.contains("\"visits\":1"));
}

void TestTokens::aReplayEndsTheFamily()
{
    QFETCH(QString, store);
    QVERIFY(start(store));
    auto browser = m_app->browser();
    browser.signIn(1);
    auto thief = browser;
    auto other = m_app->browser(); // another sign-in of the same user
    other.signIn(1);
    QCOMPARE(browser.postJson("/auth/refresh", {}).status, 200);
    QCOMPARE(thief.postJson("/auth/refresh", {}).status, 401);
    QVERIFY(!thief.cookies.contains(refreshCookie));
    QCOMPARE(browser.postJson("/auth/refresh", {}).status, 401);
    QCOMPARE(other.postJson("/auth/refresh", {}).status, 200);
}

void TestTokens::forgedRefreshTokensEndNothing()
{
    QVERIFY(start(u"memory"_s));
    auto browser = m_app->browser();
    browser.signIn(1);
    const auto parts = browser.cookies.value(refreshCookie).split('.');
    const QByteArray family = parts[0] + '.';
    const QList<QByteArray> forgeries { family + "1." + parts[2], family + "00." + parts[2], family + "0.", {},
        parts[0], browser.session() };
    for (const auto& forged : forgeries) {
        auto thief = browser;
        thief.cookies[refreshCookie] = forged;
        QCOMPARE(thief.postJson("/auth/refresh", {}).status, 401);
    }
    QCOMPARE(browser.postJson("/auth/refresh", {}).status, 200);
}

void TestTokens::oneOfManyRefreshesSucceeds_data()
{
    QTest::addColumn<QString>("store");
    QTest::addColumn<int>("tabs");
    for (const auto* store : { "memory", "redis" })
        for (int tabs = 2; tabs <= 10; ++tabs)
            QTest::addRow("%s, %d tabs", store, tabs) << QString::fromLatin1(store) << tabs;
}

void TestTokens::oneOfManyRefreshesSucceeds()
{
    QFETCH(QString, store);
    QFETCH(int, tabs);
    QVERIFY(start(store));
    auto browser = m_app->browser();
    browser.signIn(1);
    const auto renewals = refreshAtOnce(m_app->port(), browser, tabs);
    QCOMPARE(renewals.done, 1);
    QCOMPARE(renewals.refused, tabs - 1);
}

void TestTokens::graceLetsTabsRefreshTogether()
{
    QFETCH(QString, store);
    QVERIFY(start(store, 30));
    auto browser = m_app->browser();
    browser.signIn(1);
    auto late = browser;
    const auto renewals = refreshAtOnce(m_app->port(), browser, 5);
    QCOMPARE(renewals.done, 5);
    QCOMPARE(renewals.tokens, 1); // the family does not fork
    m_app->passSeconds(30);
    QCOMPARE(late.postJson("/auth/refresh", {}).status, 401);
}

// Another thread or instance took its time before, and asks after: by 1 ms on every machine.
void TestTokens::aClockThatIsBehindGrantsNoGrace()
{
    QFETCH(QString, store);
    QVERIFY(start(store));
    auto browser = m_app->browser();
    browser.signIn(1);
    auto thief = browser;
    QCOMPARE(browser.postJson("/auth/refresh", {}).status, 200);
    m_app->passSeconds(-1);
    QCOMPARE(thief.postJson("/auth/refresh", {}).status, 401);
}

void TestTokens::aFamilyEndsWhateverItsUse()
{
    QFETCH(QString, store);
    QVERIFY(start(store));
    auto browser = m_app->browser();
    browser.signIn(1);
    if (store == u"redis"_s) { // which has a clock of its own
        const QByteArray key = "spring:session:refresh:" + browser.cookies.value(refreshCookie).split('.').first();
        const auto leftMs = m_redis->command({ "PTTL", key }).toLongLong();
        QVERIFY(leftMs > (refreshS - 60) * 1000 && leftMs <= refreshS * 1000);
        browser.postJson("/auth/refresh", {});
        QVERIFY(m_redis->command({ "PTTL", key }).toLongLong() <= leftMs);
        return;
    }
    for (int second = 0; second < refreshS; second += 100) {
        QCOMPARE(browser.postJson("/auth/refresh", {}).status, 200);
        m_app->passSeconds(100);
    }
    QCOMPARE(browser.postJson("/auth/refresh", {}).status, 401);
}

// The revocation lag: a copy of the token goes on until its end, and cannot be renewed.
void TestTokens::aLogoutIsHeardWhenTheTokenExpires()
{
    QVERIFY(start(u"memory"_s));
    auto browser = m_app->browser();
    browser.signIn(1);
    auto thief = browser;
    QCOMPARE(browser.postJson("/auth/logout", {}).status, 204);
    QVERIFY(browser.cookies.value("SESSION").isEmpty() && browser.cookies.value(refreshCookie).isEmpty());
    QCOMPARE(thief.postJson("/auth/refresh", {}).status, 401);
    int lagS = 0;
    for (; lagS < 10 * accessS && thief.getJson("/me").status == 200; ++lagS)
        m_app->passSeconds(1);
    QVERIFY2(lagS > accessS - 10 && lagS <= accessS, qPrintable(QString::number(lagS)));
}

void TestTokens::aLogoutAfterTheTokenEndsTheFamily()
{
    QVERIFY(start(u"memory"_s));
    auto browser = m_app->browser();
    browser.signIn(1);
    auto thief = browser;
    m_app->passSeconds(accessS);
    browser.postJson("/auth/logout", {});
    QVERIFY(!browser.cookies.contains(refreshCookie));
    QCOMPARE(thief.postJson("/auth/refresh", {}).status, 401);
}

void TestTokens::aStoreThatIsDownSignsNobodyOut()
{
    QVERIFY(start(u"redis"_s));
    auto browser = m_app->browser();
    browser.signIn(1);
    m_redis->kill();
    QCOMPARE(browser.getJson("/me").status, 200); // nobody is asked
    QCOMPARE(browser.postJson("/auth/refresh", {}).status, 503);
    QVERIFY(browser.cookies.contains(refreshCookie));
    QCOMPARE(m_app->browser().signIn(1).status, 503);
    QVERIFY(m_redis->start());
}

void TestTokens::whatDoesNotFitIsRefused()
{
    QVERIFY(start(u"memory"_s));
    auto browser = m_app->browser();
    browser.signIn(1);
    auto headers = Browser::asProgram;
    headers.append(std::pair<QByteArray, QByteArray>("Content-Type", "image/png"));
    QCOMPARE(browser.send("POST", "/image", headers, QByteArray(1000, 'i')).status / 100, 2);
    QCOMPARE(browser.send("POST", "/image", headers, QByteArray(4096, 'i')).status, 413);
    QCOMPARE(browser.getJson("/image").body, QByteArray(1000, 'i'));
}

void TestTokens::otherStoresNeedNoRefresh()
{
    AuthFixture app;
    QVERIFY(app.start());
    auto browser = app.browser();
    browser.signIn(1);
    QVERIFY(!browser.cookies.contains(refreshCookie));
    QCOMPARE(browser.postJson("/auth/refresh", {}).status, 404);
}

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_tokens.moc"
