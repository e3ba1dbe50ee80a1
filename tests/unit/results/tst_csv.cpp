// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/csv.h"

#include <QTest>

#include <random>

using namespace ceteris::results;
using namespace Qt::StringLiterals;

using Rows = QList<QStringList>;

namespace {

Rows parsed(const QByteArray& bytes)
{
    Rows rows;
    CsvReader reader(bytes);
    while (const auto cells = reader.next())
        rows += *cells;
    return rows;
}

} // namespace

class TestCsv : public QObject
{
    Q_OBJECT
private slots:
    void writesRfc4180_data();
    void writesRfc4180();
    void reads_data();
    void reads();
    void leavesTheTornRow();
    void formulasAreGuarded_data();
    void formulasAreGuarded();
    void anythingComesBack();
    void readsNoise();
};

void TestCsv::writesRfc4180_data()
{
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("plain") << QStringList { u"a"_s, u"1.5"_s, u""_s } << QByteArray("a,1.5,\r\n");
    QTest::newRow("comma") << QStringList { u"a,b"_s } << QByteArray("\"a,b\"\r\n");
    QTest::newRow("quote") << QStringList { u"say \"hi\""_s } << QByteArray("\"say \"\"hi\"\"\"\r\n");
    QTest::newRow("line end") << QStringList { u"a\r\nb"_s, u"c"_s } << QByteArray("\"a\r\nb\",c\r\n");
    QTest::newRow("CR") << QStringList { u"a\rb"_s } << QByteArray("\"a\rb\"\r\n");
    QTest::newRow("UTF-8") << QStringList { u"메모리"_s } << QByteArray("\xEB\xA9\x94\xEB\xAA\xA8\xEB\xA6\xAC\r\n");
    QTest::newRow("one empty cell") << QStringList { QString() } << QByteArray("\r\n");
}

void TestCsv::writesRfc4180()
{
    QFETCH(QStringList, cells);
    QFETCH(QByteArray, row);
    QCOMPARE(csvRow(cells), row);
    QCOMPARE(parsed(row), Rows { cells });
}

void TestCsv::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Rows>("rows");
    QTest::newRow("nothing") << QByteArray() << Rows();
    QTest::newRow("LF") << QByteArray("a,b\nc,d\n") << Rows { { u"a"_s, u"b"_s }, { u"c"_s, u"d"_s } };
    QTest::newRow("CR inside") << QByteArray("a\rb\r\n") << Rows { { u"a\rb"_s } };
    QTest::newRow("quoted CR at the end") << QByteArray("\"a\r\"\n") << Rows { { u"a\r"_s } };
    QTest::newRow("quote inside") << QByteArray("a\"b,c\r\n") << Rows { { u"a\"b"_s, u"c"_s } };
    QTest::newRow("text behind quotes") << QByteArray("\"a\"b,c\r\n") << Rows { { u"ab"_s, u"c"_s } };
    QTest::newRow("torn") << QByteArray("a\r\nb") << Rows { { u"a"_s } };
    QTest::newRow("torn in quotes") << QByteArray("a\r\n\"b\r\nc\r\n") << Rows { { u"a"_s } };
}

void TestCsv::reads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Rows, rows);
    QCOMPARE(parsed(bytes), rows);
}

void TestCsv::leavesTheTornRow()
{
    const QByteArray whole("x,\"1\r\n2\"\r\n");
    const QByteArray bytes = whole + whole;
    for (qsizetype size = 0; size <= bytes.size(); ++size) {
        CsvReader reader(QByteArrayView(bytes).first(size));
        while (reader.next()) { }
        QCOMPARE(reader.offset(), size / whole.size() * whole.size());
    }
}

void TestCsv::formulasAreGuarded_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cell");
    QTest::newRow("plain") << u"redis"_s << u"redis"_s;
    QTest::newRow("empty") << u""_s << u""_s;
    QTest::newRow("=") << u"=1+1"_s << u"'=1+1"_s;
    QTest::newRow("+") << u"+x"_s << u"'+x"_s;
    QTest::newRow("-") << u"-x"_s << u"'-x"_s;
    QTest::newRow("@") << u"@x"_s << u"'@x"_s;
    QTest::newRow("already guarded") << u"'=x"_s << u"''=x"_s;
    QTest::newRow("apostrophe") << u"'tis"_s << u"'tis"_s;
    QTest::newRow("inside") << u"a=b"_s << u"a=b"_s;
}

void TestCsv::formulasAreGuarded()
{
    QFETCH(QString, text);
    QFETCH(QString, cell);
    QCOMPARE(guarded(text), cell);
    QCOMPARE(unguarded(cell), text);
}

void TestCsv::anythingComesBack()
{
    std::mt19937 random(5);
    const auto alphabet = u"ab,\"\r\n'=+-@ é메"_s;
    for (int round = 0; round < 2000; ++round) {
        QStringList cells;
        for (auto i = 1 + random() % 5; i > 0; --i) {
            QString text;
            for (auto length = random() % 8; length > 0; --length)
                text += alphabet[static_cast<qsizetype>(random()) % alphabet.size()];
            QCOMPARE(unguarded(guarded(text)), text);
            cells += guarded(text);
        }
        QCOMPARE(parsed(csvRow(cells) + csvRow(cells)), (Rows { cells, cells }));
    }
}

void TestCsv::readsNoise()
{
    std::mt19937 random(6);
    const QByteArray alphabet("a,\"\r\n\0\xff\xc3", 8);
    for (int round = 0; round < 5000; ++round) {
        QByteArray noise;
        for (auto length = random() % 60; length > 0; --length)
            noise += alphabet[static_cast<qsizetype>(random()) % alphabet.size()];
        const auto rows = parsed(noise);
        QByteArray again;
        for (const auto& cells : rows)
            again += csvRow(cells);
        QCOMPARE(parsed(again), rows);
    }
}

QTEST_APPLESS_MAIN(TestCsv)
#include "tst_csv.moc"
