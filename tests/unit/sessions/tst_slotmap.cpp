// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/clustercommand.h"
#include "server/sessions/stores/slotmap.h"

#include <QTest>

#include <hiredis/hiredis.h>

#include <memory>

using namespace Qt::StringLiterals;
using namespace ceteris::sessions;

namespace {

using Reply = std::unique_ptr<void, decltype(&freeReplyObject)>;

// The reply that hiredis makes of what a server writes.
Reply parsed(const QByteArray& resp)
{
    const std::unique_ptr<redisReader, decltype(&redisReaderFree)> reader(redisReaderCreate(), &redisReaderFree);
    redisReaderFeed(reader.get(), resp.constData(), static_cast<std::size_t>(resp.size()));
    void* reply = nullptr;
    redisReaderGetReply(reader.get(), &reply);
    return { reply, &freeReplyObject };
}

std::optional<SlotMap> mapOf(const QByteArray& resp)
{
    const auto reply = parsed(resp);
    return SlotMap::fromReply(static_cast<const redisReply*>(reply.get()), "asked"_ba);
}

QByteArray text(const QByteArray& bytes)
{
    return '$' + QByteArray::number(bytes.size()) + "\r\n" + bytes + "\r\n";
}

QByteArray range(int first, int last, const QByteArray& host, int port)
{
    const auto number = [](int value) -> QByteArray { return ':' + QByteArray::number(value) + "\r\n"; };
    const QByteArray master = "*3\r\n" + host + number(port) + text("id");
    return "*3\r\n" + number(first) + number(last) + master;
}

} // namespace

