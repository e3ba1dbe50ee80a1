// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/codecs/connectblob.h"
#include "server/sessions/codecs/jdkvalue.h"
#include "server/sessions/codecs/springhash.h"
#include "server/sessions/codecs/typedjson.h"
#include "server/sessions/codecs/valuecodec.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <random>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace ceteris::sessions;

namespace {

constexpr qint64 aMoment = 1'800'000'000'123;

const auto longHex = "aced00057372000e6a6176612e6c616e672e4c6f6e673b8be490cc8f23df0200014a000576616c75657872"
                     "00106a6176612e6c616e672e4e756d62657286ac951d0b94e08b0200007870"_ba;
const auto integerHex = "aced0005737200116a6176612e6c616e672e496e746567657212e2a0a4f781873802000149000576616c"
                        "7565787200106a6176612e6c616e672e4e756d62657286ac951d0b94e08b0200007870"_ba;
const auto bytesHex = "aced0005757200025b42acf317f8060854e00200007870"_ba;

// With ' for ", because moc cannot read raw strings.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray hexOf(const Value& value)
{
    return toJdk(value).toHex();
}

qint64 peakMemoryKib()
{
    rusage usage {};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

} // namespace

class TestSessionValues : public QObject
{
    Q_OBJECT

private slots:
    void writesWhatJavaWrites()
    {
        QCOMPARE(hexOf(qint64 { 258 }), longHex + "0000000000000102");
        QCOMPARE(hexOf(qint64 { -1 }), longHex + "ffffffffffffffff");
        QCOMPARE(integerToJdk(1800).toHex(), integerHex + "00000708");
        QCOMPARE(hexOf("user1"_ba), "aced00057400057573657231"_ba);
        QCOMPARE(hexOf(""_ba), "aced0005740000"_ba);
        QCOMPARE(hexOf("\xc3\xa9\0"_ba), "aced0005740004c3a9c080"_ba); // NUL takes two bytes
        QCOMPARE(hexOf("\xf0\x9f\x98\x80"_ba), "aced0005740006eda0bdedb880"_ba); // a surrogate pair six
        QCOMPARE(hexOf(Bytes { "\x89PNG"_ba }), bytesHex + "0000000489504e47");
        QCOMPARE(hexOf(QByteArray(0x10000, 'a')).first(26), "aced00057c0000000000010000"_ba);
        QCOMPARE(toJdk(qint64 { 1 }).size(), 82); // above hash-max-listpack-value: why such a hash is no listpack
        QCOMPARE(integerToJdk(1).size(), 81);
    }

    void readsIntegers() { QVERIFY(valueFromJdk(integerToJdk(-5)) == Value(qint64 { -5 })); }

    void refusesOtherStreams_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("nothing") << ""_ba;
        QTest::newRow("head only") << "aced0005"_ba;
        QTest::newRow("null") << "aced000570"_ba;
        QTest::newRow("too short a long") << QByteArray(longHex + "00000000000001");
        QTest::newRow("too long a long") << QByteArray(longHex + "000000000000010200");
        QTest::newRow("another serialVersionUID")
            << QByteArray(longHex).replace("3b8be490", "3b8be491") + "0000000000000102";
        QTest::newRow("text shorter than it says") << "aced000574000675736572"_ba;
        QTest::newRow("text longer than it says") << "aced000574000175736572"_ba;
        QTest::newRow("huge length") << "aced00057cffffffffffffffff61"_ba;
        QTest::newRow("broken text") << "aced0005740002c328"_ba;
        QTest::newRow("cut text") << "aced0005740001e3"_ba;
        QTest::newRow("four byte text") << "aced0005740004f09f9880"_ba;
        QTest::newRow("huge array") << QByteArray(bytesHex + "ffffffff00");
        QTest::newRow("HashMap") << "aced0005737200116a6176612e7574696c2e486173684d61700507dac1c31660d103000246"_ba;
        QTest::newRow("no Java") << "2275736572312200"_ba;
    }

    void refusesOtherStreams()
    {
        QFETCH(QByteArray, hex);
        QVERIFY(!valueFromJdk(QByteArray::fromHex(hex)));
    }

    void namesTheClass()
    {
        QCOMPARE(jdkClassName(QByteArray::fromHex("aced0005737200116a6176612e7574696c2e486173684d6170")),
            "java.util.HashMap"_ba);
        QCOMPARE(jdkClassName(QByteArray::fromHex("aced00057372ffff6a")), ""_ba);
        QCOMPARE(jdkClassName("user1"), ""_ba);
    }

