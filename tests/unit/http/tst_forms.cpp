// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/forms.h"

#include <QtTest>

using namespace ceteris::http;
using namespace Qt::StringLiterals;

using Fields = QHash<QByteArray, QByteArray>;

class TestForms : public QObject
{
    Q_OBJECT

private slots:
    void form_data()
    {
        QTest::addColumn<QByteArray>("encoded");
        QTest::addColumn<Fields>("fields");
        QTest::newRow("empty") << ""_ba << Fields {};
        QTest::newRow("login") << "username=user1&password=1"_ba
                               << Fields { { "username"_ba, "user1"_ba }, { "password"_ba, "1"_ba } };
        QTest::newRow("plus is a space") << "q=a+b"_ba << Fields { { "q"_ba, "a b"_ba } };
        QTest::newRow("escaped plus") << "q=a%2Bb"_ba << Fields { { "q"_ba, "a+b"_ba } };
        QTest::newRow("escaped name") << "%71=1"_ba << Fields { { "q"_ba, "1"_ba } };
        QTest::newRow("utf-8") << "q=%ed%95%9C"_ba << Fields { { "q"_ba, "\xed\x95\x9c"_ba } };
        QTest::newRow("bad escape stays")
            << "q=100%&r=%4&s=%zz"_ba << Fields { { "q"_ba, "100%"_ba }, { "r"_ba, "%4"_ba }, { "s"_ba, "%zz"_ba } };
        QTest::newRow("first wins") << "q=1&q=2"_ba << Fields { { "q"_ba, "1"_ba } };
        QTest::newRow("no equals sign") << "q"_ba << Fields { { "q"_ba, ""_ba } };
        QTest::newRow("equals sign in value") << "q=a=b"_ba << Fields { { "q"_ba, "a=b"_ba } };
        QTest::newRow("empty parts") << "&&q=1&&=x&"_ba << Fields { { "q"_ba, "1"_ba } };
    }
    void form()
    {
        QFETCH(QByteArray, encoded);
        QTEST(parseForm(encoded), "fields");
    }

    void cookies_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("present");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("none") << ""_ba << false << ""_ba;
        QTest::newRow("only") << "SESSION=abc"_ba << true << "abc"_ba;
        QTest::newRow("second") << "a=1; SESSION=abc; b=2"_ba << true << "abc"_ba;
        QTest::newRow("no space") << "a=1;SESSION=abc"_ba << true << "abc"_ba;
        QTest::newRow("quoted") << "SESSION=\"abc\""_ba << true << "abc"_ba;
        QTest::newRow("lone quote") << "SESSION=\""_ba << true << "\""_ba;
        QTest::newRow("empty") << "SESSION="_ba << true << ""_ba;
        QTest::newRow("equals sign in value") << "SESSION=YQ=="_ba << true << "YQ=="_ba;
        QTest::newRow("longer name") << "XSESSION=abc; SESSIONX=abc"_ba << false << ""_ba;
        QTest::newRow("other case") << "session=abc"_ba << false << ""_ba;
        QTest::newRow("no equals sign") << "SESSION"_ba << false << ""_ba;
        QTest::newRow("first wins") << "SESSION=1; SESSION=2"_ba << true << "1"_ba;
    }
    void cookies()
    {
        QFETCH(QByteArray, header);
        QFETCH(bool, present);
        const std::optional<QByteArray> found = cookie(header, "SESSION");
        QCOMPARE(found.has_value(), present);
        QTEST(found.value_or(QByteArray("")), "value");
    }

    void newCookies_data()
    {
        QTest::addColumn<bool>("secure");
        QTest::addColumn<int>("maxAge");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("session") << false << -1 << "SESSION=abc; Path=/; HttpOnly; SameSite=Lax"_ba;
        QTest::newRow("secure") << true << -1 << "SESSION=abc; Path=/; Secure; HttpOnly; SameSite=Lax"_ba;
        QTest::newRow("delete") << false << 0 << "SESSION=abc; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"_ba;
    }
    void newCookies()
    {
        QFETCH(bool, secure);
        QFETCH(int, maxAge);
        QTEST(setCookie("SESSION", "abc", { true, secure, maxAge }), "line");
    }

    void escapesHtml()
    {
        QCOMPARE(htmlEscaped("<a href=\"x\">R&D's</a>"), "&lt;a href=&quot;x&quot;&gt;R&amp;D&#39;s&lt;/a&gt;"_ba);
    }
};

QTEST_APPLESS_MAIN(TestForms)
#include "tst_forms.moc"
