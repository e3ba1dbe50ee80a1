// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/credentials.h"
#include "server/auth/csrf.h"
#include "server/auth/fields.h"
#include "server/auth/json.h"
#include "server/auth/sessioncookie.h"
#include "server/auth/template.h"

#include <QTest>

using namespace ceteris;
using namespace ceteris::auth;

namespace {

http::Request request(const http::Headers& headers, const QByteArray& body = {})
{
    return { http::Method::Post, "/", {}, headers, body };
}

} // namespace

class TestAuthParts : public QObject
{
    Q_OBJECT

private slots:
    void jsonIsCompactAndEscaped();
    void templatesFillTheirGaps();
    void userNames_data();
    void userNames();
    void passwords_data();
    void passwords();
    void crossSite_data();
    void crossSite();
    void whatNeedsAToken_data();
    void whatNeedsAToken();
    void nonces_data();
    void nonces();
    void signsTheCookie();
    void takesOnlySignedCookies_data();
    void takesOnlySignedCookies();
    void readsFields_data();
    void readsFields();
    void readsParts();
    void brokenPartsAreNothing_data();
    void brokenPartsAreNothing();
};

void TestAuthParts::jsonIsCompactAndEscaped()
{
    QCOMPARE(json({ { "user", QByteArrayView("a\"b\\c\n\x1f") }, { "visits", qint64 { -7 } }, { "q", nullptr } }),
        R"({"user":"a\"b\\c\u000a\u001f","visits":-7,"q":null})");
    QCOMPARE(json({ { "text", QByteArrayView("grüße") } }), "{\"text\":\"grüße\"}");
}

void TestAuthParts::templatesFillTheirGaps()
{
    const Template text("{{a}} and {{b}}, again {{a}}.", { "a", "b" });
    QCOMPARE(text.filled({ "one", "{{b}}" }), "one and {{b}}, again one.");
    QCOMPARE(Template("plain", {}).filled({}), "plain");
}

void TestAuthParts::userNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("plain") << QByteArray("user1") << true;
    QTest::newRow("all kinds") << QByteArray("A.b_c-9") << true;
    QTest::newRow("64") << QByteArray(64, 'a') << true;
    QTest::newRow("65") << QByteArray(65, 'a') << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("space") << QByteArray("a b") << false;
    QTest::newRow("markup") << QByteArray("<b>") << false;
    QTest::newRow("line end") << QByteArray("a\n") << false;
    QTest::newRow("NUL") << QByteArray("a\0", 2) << false;
    QTest::newRow("not ASCII") << QByteArray("jürgen") << false;
}

void TestAuthParts::userNames()
{
    QFETCH(QByteArray, name);
    QTEST(isUserName(name), "allowed");
}

void TestAuthParts::passwords_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("one byte") << QByteArray("1") << true;
    QTest::newRow("72") << QByteArray(72, 'x') << true;
    QTest::newRow("73") << QByteArray(73, 'x') << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << false;
}

void TestAuthParts::passwords()
{
    QFETCH(QByteArray, password);
    QTEST(isPassword(password), "allowed");
}

void TestAuthParts::crossSite_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<QByteArray>("fetchSite");
    QTest::addColumn<bool>("cross");
    QTest::newRow("no browser") << QByteArray() << QByteArray() << false;
    QTest::newRow("same origin") << QByteArray("http://127.0.0.1:80") << QByteArray("same-origin") << false;
    QTest::newRow("https") << QByteArray("https://127.0.0.1:80") << QByteArray() << false;
    QTest::newRow("another port") << QByteArray("http://127.0.0.1:81") << QByteArray("same-site") << true;
    QTest::newRow("another host") << QByteArray("http://evil.example") << QByteArray() << true;
    QTest::newRow("longer host") << QByteArray("http://127.0.0.1:80.evil.example") << QByteArray() << true;
    QTest::newRow("null") << QByteArray("null") << QByteArray() << true;
    QTest::newRow("only the fetch header") << QByteArray() << QByteArray("cross-site") << true;
    QTest::newRow("typed by hand") << QByteArray() << QByteArray("none") << false;
}

void TestAuthParts::crossSite()
{
    QFETCH(QByteArray, origin);
    QFETCH(QByteArray, fetchSite);
    http::Headers headers { { "host", "127.0.0.1:80" } };
    if (!origin.isEmpty())
        headers.append({ "origin", origin });
    if (!fetchSite.isEmpty())
        headers.append({ "sec-fetch-site", fetchSite });
    QTEST(isCrossSite(request(headers)), "cross");
}

void TestAuthParts::whatNeedsAToken_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("needs");
    QTest::newRow("form") << QByteArray("application/x-www-form-urlencoded; charset=utf-8") << true;
    QTest::newRow("upper case") << QByteArray("Multipart/Form-Data; boundary=x") << true;
    QTest::newRow("text") << QByteArray("text/plain") << true;
    QTest::newRow("none") << QByteArray() << true;
    QTest::newRow("json") << QByteArray("application/json") << false;
    QTest::newRow("image") << QByteArray("image/png") << false;
}

void TestAuthParts::whatNeedsAToken()
{
    QFETCH(QByteArray, type);
    QTEST(needsToken(request({ { "content-type", type } })), "needs");
}