    void roundTripsAndSurvivesNoise()
    {
        std::mt19937 random(20261122);
        for (int round = 0; round < 20'000; ++round) {
            QByteArray noise(static_cast<qsizetype>(random() % 60), Qt::Uninitialized);
            std::ranges::generate(noise, [&] { return static_cast<char>(random()); });
            const auto text = QString::fromLatin1(noise).toUtf8();
            QVERIFY(valueFromJdk(toJdk(text)) == Value(text));
            QVERIFY(valueFromJdk(toJdk(Bytes { noise })) == Value(Bytes { noise }));
            auto damaged = round % 2 ? toJdk(text) : toJdk(static_cast<qint64>(random()));
            damaged[static_cast<qsizetype>(random() % static_cast<unsigned>(damaged.size()))]
                = static_cast<char>(random());
            valueFromJdk(damaged);
            jdkClassName(damaged);
            valueFromJdk(QByteArray("\xac\xed\x00\x05"_ba + noise));
        }
    }

    void isReadByJava()
    {
        const auto java = QStandardPaths::findExecutable(u"java"_s);
        if (java.isEmpty() || QStandardPaths::findExecutable(u"javac"_s).isEmpty())
            QSKIP("There is no JDK; on Debian: apt install openjdk-17-jdk-headless");
        const QList<std::pair<QByteArray, QByteArray>> values { { "java.lang.Long 2d39"_ba, toJdk(qint64 { -9 }) },
            { "java.lang.Integer 31383030"_ba, integerToJdk(1800) },
            { "java.lang.String 7573657231"_ba, toJdk("user1"_ba) },
            { "java.lang.String "_ba + "한\0\xf0\x9f\x98\x80"_ba.toHex(), toJdk("한\0\xf0\x9f\x98\x80"_ba) },
            { "java.lang.String "_ba + QByteArray(70'000, 'a').toHex(), toJdk(QByteArray(70'000, 'a')) },
            { "[B 00ff"_ba, toJdk(Bytes { "\0\xff"_ba }) } };
        QProcess program;
        program.start(java,
            { u"-Xshare:auto"_s, u"-XX:TieredStopAtLevel=1"_s,
                u"" CETERIS_SOURCE_DIR "/tests/data/jdk/ReadValues.java"_s });
        for (const auto& [expected, stream] : values)
            program.write(stream.toHex() + '\n');
        program.closeWriteChannel();
        QVERIFY2(program.waitForFinished(60'000), qPrintable(program.errorString()));
        const auto lines = program.readAllStandardOutput().split('\n');
        QVERIFY2(lines.size() == values.size() + 1, program.readAllStandardError().constData());
        for (qsizetype i = 0; i < values.size(); ++i) // what Java writes is ours, byte for byte
            QCOMPARE(lines[i], QByteArray(values[i].first + ' ' + values[i].second.toHex()));
    }

    void letsInKnownTypes_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("allowed");
        const auto row
            = [](const QByteArray& text, bool allowed) { QTest::newRow(text.constData()) << text << allowed; };
        row("true", true);
        row("null", true);
        row("1.5", true);
        row(json("{'@class':'java.util.HashMap','a':1,'b':['java.util.ArrayList',['x','y']]}"), true);
        row(json("['java.util.HashSet',[['java.lang.Long',5],{'@class':'java.util.TreeMap'}]]"), true);
        row(json("['java.lang.Double',1.5]"), true);
        row(json("{'@class':'ceteris.Cart','items':['java.util.ArrayList',[]]}"), true);
        row(json("{}"), false);
        row(json("[]"), false);
        row(json("{'a':1}"), false);
        row(json("{'@class':'javax.script.ScriptEngineManager'}"), false);
        row(json("{'@class':'java.lang.Runtime'}"), false);
        row(json("['java.lang.ProcessBuilder',['sh','-c','id']]"), false);
        row(json("['java.lang.Long',{'@class':'java.util.HashMap'}]"), false);
        row(json("{'@class':'java.util.HashMap','a':{'@class':'com.sun.rowset.JdbcRowSetImpl','dataSourceName':'x'}}"),
            false);
        row(json("{'@class':'java.util.HashMap','a':['java.util.ArrayList',[['org.example.Evil',{}]]]}"), false);
        row(json("{'@class':'java.util.HashMap\\u0000'}"), false);
        row(json("{'@class':7}"), false);
        row(json("['java.util.ArrayList',{'@class':'java.util.HashMap'}]"), false);
        row(json("1,2"), false);
        row(json("{'@class':'java.util.HashMap'"), false);
        row("", false);
    }

    void letsInKnownTypes()
    {
        QFETCH(QByteArray, json);
        QTEST(namesOnlyAllowedTypes(json), "allowed");
    }

