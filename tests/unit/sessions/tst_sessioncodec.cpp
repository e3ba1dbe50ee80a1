// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/codecs/jsonvalue.h"
#include "server/sessions/codecs/springhash.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace ceteris::sessions;

Q_DECLARE_METATYPE(Value)

namespace {

Session aSession()
{
    return { "AAAAAAAAAAAAAAAAAAAAAA"_ba, 1000, 2000, 1800, { { "user"_ba, "user1"_ba }, { "visits"_ba, 3 } } };
}

} // namespace

class TestSessionCodec : public QObject
{
    Q_OBJECT

private slots:
    void writesAndReads_data()
    {
        QTest::addColumn<Value>("value");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("number") << Value(42) << "42"_ba;
        QTest::newRow("negative") << Value(-42) << "-42"_ba;
        QTest::newRow("least") << Value(std::numeric_limits<qint64>::min()) << "-9223372036854775808"_ba;
        QTest::newRow("text") << Value("user1"_ba) << "\"user1\""_ba;
        QTest::newRow("empty text") << Value(""_ba) << "\"\""_ba;
        QTest::newRow("quote") << Value("a\"\\"_ba) << "\"a\\\"\\\\\""_ba;
        QTest::newRow("controls") << Value("\r\n\t\x1f\0"_ba) << "\"\\r\\n\\t\\u001f\\u0000\""_ba;
        QTest::newRow("unicode") << Value("\xf0\x9f\x98\x80"_ba) << "\"\xf0\x9f\x98\x80\""_ba;
        QTest::newRow("bytes") << Value(Bytes { "\x89PNG"_ba }) << "[\"[B\",\"iVBORw==\"]"_ba;
        QTest::newRow("no bytes") << Value(Bytes {}) << "[\"[B\",\"\"]"_ba;
    }

    void writesAndReads()
    {
        QFETCH(Value, value);
        QFETCH(QByteArray, json);
        QCOMPARE(toJson(value), json);
        QVERIFY(valueFromJson(json) == value);
    }

    void readsWhatOthersEscape()
    {
        QVERIFY(valueFromJson("\"\\u00e9\\/\\b\\ud83d\\ude00\"") == Value("\xc3\xa9/\b\xf0\x9f\x98\x80"_ba));
    }

    void replacesWhatIsNotUtf8() { QCOMPARE(toJson(Value("a\xff\xfez"_ba)), "\"a\xef\xbf\xbd\xef\xbf\xbdz\""_ba); }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const auto& json : { ""_ba, " 1"_ba, "+1"_ba, "1.5"_ba, "1e3"_ba, "9223372036854775808"_ba, "true"_ba,
                 "null"_ba, "{}"_ba, "[]"_ba, "\""_ba, "\"a"_ba, "\"a\",\"b\""_ba, "\"a\\\""_ba, "\"\xff\""_ba,
                 "[\"[B\",\"!!!!\"]"_ba, "[\"[B\",1]"_ba, "[\"[B\",\"\""_ba, "[\"java.util.Date\",1]"_ba,
                 "{\"@class\":\"javax.script.ScriptEngineManager\"}"_ba, "\xac\xed\x00\x05t\x00\x01x"_ba,
                 QByteArray(10000, '[') })
            QTest::addRow("%s", json.left(40).toPercentEncoding().constData()) << json;
    }

    void refuses()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!valueFromJson(json));
    }

    // Random texts come back as they were, are JSON to another parser, and no random bytes crash the reader.
    void survivesRandomInput()
    {
        std::mt19937 random(20240601);
        for (int round = 0; round < 20'000; ++round) {
            QByteArray noise(static_cast<qsizetype>(random() % 40), Qt::Uninitialized);
            std::ranges::generate(noise, [&] { return static_cast<char>(random()); });
            const auto bytes = Value(Bytes { noise });
            QVERIFY(valueFromJson(toJson(bytes)) == bytes);

            const auto text = QString::fromLatin1(noise).toUtf8();
            const auto json = toJson(Value(text));
            QVERIFY(valueFromJson(json) == Value(text));
            QCOMPARE(QJsonDocument::fromJson('[' + json + ']').array().first().toString().toUtf8(), text);

            valueFromJson(noise);
            valueFromJson(QByteArray('"' + noise + '"'));
            valueFromJson(QByteArray("[\"[B\",\"" + noise + "\"]"));
            auto damaged = json;
            damaged[static_cast<qsizetype>(random() % static_cast<unsigned>(damaged.size()))]
                = static_cast<char>(random());
            if (const auto read = valueFromJson(damaged))
                QVERIFY(valueFromJson(toJson(*read)) == read);
        }
    }

    void writesTheHash()
    {
        auto session = aSession();
        session.attributes.remove("visits"_ba);
        const HashFields expected { "creationTime"_ba, "1000"_ba, "lastAccessedTime"_ba, "2000"_ba,
            "maxInactiveInterval"_ba, "1800"_ba, "sessionAttr:user"_ba, "\"user1\""_ba };
        QCOMPARE(toHash(session), expected);
    }

    void writesTheDelta()
    {
        const Delta delta { {}, 1000, 2000, 1800, { { "visits"_ba, 4 } }, { "user"_ba } };
        const HashFields expected { "lastAccessedTime"_ba, "2000"_ba, "sessionAttr:visits"_ba, "4"_ba,
            "sessionAttr:user"_ba, ""_ba };
        QCOMPARE(toHash(delta), expected);
    }

    void readsTheHash()
    {
        const auto session = aSession();
        auto fields = toHash(session);
        fields << "sessionAttr:removed"_ba
               << ""_ba
               << "sessionAttr:odd"_ba
               << "{}"_ba
               << "unknown"_ba
               << "1"_ba;
        QVERIFY(sessionFromHash(session.id, fields) == session);
    }

    void refusesHalfASession_data()
    {
        QTest::addColumn<int>("field");
        QTest::addColumn<QByteArray>("value"); // null: the field is not there
        for (int field = 0; field < 3; ++field) {
            QTest::addRow("%d missing", field) << field << QByteArray();
            QTest::addRow("%d text", field) << field << "\"1\""_ba;
            QTest::addRow("%d empty", field) << field << ""_ba;
        }
        QTest::addRow("interval too large") << 2 << "2147483648"_ba;
    }

    void refusesHalfASession()
    {
        QFETCH(int, field);
        QFETCH(QByteArray, value);
        auto fields = toHash(aSession());
        fields[2 * field + 1] = value;
        if (value.isNull())
            fields.remove(2 * field, 2);
        QVERIFY(!sessionFromHash("id"_ba, fields));
    }
};

QTEST_GUILESS_MAIN(TestSessionCodec)
#include "tst_sessioncodec.moc"