void TestAuthParts::nonces_data()
{
    QTest::addColumn<QByteArray>("cookie");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<bool>("matches");
    const auto nonce = sessions::newSessionId();
    const auto other = sessions::newSessionId();
    QTest::newRow("the pair") << nonce << nonce << true;
    QTest::newRow("another") << nonce << other << false;
    QTest::newRow("no field") << nonce << QByteArray() << false;
    QTest::newRow("no cookie") << QByteArray() << nonce << false;
    QTest::newRow("neither") << QByteArray() << QByteArray() << false;
    QTest::newRow("a planted short pair") << QByteArray("x") << QByteArray("x") << false;
}

void TestAuthParts::nonces()
{
    QFETCH(QByteArray, cookie);
    QFETCH(QByteArray, field);
    QTEST(nonceMatches(request({ { "cookie", "a=b; CETERIS_CSRF=" + cookie } }), { { "_csrf", field } }), "matches");
}

// The example of cookie-signature, which express-session signs with.
void TestAuthParts::signsTheCookie()
{
    contract::ServerConfig config;
    QCOMPARE(SessionCookie(config).set("hello"), "SESSION=hello; Path=/; HttpOnly; SameSite=Lax");
    config.cookieName = QStringLiteral("connect.sid");
    config.cookieSecret = QStringLiteral("tobiiscool");
    QCOMPARE(SessionCookie(config).set("hello"),
        "connect.sid=s%3Ahello.DGDUkGlIkCzPz%2BC0B064FNgHdEjox7ch8tOBGslZ5QI; Path=/; HttpOnly; SameSite=Lax");
}

void TestAuthParts::takesOnlySignedCookies_data()
{
    QTest::addColumn<QByteArray>("before"); // of the cookie that is signed for the id AAAAAAAAAAAAAAAAAAAAAA
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("signed") << QByteArray() << QByteArray() << true;
    QTest::newRow("another id") << QByteArray("AA.") << QByteArray("AB.") << false;
    QTest::newRow("no id") << QByteArray("AAAAAAAAAAAAAAAAAAAAAA") << QByteArray() << false;
    QTest::newRow("no mark") << QByteArray("s%3A") << QByteArray() << false;
    QTest::newRow("no signature") << QByteArray(".") << QByteArray() << false;
    QTest::newRow("longer signature") << QByteArray(".") << QByteArray(".A") << false;
}

void TestAuthParts::takesOnlySignedCookies()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const QByteArray id(22, 'A');
    contract::ServerConfig config;
    config.cookieSecret = QStringLiteral("tobiiscool");
    auto sent = SessionCookie(config).set(id).split(';').first();
    if (!before.isEmpty())
        sent.replace(before, after);
    QFETCH(bool, accepted);
    QCOMPARE(SessionCookie(config).idOf(request({ { "Cookie", sent } })), accepted ? id : QByteArray());
    QCOMPARE(SessionCookie(config).idOf(request({ { "Cookie", "SESSION=" + id } })), QByteArray()); // bare
}

void TestAuthParts::readsFields_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("readable");
    QTest::addColumn<QByteArray>("username");
    const QByteArray form = "application/x-www-form-urlencoded";
    const QByteArray json = "application/json";
    QTest::newRow("form") << form << QByteArray("username=user1&password=1") << true << QByteArray("user1");
    QTest::newRow("json") << json << QByteArray(R"({"username":"user1"})") << true << QByteArray("user1");
    QTest::newRow("json with charset") << json + "; charset=utf-8" << QByteArray(R"({"username":"é"})") << true
                                       << QByteArray("é");
    QTest::newRow("not json") << json << QByteArray("username=user1") << false << QByteArray();
    QTest::newRow("json array") << json << QByteArray("[]") << false << QByteArray();
    QTest::newRow("json number") << json << QByteArray(R"({"username":1})") << false << QByteArray();
    QTest::newRow("nested json") << json << QByteArray(100'000, '[') << false << QByteArray();
    QTest::newRow("another type") << QByteArray("text/plain") << QByteArray("username=user1") << false << QByteArray();
}

void TestAuthParts::readsFields()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(bool, readable);
    const auto fields = fieldsOf(request({ { "content-type", type } }, body));
    QCOMPARE(fields.has_value(), readable);
    QTEST(field(fields.value_or(Fields()), "username"), "username");
}

void TestAuthParts::readsParts()
{
    const auto parts = partsOf(request({ { "content-type", "multipart/form-data; boundary=\"xyz\"" } },
        "--xyz\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\nsecret\r\n"
        "--xyz\r\ncontent-disposition: form-data; name=image; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n"
        "\x89PNG\r\n--xy not the end\r\n--xyz--\r\n"));
    QVERIFY(parts.has_value());
    QCOMPARE(parts->size(), 2);
    QCOMPARE(parts->value("_csrf").data, "secret");
    QCOMPARE(parts->value("image").contentType, "image/png");
    QCOMPARE(parts->value("image").data, "\x89PNG\r\n--xy not the end");
}

void TestAuthParts::brokenPartsAreNothing_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    const QByteArray type = "multipart/form-data; boundary=x";
    QTest::newRow("no boundary") << QByteArray("multipart/form-data") << QByteArray("--x--");
    QTest::newRow("empty") << type << QByteArray();
    QTest::newRow("no opening") << type << QByteArray("x");
    QTest::newRow("no end") << type << QByteArray("--x\r\nA: b\r\n\r\ndata");
    QTest::newRow("endless parts") << type << QByteArray("--x") + QByteArray("\r\n--x").repeated(1000);
}

void TestAuthParts::brokenPartsAreNothing()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QVERIFY(!partsOf(request({ { "content-type", type } }, body)).has_value());
}

QTEST_APPLESS_MAIN(TestAuthParts)
#include "tst_authparts.moc"