    // Row 23 of the security list: gadgets, deep nesting and 64 MiB are refused, counted, and take no memory to refuse.
    void refusesAndCounts()
    {
        const ValueCodec spring;
        const ValueCodec jdk { ValueForm::Jdk };
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"of a type that is never read"_s));
        QVERIFY(
            !spring.decode(json("{'@class':'org.springframework.context.support.ClassPathXmlApplicationContext'}")));
        QCOMPARE(spring.refused->load(), 1);
        const QByteArray deep = QByteArray(10'000, '[') + QByteArray(10'000, ']');
        const QByteArray deepMaps
            = QByteArray(json("{'@class':'java.util.HashMap','a':")).repeated(10'000) + '1' + QByteArray(10'000, '}');
        QVERIFY(!spring.decode(deep));
        QVERIFY(!spring.decode(deepMaps));
        QVERIFY(!spring.decode(json("{'@class':'java.util.HashMap','a':1}"))); // nothing a Value holds, but nothing bad
        QVERIFY(!spring.decode("")); // removed
        QCOMPARE(spring.refused->load(), 3);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"never read \"org.example.Cart\""_s));
        QVERIFY(!jdk.decode(QByteArray("\xac\xed\x00\x05sr\x00\x10org.example.Cart\x01\x02"_ba)));
        QCOMPARE(jdk.refused->load(), 1);

        const QByteArray huge
            = json("{'@class':'java.util.HashMap','a':[") + QByteArray("1,").repeated(32 << 20) + "1]}";
        const auto before = peakMemoryKib();
        QVERIFY(!spring.decode(huge));
        QVERIFY(peakMemoryKib() - before < 1024);
        QCOMPARE(spring.refused->load(), 4);
    }

    void leavesARefusedAttributeOut()
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"of a type that is never read"_s));
        const ValueCodec codec;
        const Session session { "AAAAAAAAAAAAAAAAAAAAAA"_ba, 1000, 2000, 1800, { { "user"_ba, "user1"_ba } } };
        auto fields = toHash(session, codec);
        fields << "sessionAttr:evil"_ba << json("['javax.script.ScriptEngineManager',[]]");
        fields << "sessionAttr:removed"_ba
               << ""_ba;
        QVERIFY(sessionFromHash(session.id, fields, codec) == session);
        QCOMPARE(codec.refused->load(), 1);
    }

    void writesASessionOfExpress()
    {
        const Session session { "id"_ba, aMoment, aMoment, 1800, { { "user"_ba, "user1"_ba }, { "visits"_ba, 3 } } };
        QCOMPARE(toConnectBlob(session),
            json("{'cookie':{'expires':'2027-01-15T08:30:00.123Z','httpOnly':true,'originalMaxAge':1800000,'path':'/'},"
                 "'createdMs':1800000000123,'user':'user1','visits':3}"));
        QVERIFY(sessionFromConnectBlob("id"_ba, toConnectBlob(session), aMoment) == session);
    }

    void keepsWhatOnlyExpressUnderstands()
    {
        const auto theirs
            = json("{'cookie':{'originalMaxAge':60000,'expires':'2027-01-15T08:01:00.123Z','secure':false,"
                   "'httpOnly':true,'path':'/','sameSite':'lax'},'passport':{'user':7},'ratio':1.5,'admin':true,"
                   "'visits':1,'tags':['a','b']}");
        auto session = sessionFromConnectBlob("id"_ba, theirs, aMoment);
        QVERIFY(session);
        QVERIFY(session->attributes == (Attributes { { "visits"_ba, 1 } }));
        QCOMPARE(session->maxInactiveS, 60);
        QCOMPARE(session->lastAccessedMs, aMoment);
        session->attributes.insert("visits"_ba, 2);
        auto expected = QJsonDocument::fromJson(theirs).object();
        expected.insert("visits"_L1, 2);
        expected.insert("createdMs"_L1, aMoment);
        QCOMPARE(QJsonDocument::fromJson(toConnectBlob(*session)).object(), expected);
    }

    void takesADayWithoutAMaximumAge()
    {
        const auto blob
            = json("{'cookie':{'originalMaxAge':null,'expires':null,'httpOnly':true,'path':'/'},'user':'a'}");
        const auto session = sessionFromConnectBlob("id"_ba, blob, aMoment);
        QVERIFY(session);
        QCOMPARE(session->maxInactiveS, 86'400);
        QCOMPARE(session->createdMs, aMoment);
        QCOMPARE(QJsonDocument::fromJson(toConnectBlob(*session)).object().value("cookie"_L1),
            QJsonDocument::fromJson(blob).object().value("cookie"_L1));
    }

    void refusesWhatIsNoSession_data()
    {
        QTest::addColumn<QByteArray>("blob");
        for (const auto& blob : { ""_ba, "null"_ba, "[]"_ba, "{}"_ba, json("{'cookie':1}"), json("{'cookie':{}"),
                 json("{'user':'a'}"), "\xff{\"cookie\":{}}"_ba })
            QTest::addRow("%s", blob.toPercentEncoding().constData()) << blob;
        QTest::newRow("deep") << QByteArray(json("{'cookie':")).repeated(10'000) + '1' + QByteArray(10'000, '}');
        QTest::newRow("too long") << json("{'cookie':{},'a':'") + QByteArray(9 << 20, 'a') + "\"}";
    }

    void refusesWhatIsNoSession()
    {
        QFETCH(QByteArray, blob);
        QVERIFY(!sessionFromConnectBlob("id"_ba, blob, aMoment));
    }
};

QTEST_GUILESS_MAIN(TestSessionValues)
#include "tst_sessionvalues.moc"
