// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/page.h"

#include <QByteArray>
#include <QTest>

#include <random>

using namespace ceteris::load;

class PageTest : public QObject
{
    Q_OBJECT

private slots:
    void fieldsAreFound_data();
    void fieldsAreFound();
    void anyInputIsSurvived();
    void formsAreEncoded_data();
    void formsAreEncoded();
    void pathsAreCutOut_data();
    void pathsAreCutOut();
};

void PageTest::fieldsAreFound_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char* name, const char* page, const char* value) {
        QTest::newRow(name) << QByteArray(page) << QByteArray(value);
    };
    row("hidden field", R"(<p><input type="hidden" name="_csrf" value="abc-123"></p>)", "abc-123");
    row("value first", R"(<input value="abc" type="hidden" name="_csrf"/>)", "abc");
    row("single quotes", R"(<input name='_csrf' value='abc'>)", "abc");
    row("no quotes", R"(<input type=hidden name=_csrf value=abc>)", "abc");
    row("over lines", "<input\n  name=\"_csrf\"\n\tvalue=\"abc\"\n>", "abc");
    row("spaces around =", R"(<input name = "_csrf" value = "abc">)", "abc");
    row("attribute without value", R"(<input hidden name="_csrf" value="abc" required>)", "abc");
    row("meta tag", R"(<meta name="_csrf" content="abc">)", "abc");
    row("> in a value", R"(<input data-x="a>b" name="_csrf" value="c>d">)", "c>d");
    row("character references", R"(<input name="_csrf" value="a&amp;b&#43;c&#x2F;d&quot;&lt;">)", "a&b+c/d\"<");
    row("no reference", R"(<input name="_csrf" value="a&b;&#xyz;&">)", "a&b;&#xyz;&");
    row("another field first", R"(<input name="x" value="no"><input name="_csrf" value="yes">)", "yes");
    row("a longer name", R"(<input name="_csrf_header" value="no"><input name="_csrf" value="yes">)", "yes");
    row("the name in a text", R"(_csrf <b>_csrf</b><input name="_csrf" value="yes">)", "yes");
    row("the name in a value", R"(<input name="x" value="_csrf"><input name="_csrf" value="yes">)", "yes");
    row("absent", R"(<input name="user" value="abc">)", "");
    row("without a value", R"(<input name="_csrf">)", "");
    row("not closed", R"(<input name="_csrf" value="abc")", "");
    row("quote not closed", R"(<input name="_csrf" value="abc>)", "");
    row("empty", "", "");
}

void PageTest::fieldsAreFound()
{
    QFETCH(QByteArray, page);
    QFETCH(QByteArray, value);
    QCOMPARE(QByteArray::fromStdString(fieldValue(page.toStdString(), "_csrf")), value);
    QVERIFY(fieldValue(page.toStdString(), "").empty());
}

// Cut, doubled and shuffled pieces of what a page is made of: nothing to assert but the end (and the sanitizers).
void PageTest::anyInputIsSurvived()
{
    static constexpr std::array<std::string_view, 16> pieces { "<", ">", "<input ", "name", "=", "\"", "'", "_csrf",
        "value=", " ", "/", "&", "&#", "x41;", "content=\"a\"", std::string_view("\0\xff", 2) };
    std::mt19937 random(1);
    std::size_t found = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string page;
        for (auto left = random() % 24; left > 0; --left)
            page += pieces[random() % pieces.size()];
        found += fieldValue(page, "_csrf").size();
        found += pathOf(page).size();
    }
    QVERIFY(found > 0);
}

void PageTest::formsAreEncoded_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("encoded");

    QTest::newRow("plain") << QByteArray("user1-a_b.c") << QByteArray("first=1&name=user1-a_b.c");
    QTest::newRow("empty") << QByteArray() << QByteArray("first=1&name=");
    QTest::newRow("special") << QByteArray("a b&c=d+e%") << QByteArray("first=1&name=a%20b%26c%3Dd%2Be%25");
    QTest::newRow("UTF-8") << QByteArray("\xc3\xa9") << QByteArray("first=1&name=%C3%A9");
}

void PageTest::formsAreEncoded()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, encoded);
    std::string form;
    addFormField(form, "first", "1");
    addFormField(form, "name", value.toStdString());
    QCOMPARE(QByteArray::fromStdString(form), encoded);
}

void PageTest::pathsAreCutOut_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("path");
    const auto row
        = [](const char* url, const char* path) { QTest::newRow(url) << QByteArray(url) << QByteArray(path); };
    row("http://127.0.0.1:8080/auth/login?error#top", "/auth/login");
    row("/auth/login", "/auth/login");
    row("http://host/login;jsessionid=1", "/login");
    row("http://host", "/");
    row("http://host?to=http://other/login", "/");
    row("/here?to=http://other/login", "/here");
}

void PageTest::pathsAreCutOut()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, path);
    const auto text = url.toStdString();
    const auto found = pathOf(text);
    QCOMPARE(QByteArray(found.data(), qsizetype(found.size())), path);
}

QTEST_APPLESS_MAIN(PageTest)
#include "tst_page.moc"