class TestSlotMap : public QObject
{
    Q_OBJECT

private slots:
    void sumsAsXmodem_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<quint16>("sum");
        QTest::newRow("nothing") << ""_ba << quint16 { 0 };
        QTest::newRow("one") << "A"_ba << quint16 { 0x58E5 };
        QTest::newRow("check value") << "123456789"_ba << quint16 { 0x31C3 };
        QTest::newRow("not ASCII") << "\xff\xfe"_ba << quint16 { 0x0D2E };
    }

    void sumsAsXmodem()
    {
        QFETCH(const QByteArray, bytes);
        QTEST(crc16(bytes), "sum");
    }

    void findsTheSlot_data() // as CLUSTER KEYSLOT of Redis 7.0 says
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<int>("slot");
        QTest::newRow("plain") << "foo"_ba << 12182;
        QTest::newRow("all of it") << "123456789"_ba << 12739;
        QTest::newRow("tag") << "{user1000}.following"_ba << 3443;
        QTest::newRow("as the tag alone") << "user1000"_ba << 3443;
        QTest::newRow("tag in the middle") << "foo{bar}{zap}"_ba << 5061;
        QTest::newRow("empty tag") << "foo{}{bar}"_ba << 8363;
        QTest::newRow("tag that opens twice") << "foo{{bar}}zap"_ba << 4015;
        QTest::newRow("never closed") << "a{b"_ba << 13340;
        QTest::newRow("braces alone") << "{}"_ba << 15257;
        QTest::newRow("nothing") << ""_ba << 0;
    }

    void findsTheSlot()
    {
        QFETCH(const QByteArray, key);
        QTEST(slotOf(key), "slot");
    }

    void knowsWhoHasASlot_data()
    {
        QTest::addColumn<int>("slot");
        QTest::addColumn<QByteArray>("host"); // "nobody"
        QTest::addColumn<int>("port");
        QTest::newRow("first") << 0 << "b"_ba << 2;
        QTest::newRow("last of its range") << 5460 << "b"_ba << 2;
        QTest::newRow("first of the next") << 5461 << "a"_ba << 1;
        QTest::newRow("a range of one") << 9000 << "b"_ba << 2;
        QTest::newRow("in a gap") << 12'000 << "nobody"_ba << 0;
        QTest::newRow("host that is not named") << 16'383 << "asked"_ba << 3;
    }

    void knowsWhoHasASlot()
    {
        QFETCH(int, slot);
        QFETCH(QByteArray, host);
        QFETCH(int, port);
        const auto map = mapOf("*4\r\n" + range(0, 5460, text("b"), 2) + range(5461, 8999, text("a"), 1)
            + range(9000, 9000, text("b"), 2) + range(16'000, 16'383, "$-1\r\n", 3));
        QVERIFY(map);
        QVERIFY(map->masters() == (QList<NodePlace> { { "a"_ba, 1 }, { "asked"_ba, 3 }, { "b"_ba, 2 } }));
        const auto place = map->masterOf(slot);
        QVERIFY(place.value_or(NodePlace { "nobody"_ba, 0 }) == (NodePlace { host, static_cast<quint16>(port) }));
    }

    void refusesWhatIsNoMap_data()
    {
        QTest::addColumn<QByteArray>("resp");
        QTest::newRow("an error") << "-ERR This instance has cluster support disabled\r\n"_ba;
        QTest::newRow("a number") << ":7\r\n"_ba;
        QTest::newRow("ranges of numbers") << "*1\r\n:7\r\n"_ba;
        QTest::newRow("no master") << "*1\r\n*2\r\n:0\r\n:1\r\n"_ba;
        QTest::newRow("a slot too far") << "*1\r\n" + range(0, slotCount, text("a"), 1);
        QTest::newRow("a slot below") << "*1\r\n" + range(-1, 0, text("a"), 1);
    }

    void refusesWhatIsNoMap()
    {
        QFETCH(const QByteArray, resp);
        QVERIFY(!mapOf(resp));
    }

    void readsRedirections_data()
    {
        QTest::addColumn<QByteArray>("error");
        QTest::addColumn<std::optional<Redirection>>("redirection");
        const auto row = [](const char* name, const QByteArray& error, std::optional<Redirection> redirection) {
            QTest::newRow(name) << error << redirection;
        };
        row("moved", "MOVED 3999 127.0.0.1:6381"_ba, Redirection { Redirection::Moved, { "127.0.0.1"_ba, 6381 } });
        row("same host", "MOVED 3999 :6381"_ba, Redirection { Redirection::Moved, { "asked"_ba, 6381 } });
        row("IPv6", "MOVED 3999 ::1:6381"_ba, Redirection { Redirection::Moved, { "::1"_ba, 6381 } });
        row("ask", "ASK 3999 127.0.0.1:6381"_ba, Redirection { Redirection::Ask, { "127.0.0.1"_ba, 6381 } });
        row("try again", "TRYAGAIN Multiple keys request during rehashing of slot"_ba, Redirection {});
        row("down", "CLUSTERDOWN Hash slot not served"_ba, Redirection {});
        row("no port", "MOVED 3999 127.0.0.1"_ba, std::nullopt);
        row("port too high", "MOVED 3999 127.0.0.1:66000"_ba, std::nullopt);
        row("another error", "WRONGTYPE Operation against a key"_ba, std::nullopt);
    }

    void readsRedirections()
    {
        QFETCH(const QByteArray, error);
        QFETCH(const std::optional<Redirection>, redirection);
        QVERIFY(redirectionOf(error, "asked"_ba) == redirection);
    }

    void findsTheKey_data()
    {
        QTest::addColumn<RedisSender::Command>("command");
        QTest::addColumn<QByteArray>("key"); // empty: none
        using Command = RedisSender::Command;
        QTest::newRow("hash") << Command { "HMSET", "k", "f", "v" } << "k"_ba;
        QTest::newRow("script") << Command { "EVALSHA", "sha", "2", "k", "l", "arg" } << "k"_ba;
        QTest::newRow("script without keys") << Command { "EVAL", "text", "0", "arg" } << ""_ba;
        QTest::newRow("none") << Command { "PING" } << ""_ba;
        QTest::newRow("channel") << Command { "PUBLISH", "channel", "text" } << ""_ba;
    }

    void findsTheKey()
    {
        QFETCH(const RedisSender::Command, command);
        QTEST(firstKey(command).value_or(""_ba), "key");
    }

    void carriesTheCursor_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("ofNode");
        QTest::addColumn<qsizetype>("node");
        QTest::newRow("begin and end") << "0"_ba
                                       << "0"_ba << qsizetype { 0 };
        QTest::newRow("first node") << "17@0"_ba
                                    << "17"_ba << qsizetype { 0 };
        QTest::newRow("beginning of the third") << "0@2"_ba
                                                << "0"_ba << qsizetype { 2 };
        QTest::newRow("64 bits") << "18446744073709551615@1"_ba
                                 << "18446744073709551615"_ba << qsizetype { 1 };
    }

    void carriesTheCursor()
    {
        QFETCH(const QByteArray, text);
        const auto cursor = ClusterCursor::fromText(text);
        QTEST(cursor.ofNode, "ofNode");
        QTEST(cursor.node, "node");
        QCOMPARE(cursor.toText(), text);
    }
};

QTEST_APPLESS_MAIN(TestSlotMap)
#include "tst_slotmap.moc"
