// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/nonce.h"
#include "app/load/pagemarks.h"

#include <QTest>

#include <random>

using namespace ceteris::load;

class NonceTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenIsRead_data();
    void whatIsWrittenIsRead();
    void trialsAndArmsWriteEqualLengths();
    void otherTextsAreNoTokens_data();
    void otherTextsAreNoTokens();
    void everyChangedCharacterIsNoticed();
    void anotherKeyIsNotOurs();
    void hashesDependOnEverything();
    void anyTextCanBeRead();
    void marksAreRead_data();
    void marksAreRead();
};

static constexpr std::uint64_t key = 0x123456789abcdef;
static const Nonce usual { 0xdeadbeef, 12, 1, 4711, 2, 34 };

void NonceTest::whatIsWrittenIsRead_data()
{
    QTest::addColumn<Nonce>("nonce");
    QTest::newRow("usual") << usual;
    QTest::newRow("zeros") << Nonce {};
    QTest::newRow("large") << Nonce { 0xffffffff, INT_MAX, INT_MAX, INT_MAX, UINT_MAX, UINT_MAX };
}

void NonceTest::whatIsWrittenIsRead()
{
    QFETCH(Nonce, nonce);
    const auto read = readNonce(textOf(nonce, key), key);
    QVERIFY(read && read->isGenuine);
    QVERIFY(read->nonce == nonce);
    QVERIFY(textOf(usual, key).starts_with("c1.deadbeef.0012.01.4711.2.34."));
}

void NonceTest::trialsAndArmsWriteEqualLengths()
{
    const auto length = textOf(usual, key).size();
    QCOMPARE(textOf({ 1, 1, 0, 4711, 2, 34 }, key).size(), length);
    QCOMPARE(textOf({ 1, 9999, 11, 4711, 2, 34 }, key).size(), length);
}

void NonceTest::otherTextsAreNoTokens_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto good = QByteArray::fromStdString(textOf(usual, key));
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a word") << QByteArray("none yet");
    QTest::newRow("another form") << QByteArray("c2" + good.mid(2));
    QTest::newRow("cut off") << good.chopped(1);
    QTest::newRow("one more") << good + '0';
    QTest::newRow("one part more") << good + ".1";
    QTest::newRow("a part less") << QByteArray("c1.deadbeef.0012.01.4711.2.00000000");
    QTest::newRow("missing zeros") << QByteArray("c1.deadbeef.12.1.4711.2.34.00000000");
    QTest::newRow("leading zero") << QByteArray("c1.deadbeef.0012.01.04711.2.34.00000000");
    QTest::newRow("plus sign") << QByteArray("c1.deadbeef.+012.01.4711.2.34.00000000");
    QTest::newRow("no number") << QByteArray("c1.deadbeef.0012.0x.4711.2.34.00000000");
    QTest::newRow("too large") << QByteArray("c1.deadbeef.0012.01.99999999999.2.34.00000000");
    QTest::newRow("capitals") << QByteArray("c1.DEADBEEF.0012.01.4711.2.34.00000000");
}

void NonceTest::otherTextsAreNoTokens()
{
    QFETCH(QByteArray, text);
    QVERIFY(!readNonce(text.toStdString(), key));
}

void NonceTest::everyChangedCharacterIsNoticed()
{
    const auto good = textOf(usual, key);
    for (std::size_t i = 0; i < good.size(); ++i) {
        for (const char c : { '0', '1', '7', 'a', 'f', '.' }) {
            auto changed = good;
            changed[i] = c;
            const auto read = readNonce(changed, key);
            QVERIFY2(changed == good || !read || !read->isGenuine, changed.c_str());
        }
    }
}

void NonceTest::anotherKeyIsNotOurs()
{
    const auto read = readNonce(textOf(usual, key + 1), key);
    QVERIFY(read);
    QVERIFY(!read->isGenuine);
    QVERIFY(read->nonce == usual);
}

void NonceTest::hashesDependOnEverything()
{
    QVERIFY(keyedHash("a", 1) != keyedHash("a", 2));
    QVERIFY(keyedHash("a", 1) != keyedHash(std::string_view("a\0", 2), 1));
    QVERIFY(keyedHash("12345678a", 1) != keyedHash("12345678b", 1));
    QVERIFY(keyedHash("12345678abcdefgh", 1) != keyedHash("abcdefgh12345678", 1));
    QVERIFY(runNumber("20261122-01") != runNumber("20261122-02"));
}

void NonceTest::anyTextCanBeRead()
{
    std::mt19937_64 random(1);
    const auto good = textOf(usual, key);
    constexpr std::string_view alphabet = "c1.0123456789abcdef-+& \"<>";
    for (int round = 0; round < 20'000; ++round) {
        auto text = good;
        for (auto changes = random() % 6; changes > 0; --changes) {
            const auto at = random() % (text.size() + 1);
            if (random() % 3 == 0 && at < text.size())
                text.erase(at, random() % 5);
            else
                text.insert(at, 1, alphabet[random() % alphabet.size()]);
        }
        if (const auto read = readNonce(text, key); read && read->isGenuine)
            QCOMPARE(text, good);
        const std::string page = "<h1 data-user=\"" + text + "\" data-visits=\"" + text.substr(0, 2) + text;
        [[maybe_unused]] const auto marks = marksOf(page);
    }
}

void NonceTest::marksAreRead_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QByteArray>("user"); // "-": not there
    QTest::addColumn<int>("visits"); // -1: not there
    QTest::addColumn<int>("count");
    QTest::addColumn<QByteArray>("last");
    QTest::newRow("all") << QByteArray(
        R"(<p><h1 data-user="user7" data-visits="3" data-count="0" data-last="c1.x">user7</h1>)")
                         << QByteArray("user7") << 3 << 0 << QByteArray("c1.x");
    QTest::newRow("only the user") << QByteArray(R"(<h1 data-user="user7">)") << QByteArray("user7") << -1 << -1
                                   << QByteArray("-");
    QTest::newRow("in another tag") << QByteArray(R"(<h1 data-user="a"><b data-visits="3">)") << QByteArray("a") << -1
                                    << -1 << QByteArray("-");
    QTest::newRow("no numbers") << QByteArray(R"(<h1 data-user="" data-visits="3x" data-count="" data-last="">)")
                                << QByteArray("") << -1 << -1 << QByteArray("");
    QTest::newRow("cut off") << QByteArray(R"(<h1 data-user="a" data-visits="3)") << QByteArray("a") << -1 << -1
                             << QByteArray("-");
    QTest::newRow("not closed") << QByteArray(R"(<h1 data-user="a)") << QByteArray("-") << -1 << -1 << QByteArray("-");
    QTest::newRow("nothing") << QByteArray("<p>") << QByteArray("-") << -1 << -1 << QByteArray("-");
}

void NonceTest::marksAreRead()
{
    QFETCH(QByteArray, page);
    QFETCH(QByteArray, user);
    QFETCH(int, visits);
    QFETCH(int, count);
    QFETCH(QByteArray, last);
    const auto text = page.toStdString();
    const auto marks = marksOf(text);
    QCOMPARE(std::string(marks.user.value_or("-")), user.toStdString());
    QCOMPARE(std::int64_t(marks.visits.value_or(std::uint64_t(-1))), std::int64_t(visits));
    QCOMPARE(std::int64_t(marks.count.value_or(std::uint64_t(-1))), std::int64_t(count));
    QCOMPARE(std::string(marks.last.value_or("-")), last.toStdString());
}

QTEST_APPLESS_MAIN(NonceTest)
#include "tst_nonce.moc"
